/**
 * Partial dates and periods, as the file writes them: `2016`, `2016-05`, `2016-05-18`, `a/b`.
 * @typedef {{first: string, last: string}} Span  days as YYYY-MM-DD, both included
 */
import { isMapping, valueAt } from './value.js';

export const UNKNOWN = 'unknown';
const DATE = '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?';
export const DATE_FORM = new RegExp(`^${DATE}$`);
export const PERIOD_FORM = new RegExp(`^${DATE}(/${DATE})?$`);

/** @param {string} text @returns {Span|null} null: another form, or not in the calendar */
export function dateSpan(text) {
  if (!DATE_FORM.test(text)) return null;
  const [year, month, day] = text.split('-');
  if (year === '0000') return null;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < '01' || month > '12') return null;
  const days = daysIn(Number(year), Number(month));
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` };
  if (day < '01' || Number(day) > days) return null;
  return { first: text, last: text };
}

/** @param {string} text @returns {Span|null} null: another form, or it ends before it begins */
export function periodSpan(text) {
  const [start, ...rest] = text.split('/');
  const span = dateSpan(start);
  if (!rest.length || !span) return span;
  const last = dateSpan(rest.join('/'))?.last;
  return last && last >= span.first ? { first: span.first, last } : null;
}

/** The days of the stated date or period at `path`. @returns {Span|null} */
export function spanAt(data, ...path) {
  const value = valueAt(data, ...path);
  const text = isMapping(value) ? valueAt(value, 'value') : value;
  if (typeof text !== 'string' || text === UNKNOWN) return null;
  return text.includes('/') ? periodSpan(text) : dateSpan(text);
}

function daysIn(year, month) {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
