/** Dates that contradict each other, lie in the future, or were worked out without saying how. */
import { spanAt } from './span.js';
import { dotted, finding, isMapping, recordsAt, says, textAt, valueAt, walk } from './value.js';

const ORDER = [[['started'], ['ended']], [['started'], ['status', 'as_of']], [['reviewed'], ['next_review']]];
const PAST = [['status', 'as_of'], ['reviewed']];
const PAST_IN = [['sources', 'date'], ['contacts', 'verified']];
const FOLLOWED = ['baseline', 'follow_up'];

/** @param {object} data @param {string} today  YYYY-MM-DD */
export function checkDates(data, today) {
  const found = [];
  for (const [loc, value] of walk(data)) {
    if (!isMapping(value) || !('value' in value)) continue;
    const inferred = value.inferred === 'true';
    if (inferred && !says(value.why)) found.push(finding(loc, 'inferred-why'));
    else if ('why' in value && !inferred) found.push(finding(loc, 'why-inferred'));
  }
  for (const [earlier, later] of ORDER) {
    const [first, second] = [spanAt(data, ...earlier), spanAt(data, ...later)];
    if (first && second && first.first > second.last) {
      const params = { other: dotted(earlier), earlier: first.first, found: second.last };
      found.push(finding(later, 'date-before', params));
    }
  }
  for (const loc of past(data)) {
    const span = spanAt(data, ...loc);
    if (span && span.first > today) found.push(finding(loc, 'date-ahead', { found: span.first }));
  }
  found.push(...knownToSource(data, today));
  const status = textAt(data, 'status', 'value');
  if (says(valueAt(data, 'ended')) && status !== undefined && status !== 'ended') {
    found.push(finding(['status', 'value'], 'status-not-ended', { found: status }));
  }
  for (const [loc, outcome] of recordsAt(data, 'outcomes')) {
    found.push(...followed(loc, outcome));
    for (const [place, comparator] of recordsAt(outcome, 'comparators')) {
      found.push(...followed([...loc, ...place], comparator));
    }
  }
  return found;
}

function past(data) {
  const places = [...PAST];
  for (const [register, key] of PAST_IN) places.push(...recordsAt(data, register).map(([loc]) => [...loc, key]));
  for (const [loc, outcome] of recordsAt(data, 'outcomes')) {
    places.push(...periods(outcome).map((inner) => [...loc, ...inner]));
  }
  return places;
}

/** Where the times of an outcome's figures stand, those of other places too. */
const periods = (outcome) => [[], ...recordsAt(outcome, 'comparators').map(([place]) => place)]
  .flatMap((inner) => FOLLOWED.map((key) => [...inner, key, 'period']));

/** A source cannot have measured what began after its own day: what it foresees is no outcome. */
function knownToSource(data, today) {
  const found = [];
  const dated = new Map();
  for (const [loc, source] of recordsAt(data, 'sources')) {
    const [name, span] = [textAt(source, 'id'), spanAt(data, ...loc, 'date')];
    if (name && span && !dated.has(name)) dated.set(name, span);
  }
  for (const [loc, outcome] of recordsAt(data, 'outcomes')) {
    const source = textAt(outcome, 'source') ?? '';
    const latest = dated.get(source)?.last;
    for (const inner of latest ? [...periods(outcome), ['change_reported', 'period']] : []) {
      const span = spanAt(outcome, ...inner);
      if (span && latest < span.first && span.first <= today) {
        found.push(finding([...loc, ...inner], 'after-source', { source, latest, found: span.first }));
      }
    }
  }
  return found;
}

function followed(loc, record) {
  const [before, after] = FOLLOWED.map((key) => spanAt(record, key, 'period'));
  if (!before || !after || before.first < after.first || before.last < after.last) return [];
  const params = { earlier: before.last, found: after.last };
  return [finding([...loc, 'follow_up', 'period'], 'follow-up-before', params)];
}
