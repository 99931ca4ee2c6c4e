/** Personal data in texts, where it would be published as it is. */
import { finding, walk } from './value.js';

const OWN_FIELDS = ['email', 'phone', 'url'];

/** @param {object} form @param {object} data @param {{visible: Function}} hidden */
export function checkPersonal(form, data, hidden) {
  const found = [];
  for (const [loc, value] of walk(data)) {
    if (typeof value !== 'string' || OWN_FIELDS.includes(loc.at(-1))) continue;
    for (const [code, what] of personalIn(form, value, hidden)) found.push(finding(loc, code, { found: what }));
  }
  return found;
}

/** The code of each thing found, what of it is told, and how many lines down it stands. @returns {Generator<[string, string, number]>} */
export function* personalIn(form, text, hidden) {
  const plain = text.replace(new RegExp(form.web_address, 'gu'), ' ');
  for (const [code, pattern] of Object.entries(form.personal)) {
    for (const match of plain.matchAll(new RegExp(pattern, 'gu'))) {
      const found = code === 'identity-code' ? '' : hidden.visible(match[0].trim());
      yield [code, found, plain.slice(0, match.index).split('\n').length - 1];
    }
  }
}
