/**
 * Dates and numbers as people write them, in the form that the file takes: `18.9.2017` gives
 * `2017-09-18`, `tammikuu 2016` gives `2016-01`, `14 000,5` gives `14000.5`. What is neither comes back as it was typed, for the
 * check to tell of.
 */
import { number } from './numerals.js';
import { NUMBER } from './rules/decimal.js';
import { UNKNOWN, dateSpan, periodSpan } from './rules/span.js';

const DATED = ['date', 'period'];
const DATE = /^(?:(\d{1,2})\.\s?)?(\d{1,2})[./]\s?(\d{4})$/;
// A month by its name in any of our languages, after a day or not: `18. toukokuuta 2017`.
const NAMED = /^(?:(\d{1,2})\.?\s+)?(\p{L}+)\s*(\d{4})$/u;
const CASE = /kuu(?:n|ta|ssa|sta)?$/;
const MONTHS = new Map([
  'tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'january february march april may june july august september october november december',
].flatMap((names) => names.split(' ').map((name, n) => [name, String(n + 1).padStart(2, '0')])));
const DASH = /\s*[–—]\s*|\s+-\s+/;
const GROUPED = /^\d{1,3}(\s\d{3})+(?=$|[.,])/;
// Thousands parted by points or by commas.
const PARTED = { '.': /^[1-9]\d{0,2}((?:\.\d{3})+)(,\d+)?$/, ',': /^[1-9]\d{0,2}((?:,\d{3})+)(\.\d+)?$/ };
const UNSURE = /^(-?)([1-9]\d{0,2})[.,](\d{3})\?$/;

/**
 * The text of a field of `kind` in the file's form.
 * @param {string} kind  as the model declares it @param {string} text
 * @param {string} unknown  the words for what is not known @param {string} language  of the page
 */
export function noted(kind, text, unknown, language) {
  if (kind === 'number' || kind === 'whole') return plainNumber(text, kind === 'whole', language);
  if (!DATED.includes(kind)) return text;
  if (text.trim().toLowerCase() === unknown) return UNKNOWN;
  return (kind === 'date' ? isoDate(text) : isoPeriod(text)) ?? text;
}

/**
 * What the field shows for `value` of the file, as people write it; `noted` gives the value back.
 * @param {string} kind @param {string} value @param {string} unknown @param {string} language
 */
export function shown(kind, value, unknown, language) {
  const text = { date: daily, period: daily, number: numeral, whole: numeral }[kind]?.(value, unknown, language) ?? value;
  return noted(kind, text, unknown, language) === value ? text : value;
}

const daily = (value, unknown) => (value === UNKNOWN ? unknown : value.split('/').map((part) => {
  const [year, month, day] = part.split('-');
  return day ? `${Number(day)}.${Number(month)}.${year}` : month ? `${Number(month)}/${year}` : year;
}).join('–'));
const numeral = (value, unknown, language) => number(value, language).replaceAll('\u00a0', ' ').replace('\u2212', '-');

/**
 * The two numbers that `noted` could not tell apart: `14.000?` gives `14000` and `14.000`.
 * @param {unknown} held  as the record holds it @returns {[string, string]|null} thousands and decimals; null when it is no question
 */
export function meanings(held) {
  const [, minus, whole, part] = UNSURE.exec(held) ?? [];
  return whole ? [minus + whole + part, `${minus}${whole}.${part}`] : null;
}

/** @returns {string|null} null when it is no day, month or year of the calendar */
function isoDate(text) {
  const plain = text.trim();
  const [, day, month, year] = DATE.exec(plain) ?? [];
  const iso = year ? joined(year, month, day) : named(plain) ?? plain;
  return dateSpan(iso) && iso;
}

const joined = (...parts) => parts.filter(Boolean).map((part) => part.padStart(2, '0')).join('-');

function named(plain) {
  const [, day, name, year] = NAMED.exec(plain.toLowerCase()) ?? [];
  const month = year && MONTHS.get(name.replace(CASE, ''));
  return month && joined(year, month, day);
}

function isoPeriod(text) {
  const one = isoDate(text);
  if (one) return one;
  let parts = text.trim().split(DASH);
  if (parts.length === 1) parts = parts[0].split('-');
  if (parts.length !== 2) return null;
  const [start, end] = [begun(...parts), isoDate(parts[1])];
  const iso = `${start}/${end}`;
  return start && end && periodSpan(iso) ? iso : null;
}

/** The start of a period; what it shares with the end may be left out: `1.–18.9.2017`, `1–4/2017`. */
function begun(start, end) {
  if (!start.trim()) return null;
  const [month] = start.endsWith('.') ? /\d{1,2}\.\s?\d{4}$/.exec(end) ?? [] : [];
  const [year] = /\/?\d{4}$/.exec(end) ?? [];
  return isoDate(start) ?? (month && isoDate(start + month)) ?? (year ? isoDate(start + year) : null);
}

function plainNumber(text, whole, language) {
  const plain = text.trim().replace(/^[−–-]\s?/, '-');
  const sign = plain.startsWith('-') ? '-' : '';
  const digits = plain.slice(sign.length).replace(GROUPED, (group) => group.replace(/\s/g, ''));
  const number = sign + points(digits, whole, language);
  return UNSURE.test(number) || (NUMBER.test(number) && !(whole && number.includes('.'))) ? number : text;
}

/** `digits` with a point before the decimals and nothing between thousands; a `?` after what may be either. */
function points(digits, whole, language) {
  for (const [sign, parted] of Object.entries(PARTED)) {
    const [, thousands, decimals] = parted.exec(digits) ?? [];
    if (!thousands) continue;
    const one = thousands.length === 4 && !decimals && !whole;
    // In Finnish and Swedish a comma is before decimals; a point may be either, in English too.
    if (one && sign === ',' && language !== 'en') break;
    return one ? `${digits}?` : digits.replaceAll(sign, '').replace(',', '.');
  }
  return digits.replace(',', '.');
}
