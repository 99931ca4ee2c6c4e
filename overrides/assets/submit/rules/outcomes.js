/** Outcomes that contradict themselves or cannot be traced; contacts and ages that cannot be used. */
import { decimal, isWhole, minus, sign, written } from './decimal.js';
import { disagreement } from './reported.js';
import { spanAt } from './span.js';
import { finding, recordsAt, says, textAt, valueAt } from './value.js';

const WORDS = { '-1': 'decreased', 0: 'unchanged', 1: 'increased' };
const SAYING = ['statement', 'baseline', 'follow_up', 'change_reported', 'observed'];
const HUNDRED = { digits: 100n, scale: 0 };
const FIGURES = ['baseline', 'follow_up'];

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
    const name = textAt(outcome, 'indicator') ?? '';
    const indicator = Object.hasOwn(form.registers.indicators, name) ? form.registers.indicators[name] : undefined;
    found.push(...observed(loc, outcome), ...reported(loc, outcome, indicator));
    if (indicator) found.push(...units(form, loc, outcome, indicator), ...within(loc, outcome, indicator));
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
  let told = decimal(textAt(outcome, 'change_reported', 'value'));
  if (textAt(outcome, 'change_reported', 'unit') === 'ratio') told = null;
  const difference = before && after ? minus(after, before) : told;
  if (!difference) return [];
  const expected = WORDS[sign(difference)];
  if (word === expected || !Object.values(WORDS).includes(word)) return [];
  return [finding([...loc, 'observed'], 'observed-disagrees', { found: word, expected })];
}

function reported(loc, outcome, indicator) {
  const expected = disagreement(outcome, indicator?.unit);
  if (expected === null) return [];
  const found = written(decimal(textAt(outcome, 'change_reported', 'value')));
  const code = indicator?.unit === 'percent' ? 'points-disagree' : 'change-disagrees';
  return [finding([...loc, 'change_reported', 'value'], code, { found, expected })];
}

function units(form, loc, outcome, indicator) {
  const found = [];
  const unit = textAt(outcome, 'change_reported', 'unit');
  if (unit && Object.hasOwn(form.vocabularies.unit, unit) && ![indicator.unit, 'percent', 'ratio'].includes(unit)) {
    const params = { found: unit, expected: `${indicator.unit}, percent, ratio` };
    found.push(finding([...loc, 'change_reported', 'unit'], 'unit-disagrees', params));
  }
  const change = decimal(textAt(outcome, 'change_reported', 'value'));
  const say = (code) => found.push(finding([...loc, 'change_reported', 'value'], code, { found: written(change) }));
  if (change && unit === 'ratio' && sign(change) <= 0) say('ratio-not-positive');
  if (change && unit === 'count' && indicator.unit === 'count' && !isWhole(change)) say('count-not-whole');
  return found;
}

/** What the indicator allows of its figures, here and elsewhere. */
function within(loc, outcome, indicator) {
  const found = [];
  for (const [inner, record] of [[[], outcome], ...recordsAt(outcome, 'comparators')]) {
    const place = [...loc, ...inner];
    for (const key of FIGURES) {
      const value = decimal(textAt(record, key, 'value'));
      const code = value && faultOf(value, indicator.unit);
      if (code) found.push(finding([...place, key, 'value'], code, { found: written(value) }));
    }
    if (indicator.flow_or_stock === 'flow') found.push(...apart(place, record));
  }
  return found;
}

function faultOf(value, unit) {
  if (unit === 'percent') return sign(value) < 0 || sign(minus(value, HUNDRED)) > 0 ? 'percent-range' : null;
  if (unit !== 'count') return null;
  return sign(value) < 0 ? 'negative-count' : isWhole(value) ? null : 'count-not-whole';
}

/** What has happened in both of two periods is no change from one to the other. */
function apart(loc, record) {
  const [before, after] = FIGURES.map((key) => spanAt(record, key, 'period'));
  const later = before && after && (before.first < after.first || before.last < after.last);
  if (!later || after.first > before.last) return [];
  return [finding([...loc, 'follow_up', 'period'], 'periods-overlap', { earlier: before.last, found: after.first })];
}
