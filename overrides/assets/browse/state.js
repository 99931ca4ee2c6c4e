/**
 * What the browse page shows, and its address. Pure: no document, no network.
 * @typedef {object} State
 * @property {string} query
 * @property {Map<string, Set<string>>} chosen  facet → values
 * @property {string} sort  relevance, newest, evidence, title, place; '' for what suits the query
 * @property {'list'|'table'} view
 * @property {number} page  from 1
 */

export const SORTS = ['relevance', 'newest', 'evidence', 'title', 'place'];
const LONGEST_QUERY = 400;

/**
 * Read an address. What is not known (a foreign parameter, a value of no facet, a page that is no
 * number) is left out, so that any address gives a sensible page.
 * @param {string} search
 * @param {{name: string, values: [string, string][]}[]} facets
 * @returns {State}
 */
export function readState(search, facets) {
  const given = new URLSearchParams(search);
  const chosen = new Map();
  for (const facet of facets) {
    const known = new Set(facet.values.map(([value]) => value));
    const values = given.getAll(facet.name).filter((value) => known.has(value));
    if (values.length) chosen.set(facet.name, new Set(values));
  }
  const sort = given.get('sort') ?? '';
  const page = Number(given.get('page'));
  return {
    query: (given.get('q') ?? '').slice(0, LONGEST_QUERY),
    chosen,
    sort: SORTS.includes(sort) ? sort : '',
    view: given.get('view') === 'table' ? 'table' : 'list',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/**
 * @param {State} state
 * @returns {string}  `?…`, or '' for the plain page
 */
export function writeState({ query, chosen, sort, view, page }) {
  const given = new URLSearchParams();
  if (query.trim()) given.set('q', query.trim());
  for (const [name, values] of chosen) for (const value of values) given.append(name, value);
  if (sort) given.set('sort', sort);
  if (view === 'table') given.set('view', view);
  if (page > 1) given.set('page', String(page));
  const text = given.toString();
  return text && `?${text}`;
}

/**
 * A copy of `state` with one value of a facet chosen or not, on the first page.
 * @param {State} state @param {string} name @param {string} value @param {boolean} on
 * @returns {State}
 */
export function withValue(state, name, value, on) {
  const chosen = new Map([...state.chosen].map(([key, values]) => [key, new Set(values)]));
  const values = chosen.get(name) ?? new Set();
  if (on) values.add(value);
  else values.delete(value);
  if (values.size) chosen.set(name, values);
  else chosen.delete(name);
  return { ...state, chosen, page: 1 };
}
