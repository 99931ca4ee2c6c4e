/**
 * The evidence level that an outcome would get, why, and what would lift it: the rules of
 * `derive/evidence.py`. Studies described in other practices are not known here.
 */
import { periodOf as period } from './periods.js';
import { periodSpan, UNKNOWN } from './rules/span.js';
import { says, textAt } from './rules/value.js';

const STUDY_DESIGNS = ['quasi-experiment', 'rct'];
const INDEPENDENT = ['independent', 'peer-reviewed'];

const dated = (figure) => Boolean(period(figure)) && period(figure) !== UNKNOWN;
const valued = (figure) => says(textAt(figure, 'value'));

/**
 * @param {object} outcome @param {object} source  that it rests on
 * @param {boolean} uneven  whether its figures are of periods of different lengths
 * @returns {{level: number, reason: string, lifts: string[], count: number}} codes under `evidence.`
 */
export function evidenceOf(outcome, source = {}, uneven = false) {
  const { baseline, follow_up: followUp, change_reported: reported } = outcome;
  const graded = (level, reason, lifts, count = 0) => ({ level, reason, lifts, count });
  if (!says(reported) && !valued(baseline) && !valued(followUp)) return graded(0, 'no-number', ['give-number']);
  if (outcome.design === 'systematic-review' && source.kind === 'study') return graded(5, 'systematic-review', []);
  if (source.kind === 'study' && STUDY_DESIGNS.includes(outcome.design)) {
    return graded(4, 'published-study', ['replicate'], INDEPENDENT.includes(source.independence) ? 1 : 0);
  }
  const missing = [...missingForTwo(baseline, followUp, reported)];
  if (uneven) return graded(1, 'uneven-periods', ['give-even-periods', ...missing]);
  if (missing.length) return graded(1, 'number-only', missing);
  const comparators = outcome.comparators ?? [];
  const compared = comparators.some((there) => sameTime(there.baseline, baseline) && sameTime(there.follow_up, followUp));
  if (compared) return graded(3, 'compared', ['publish-study']);
  return graded(2, 'before-after', [comparators.length ? 'complete-comparator' : 'add-comparator']);
}

function* missingForTwo(baseline, followUp, reported) {
  const between = dated(reported) && period(reported).includes('/');
  if (!between && !dated(baseline)) yield 'give-baseline-period';
  if (!between && !dated(followUp)) yield 'give-follow-up-period';
  if (says(reported) && reported.unit !== 'ratio') return;
  if (!valued(baseline)) yield 'give-baseline-value';
  if (!valued(followUp)) yield 'give-follow-up-value';
}

function sameTime(there, here) {
  if (!valued(there) || !dated(there) || !dated(here)) return false;
  const [one, other] = [periodSpan(period(there)), periodSpan(period(here))];
  return Boolean(one && other) && one.first === other.first && one.last === other.last;
}
