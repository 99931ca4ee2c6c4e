/** Whether the two figures of an outcome are of equally long periods: the rules of `derive/periods.py`. */
import { periodSpan } from './rules/span.js';
import { textAt, valueAt } from './rules/value.js';

const ALIKE = 0.05;
const MONTH = 365.25 / 12;
const DAY = 86_400_000;

/** @param {object} figure @returns {string|undefined} as the file writes it, worked out or not */
export function periodOf(figure) {
  const value = valueAt(figure, 'period');
  return typeof value === 'string' ? value : textAt(value, 'value');
}

/** @param {object} outcome @param {string|undefined} flowOrStock  of its indicator */
export function uneven({ baseline, follow_up: followUp }, flowOrStock) {
  if (flowOrStock !== 'flow') return false;
  const [one, other] = [baseline, followUp].map((figure) => periodSpan(periodOf(figure) ?? ''));
  return Boolean(one && other) && !asLong(length(one), length(other));
}

function asLong(one, other) {
  if (one.months && other.months) return one.months === other.months;
  const [less, more] = [one, other].map(({ months, days }) => (months ? months * MONTH : days)).sort((a, b) => a - b);
  return more - less <= ALIKE * more;
}

/** Whole months on whatever day they begin, otherwise days. */
function length({ first, last }) {
  const [from, to] = [first, last].map((text) => new Date(text));
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  const next = new Date(to.getTime() + DAY).getUTCDate();
  if (from.getUTCDate() === 1 && next === 1) return { months: months + 1 };
  if (to.getUTCDate() === from.getUTCDate() - 1) return { months };
  return { days: Math.round((to - from) / DAY) + 1 };
}
