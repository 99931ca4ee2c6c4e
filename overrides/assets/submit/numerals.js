/**
 * Numbers, dates and changes as the practice's page writes them: the same as `catalogue.numerals`,
 * which a test holds it to. What is no number or date is shown as it was typed.
 */
import { NUMBER, decimal, minus, sign, written } from './rules/decimal.js';
import { filled } from './rules/check.js';
import { UNKNOWN, periodSpan } from './rules/span.js';
import { isMapping } from './rules/value.js';

/** English as it is written in Europe; Swedish as in Finland. */
export const LOCALES = { fi: 'fi', sv: 'sv-FI', en: 'en-GB' };
const NO_BREAK = '\u00a0';
const THIN = '\u2009';
const MINUS = '\u2212';
// What is reckoned may be longer than what may be given.
const WRITTEN = /^-?\d+(\.\d+)?$/;
/** @returns {-1|0|1} which side of zero */
const way = (text) => (/[1-9]/.test(text) ? (text.startsWith('-') ? -1 : 1) : 0);
const RATIO_UNITS = ['count', 'eur', 'fte'];
const SEPARATORS = { fi: [NO_BREAK, ','], sv: [NO_BREAK, ','], en: [',', '.'] };

/** @param {string} text  a number of the file @param {string} language @param {boolean} zeros  keep those at the end */
export function number(text, language, zeros = false) {
  if (!WRITTEN.test(text)) return text;
  const [group, point] = SEPARATORS[language];
  const [whole, part = ''] = text.replace('-', '').split('.');
  const fraction = zeros ? part : part.replace(/0+$/, '');
  const grouped = String(BigInt(whole)).replace(/\B(?=(\d{3})+$)/g, group);
  return (way(text) < 0 ? MINUS : '') + grouped + (fraction && point + fraction);
}

/** A date or period of the file, or one that was worked out. @param {object} form @param {unknown} stated */
export function date(form, stated) {
  const value = isMapping(stated) ? stated.value : stated;
  if (value === undefined || value === UNKNOWN) return form.texts['date.unknown'];
  if (!periodSpan(value)) return value;
  const [start, end] = value.split('/');
  const shown = end?.length === 7 && start.length === 7 ? months(start, end, form.language)
    : value.split('/').map((part) => day(part, form.language)).join('–');
  return isMapping(stated) && stated.inferred ? `${shown} (${form.texts['date.inferred']})` : shown;
}

const monthYear = (language) => new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
const first = (value) => new Date(value.length > 7 ? value : `${value}-01`);

/** By hand, since browsers do not agree: `tammi–huhtikuu 2017`, `November 2016 – February 2017`. */
function months(start, end, language) {
  const [one, other] = [start, end].map((value) => day(value, language));
  if (start === end) return one;
  if (start.slice(0, 4) !== end.slice(0, 4)) return `${one}${THIN}–${THIN}${other}`;
  const month = one.slice(0, -5);
  return language === 'en' ? `${month}${THIN}–${THIN}${other}` : `${month.replace(/kuu$/, '')}–${other}`;
}

function day(value, language) {
  if (value.length === 4) return value;
  if (value.length === 7) return monthYear(language).format(first(value));
  const [year, month, date_] = value.split('-').map(Number);
  if (language !== 'en') return `${date_}.${month}.${year}`;
  return new Intl.DateTimeFormat(LOCALES.en, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first(value));
}

const precisely = ({ texts }, text, precision = 'exact') => filled(texts[`precision.${precision}`] ?? '{text}', { text });

/** The space between a number and `%` is written in Finnish and Swedish, not in English. */
function withUnit({ language, texts }, text, unit) {
  const words = texts[`unit.${unit}`];
  return words ? `${text}${unit === 'percent' && language === 'en' ? '' : NO_BREAK}${words}` : text;
}

/** A value with its unit and precision; undefined when there is none. @param {object} form @param {object|undefined} figure */
export function figure(form, { value, precision } = {}, unit = '') {
  return value && precisely(form, withUnit(form, number(value, form.language), unit), precision);
}

/** The change that an outcome amounts to, in words; undefined where it is not known, or lies between `uneven` periods. */
export function change(form, { baseline, follow_up: followUp, change_reported: reported }, unit = '', uneven = false) {
  const [before, after] = [decimal(baseline?.value), decimal(followUp?.value)];
  const points = unit === 'percent' ? 'percentage-points' : unit;
  if (before && after && !uneven) {
    const exact = [baseline, followUp].every(({ precision = 'exact' }) => precision === 'exact');
    const difference = minus(after, before);
    const relative = RATIO_UNITS.includes(unit) && sign(before) > 0 ? percentOf(difference, before) : null;
    const parts = [[written(difference), points], [relative, 'percent']].filter(([text]) => text !== null);
    const [absolute, more] = parts.map(([text, of]) => signed(form, text, of, exact ? 'exact' : 'about'));
    return more ? `${absolute} (${more})` : absolute;
  }
  if (!reported?.value || !NUMBER.test(reported.value)) return reported?.value;
  const { value, precision = 'exact' } = reported;
  if (reported.unit === 'ratio') return precisely(form, filled(form.texts['change.times'], { number: number(value, form.language) }), precision);
  return signed(form, value, reported.unit === 'percent' && unit !== 'percent' ? 'percent' : points, precision);
}

/** In percent to one decimal, rounded half away from zero. @param {import('./rules/decimal.js').Decimal} part */
function percentOf(part, whole) {
  const scaled = part.digits * 1000n * 10n ** BigInt(whole.scale);
  const by = whole.digits * 10n ** BigInt(part.scale);
  const size = (2n * (scaled < 0n ? -scaled : scaled) + by) / (2n * by);
  return written({ digits: scaled < 0n ? -size : size, scale: 1 });
}

/** With its sign; in words where it is not exact, since "over −700 000" leaves open which side is meant. */
function signed(form, value, unit, precision) {
  const text = number(value, form.language);
  if (precision === 'exact' || way(value) === 0) return withUnit(form, (way(value) > 0 ? '+' : '') + text, unit);
  return filled(form.texts[`change.${way(value) > 0 ? 'more' : 'less'}`], { text: precisely(form, withUnit(form, text.replace(MINUS, ''), unit), precision) });
}
