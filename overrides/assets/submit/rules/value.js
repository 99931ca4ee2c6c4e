/**
 * Reading single values out of front matter that may be wrong in any way.
 * Front matter is mappings (plain objects), lists and texts, as the file's reader gives them.
 * @typedef {(string|number)[]} Loc  path of keys and list positions
 * @typedef {{loc: Loc, code: string, params: Record<string, string>, line?: number}} Finding
 */

/** @param {Loc} loc @param {string} code @param {Record<string, string>} params @returns {Finding} */
export const finding = (loc, code, params = {}) => ({ loc, code, params });

/** @param {unknown} value */
export const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} data @param {...(string|number)} path */
export function valueAt(data, ...path) {
  let value = data;
  for (const step of path) {
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isMapping(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** @returns {string|undefined} */
export function textAt(data, ...path) {
  const value = valueAt(data, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The mappings of the list at `path`, with their places. @returns {[Loc, object][]} */
export function recordsAt(data, ...path) {
  const items = valueAt(data, ...path);
  if (!Array.isArray(items)) return [];
  return items.map((item, n) => [[...path, n], item]).filter(([, item]) => isMapping(item));
}

/** Every value below `value`, outermost first, with its place. @returns {Generator<[Loc, unknown]>} */
export function* walk(value, loc = []) {
  yield [loc, value];
  if (isMapping(value)) for (const [key, item] of Object.entries(value)) yield* walk(item, [...loc, key]);
  else if (Array.isArray(value)) for (const [n, item] of value.entries()) yield* walk(item, [...loc, n]);
}

/** How many characters a text has, as people and the check count them. @param {string} text */
export const length = (text) => [...text].length;

/** Whether a value says something: empty texts, lists and mappings say nothing. */
export const says = (value) => (Array.isArray(value) ? value.length > 0
  : isMapping(value) ? Object.keys(value).length > 0 : Boolean(value));

/** @param {Loc} loc @returns {string} as people write it: `outcomes[0].value` */
export const dotted = (loc) => loc.reduce((text, step) => (
  typeof step === 'number' ? `${text}[${step}]` : `${text}${text ? '.' : ''}${step}`), '');
