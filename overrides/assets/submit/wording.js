/**
 * What is wrong, as the form says it: the command speaks of the keys and codes of the file, the form of
 * the names and choices on the page.
 */
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

/**
 * The sentence for `problem`: the form's own where it has one, otherwise the check's.
 * @param {object} form  `ilmoita/lomake.json` @param {import('./rules/check.js').Problem} problem
 */
export function worded(form, { loc, code, params, message }) {
  const own = form.texts[`form-check.${code}`];
  if (!own) return message;
  const field = declaredAt(form, loc).at(-1);
  const labels = [...form.records.Practice, ...(form.records[field?.record] ?? [])].map(({ key, label }) => [key, label]);
  const terms = form.vocabularies[field?.choice] ?? {};
  const inWords = (code) => (Object.hasOwn(terms, code) ? terms[code].label[form.language] : code);
  const shown = Object.entries(params).map(([name, text]) => [name, name === 'other'
    ? declaredAt(form, text.split('.')).at(-1)?.label ?? text : text.split(', ').map(inWords).join(', ')]);
  return filled(own, Object.fromEntries([...labels, ...shown]));
}
