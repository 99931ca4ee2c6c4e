/** What only shows beside the other practices: ids and titles that clash. */
import { quickRatio, ratio } from './nearest.js';
import { finding, recordsAt, textAt, valueAt } from './value.js';

const ALIKE = 0.93;
const SIMILAR = 0.6;

/** @param {object} form @param {object} data @param {string} own  the practice's id */
export function checkAcross(form, data, own) {
  const found = [];
  const removed = (loc, name) => form.removed_ids.includes(name) && found.push(finding(loc, 'removed-id', { found: name }));
  removed([], own);
  const others = form.practices.filter(({ id }) => id !== own);
  for (const { id, former_ids: former = [] } of others) {
    if (former.includes(own)) found.push(finding([], 'former-id-used', { found: own, other: id }));
  }
  const taken = new Map();
  for (const { id, former_ids: former = [] } of others) for (const name of [...former, id]) taken.set(name, id);
  const seen = new Set();
  const former = valueAt(data, 'former_ids');
  for (const [n, name] of (Array.isArray(former) ? former : []).entries()) {
    if (typeof name !== 'string') continue;
    removed(['former_ids', n], name);
    const other = name === own ? own : taken.get(name) ?? (seen.has(name) ? own : undefined);
    if (other !== undefined) {
      const code = seen.has(name) ? 'repeated' : 'former-id-taken';
      found.push(finding(['former_ids', n], code, { found: name, other }));
    }
    seen.add(name);
  }
  const model = textAt(data, 'model');
  const title = plain(textAt(data, 'title') ?? '');
  for (const other of title ? others : []) {
    if ((model === undefined || model !== other.model) && eitherWay(title, plain(other.title))) {
      found.push(finding(['title'], 'title-near', { other: other.id }));
      break;
    }
  }
  for (const [loc, item] of recordsAt(data, 'related')) {
    if (own && textAt(item, 'practice') === own) found.push(finding([...loc, 'practice'], 'related-itself'));
  }
  return found;
}

/** Practices that may be this one: titles or other names much alike, or one within the other. */
export function similar(form, data, own) {
  const title = plain(textAt(data, 'title') ?? '');
  if (title.length < 4) return [];
  return form.practices.filter(({ id, title: other, aliases = [] }) => id !== own
    && [other, ...aliases].map(plain).some((name) => (name.length > 3 && title.includes(name))
      || name.includes(title) || alike(title, name, SIMILAR)));
}

const plain = (title) => title.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ').trim();
// The measure depends on which comes first, and the command takes them in the order of their ids.
const eitherWay = (one, other) => alike(one, other, ALIKE) || alike(other, one, ALIKE);
const alike = (one, other, least) => quickRatio(one, other) >= least && ratio(one, other, false) >= least;
