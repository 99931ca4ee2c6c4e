/**
 * What is wrong, as the form says it: the command speaks of the keys and codes of the file, the form of
 * the names and choices on the page.
 */
import { meanings } from './notation.js';
import { filled } from './rules/check.js';

/** The records and the field at `loc`, outermost first. @returns {object[]} those that are declared */
export function declaredAt(form, loc) {
  const found = [];
  let fields = form.records.Practice;
  for (const step of loc.filter((part) => typeof part === 'string')) {
    const field = fields?.find(({ key }) => key === step);
    if (!field) break;
    found.push(field);
    fields = form.records[field.record];
  }
  return found;
}

/** The form's own sentence for `code`; some have one more for a case that their params tell of. */
function ownSentence(form, code, { sign, found, suggestion }) {
  const variant = code === 'url' ? sign && (sign.trim() ? 'sign' : 'space')
    : code === 'number' ? meanings(found?.slice(1, -1)) && 'which'
      : suggestion && 'near';
  return form.texts[`form-check.${code}.${variant}`] ?? form.texts[`form-check.${code}`];
}

/** What the page calls the value `code` of `field`: the label of a choice, the name of what is pointed to. */
function named(form, field, code) {
  const terms = form.vocabularies[field?.choice] ?? {};
  if (Object.hasOwn(terms, code)) return terms[code].label[form.language];
  const items = form.registers[field?.register] ?? {};
  return Object.hasOwn(items, code) ? items[code].name : code;
}

/**
 * The sentence for `problem`: the form's own where it has one, otherwise the check's.
 * @param {object} form  `ilmoita/lomake.json` @param {import('./rules/check.js').Problem} problem
 */
export function worded(form, { loc, code, params, message }) {
  const own = ownSentence(form, code, params);
  if (!own) return message;
  const field = declaredAt(form, loc).at(-1);
  const labels = [...form.records.Practice, ...(form.records[field?.record] ?? [])].map(({ key, label }) => [key, label]);
  const other = (text) => declaredAt(form, text.split('.')).at(-1)?.label ?? form.practices.find(({ id }) => id === text)?.title ?? text;
  const shown = Object.entries(params).map(([name, text]) => [name, name === 'other' ? other(text)
    : text.split(', ').map((value) => named(form, field, value)).join(', ')]);
  // The question mark is ours, not what the writer wrote.
  if (code === 'number' && meanings(params.found?.slice(1, -1))) shown.push(['found', params.found.replace('?', '')]);
  return filled(own, Object.fromEntries([...labels, ...shown]));
}
