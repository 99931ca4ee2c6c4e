/** Outcomes that contradict themselves or cannot be traced; contacts and ages that cannot be used. */
import { decimal, minus, sign, written } from './decimal.js';
import { finding, recordsAt, says, textAt, valueAt } from './value.js';

const WORDS = { '-1': 'decreased', 0: 'unchanged', 1: 'increased' };
const SAYING = ['statement', 'baseline', 'follow_up', 'change_reported', 'observed'];
const HUNDRED = { digits: 100n, scale: 0 };

/** @param {object} form @param {object} data */
export function checkOutcomes(form, data) {
  const found = [];
  const told = says(valueAt(data, 'outcomes'));
  const reason = says(valueAt(data, 'no_outcomes_because'));
  if (!told && !reason) found.push(finding([], 'outcomes-or-reason'));
  if (told && reason) found.push(finding(['no_outcomes_because'], 'outcomes-and-reason'));
  for (const register of ['outcomes', 'sources']) found.push(...repeatedIds(data, register));
  for (const [loc, outcome] of recordsAt(data, 'outcomes')) {
    if (!SAYING.some((key) => says(outcome[key]))) found.push(finding(loc, 'outcome-says-nothing'));
    found.push(...observed(loc, outcome), ...units(form, loc, outcome));
    const own = textAt(outcome, 'id');
    if (own && Array.isArray(outcome.contradicts) && outcome.contradicts.includes(own)) {
      found.push(finding([...loc, 'contradicts'], 'contradicts-itself', { found: own }));
    }
  }
  return found;
}

/** @param {object} data */
export function checkPeople(data) {
  const found = recordsAt(data, 'contacts')
    .filter(([, contact]) => !says(contact.name) && !says(contact.role))
    .map(([loc]) => finding(loc, 'contact-unnamed'));
  const [youngest, oldest] = ['min', 'max'].map((key) => decimal(textAt(data, 'age', key)));
  if (youngest && oldest && sign(minus(youngest, oldest)) > 0) {
    found.push(finding(['age', 'max'], 'age-order', { found: written(oldest), other: written(youngest) }));
  }
  return found;
}

function repeatedIds(data, register) {
  const found = [];
  const seen = new Set();
  for (const [loc, record] of recordsAt(data, register)) {
    const name = textAt(record, 'id');
    if (name && seen.has(name)) found.push(finding([...loc, 'id'], 'id-repeated', { found: name }));
    seen.add(name ?? '');
  }
  return found;
}

function observed(loc, outcome) {
  const word = textAt(outcome, 'observed');
  const before = decimal(textAt(outcome, 'baseline', 'value'));
  const after = decimal(textAt(outcome, 'follow_up', 'value'));
  let reported = decimal(textAt(outcome, 'change_reported', 'value'));
  if (textAt(outcome, 'change_reported', 'unit') === 'ratio') reported = null;
  const difference = before && after ? minus(after, before) : reported;
  if (!difference) return [];
  const found = [];
  const expected = WORDS[sign(difference)];
  if (word !== expected && Object.values(WORDS).includes(word)) {
    found.push(finding([...loc, 'observed'], 'observed-disagrees', { found: word, expected }));
  }
  if (before && after && reported && sign(difference) !== sign(reported)) {
    const params = { found: written(reported), expected: written(difference) };
    found.push(finding([...loc, 'change_reported', 'value'], 'change-disagrees', params));
  }
  return found;
}

function units(form, loc, outcome) {
  const indicator = form.registers.indicators[textAt(outcome, 'indicator') ?? ''];
  if (!indicator) return [];
  const found = [];
  const unit = textAt(outcome, 'change_reported', 'unit');
  if (unit && Object.hasOwn(form.vocabularies.unit, unit) && ![indicator.unit, 'percent', 'ratio'].includes(unit)) {
    const params = { found: unit, expected: `${indicator.unit}, percent, ratio` };
    found.push(finding([...loc, 'change_reported', 'unit'], 'unit-disagrees', params));
  }
  const ratio = unit === 'ratio' ? decimal(textAt(outcome, 'change_reported', 'value')) : null;
  if (ratio && sign(ratio) <= 0) {
    found.push(finding([...loc, 'change_reported', 'value'], 'ratio-not-positive', { found: written(ratio) }));
  }
  for (const key of ['baseline', 'follow_up']) {
    const value = decimal(textAt(outcome, key, 'value'));
    if (!value) continue;
    const place = [...loc, key, 'value'];
    if (indicator.unit === 'percent' && (sign(value) < 0 || sign(minus(value, HUNDRED)) > 0)) {
      found.push(finding(place, 'percent-range', { found: written(value) }));
    }
    if (indicator.unit === 'count' && sign(value) < 0) {
      found.push(finding(place, 'negative-count', { found: written(value) }));
    }
  }
  return found;
}
