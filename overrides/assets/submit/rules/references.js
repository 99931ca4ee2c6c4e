/**
 * Whether values are in the vocabularies and registers that the model points to; also values given
 * twice in a list, and `unknown` beside known values.
 */
import { bodily, folded, listing, nearestNamed } from './nearest.js';
import { UNKNOWN } from './span.js';
import { finding, isMapping, recordsAt } from './value.js';

const LOCAL = ['sources', 'outcomes'];
export const BODIES = ['organisations', 'places'];

/** @param {object} form @param {object} data @param {string} own  the practice's id @param {{visible: Function}} hidden */
export function checkReferences(form, data, own, hidden) {
  const found = [];
  const unknown = (loc, code, value, meant, allowed) => found.push(finding(loc, code, {
    found: hidden.visible(value), allowed, ...(meant ? { suggestion: meant } : {}),
  }));

  function record(name, value, loc) {
    if (!isMapping(value)) return;
    for (const field of form.records[name]) {
      if (!Object.hasOwn(value, field.key)) continue;
      const here = [...loc, field.key];
      const given = value[field.key];
      const items = !field.many ? [[here, given]]
        : Array.isArray(given) ? given.map((item, n) => [[...here, n], item])
          : isMapping(given) ? Object.entries(given).map(([key, item]) => [[...here, key], item]) : [];
      for (const [place, item] of items) {
        if (field.record) record(field.record, item, place);
        else if (typeof item === 'string' && item) one(field, place, item);
      }
      if ((field.choice || field.register) && field.many && Array.isArray(given)) repeated(here, given);
    }
  }

  function one(field, loc, value) {
    if (field.choice) {
      const terms = form.vocabularies[field.choice];
      if (Object.hasOwn(terms, value)) return;
      const meant = nearestNamed(value, termNames(terms));
      unknown(loc, 'unknown-value', value, meant, listing(Object.keys(terms)));
    } else if (field.register && !(value === UNKNOWN && field.unknown)) {
      const names = registerNames(form, field.register, data, own);
      const ids = new Set(names.values());
      if (ids.has(value)) return;
      const padded = value.padStart(3, '0');
      const meant = field.register === 'places' && ids.has(padded) ? padded : nearestNamed(value, names, BODIES.includes(field.register) ? bodily : folded);
      const allowed = LOCAL.includes(field.register) ? listing([...ids].sort()) : '';
      unknown(loc, `unknown-${field.register}`, value, meant, allowed);
    }
  }

  function repeated(loc, values) {
    const seen = new Set();
    values.forEach((value, n) => {
      if (typeof value !== 'string') return;
      if (seen.has(value)) found.push(finding([...loc, n], 'repeated', { found: hidden.visible(value) }));
      seen.add(value);
    });
    if (seen.has(UNKNOWN) && seen.size > 1) found.push(finding(loc, 'unknown-among-known'));
  }

  record('Practice', data, []);
  return found;
}

function termNames(terms) {
  const names = new Map();
  for (const [value, { label, also = [] }] of Object.entries(terms)) {
    for (const name of [value, label.fi, label.sv, label.en, ...also]) {
      if (name && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), value);
    }
  }
  return names;
}

/** Names and ids to ids, of a register or of the practice's own sources or outcomes. @returns {Map<string, string>} */
export function registerNames(form, register, data, own) {
  if (LOCAL.includes(register)) {
    const ids = recordsAt(data, register).map(([, item]) => item.id).filter((id) => typeof id === 'string');
    return new Map(ids.map((id) => [id, id]));
  }
  if (register === 'practices') {
    const ids = [...form.practices.map(({ id }) => id), ...(own ? [own] : [])];
    return new Map(ids.map((id) => [id, id]));
  }
  const items = Object.entries(form.registers[register]);
  const short = items.flatMap(([id, { known_as: also = [] }]) => also.map((name) => [name.toLowerCase(), id]));
  return new Map([...short, ...items.map(([id]) => [id, id]), ...items.map(([id, { name }]) => [name.toLowerCase(), id])]);
}
