/** What a practice says twice, although once is all that there is. */
import { UNKNOWN } from './span.js';
import { finding, recordsAt, textAt, valueAt } from './value.js';

const WORDS = ['aliases', 'keywords'];

/** @param {object} data @param {{visible: Function}} hidden */
export function checkRepeated(data, hidden) {
  const found = [];
  const rounds = new Set();
  for (const [loc, award] of recordsAt(data, 'awards')) {
    const name = textAt(award, 'round');
    if (name && name !== UNKNOWN && rounds.has(name)) {
      found.push(finding([...loc, 'round'], 'repeated', { found: hidden.visible(name) }));
    }
    rounds.add(name);
  }
  for (const key of WORDS) {
    const words = valueAt(data, key);
    if (!Array.isArray(words)) continue;
    for (const n of repeatedIn(words)) found.push(finding([key, n], 'repeated', { found: hidden.visible(words[n]) }));
  }
  return found;
}

/** Where in a list a text stands that has stood there before, in whatever case. @returns {Generator<number>} */
export function* repeatedIn(words) {
  const seen = new Set();
  for (const [n, word] of words.entries()) {
    const plain = typeof word === 'string' ? word.trim().toLowerCase() : '';
    if (plain && seen.has(plain)) yield n;
    seen.add(plain);
  }
}
