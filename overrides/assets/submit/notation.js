/**
 * Dates and numbers as people write them, in the form that the file takes: `18.9.2017` gives
 * `2017-09-18`, `tammikuu 2016` `2016-01`, `14 000,5` `14000.5`. What is neither comes back as it was
 * typed, for the check to tell of.
 */
import { number } from './numerals.js';
import { NUMBER } from './rules/decimal.js';
import { UNKNOWN, dateSpan, periodSpan } from './rules/span.js';

const DATED = ['date', 'period'];
const DATE = /^(?:(\d{1,2})\.\s?)?(\d{1,2})[./]\s?(\d{4})$/;
// Months as the pages and people write them, in the three languages.
const MONTHS = ['tammi|januari|january', 'helmi|februari|february', 'maalis|mars|march', 'huhti|april', 'touko|maj|may', 'kesä|juni|june',
  'heinä|juli|july', 'elo|augusti|august', 'syys|september', 'loka|oktober|october', 'marras|november', 'joulu|december'];
const LETTER = '[\\p{L}\\p{N}_]';
const MONTH = new RegExp(`(?<!${LETTER})(?:(\\d{1,2})\\.?\\s+)?(?:${MONTHS.map((names) => `(${names})`).join('|')})`
  + `(?:kuu(?:n|ta|ssa|sta|hun|lta)?)?(?!\\p{L})(?:\\s*(\\d{4}))?`, 'gu');
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
  const plain = text.toLowerCase().replace(MONTH, numbered);
  return (kind === 'date' ? isoDate(plain) : isoPeriod(plain)) ?? text;
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

/** A month by its number: `huhtikuu 2017` gives `4/2017`, `5. huhtikuuta 2017` `5.4.2017`. */
function numbered(_, day, ...rest) {
  const month = 1 + rest.slice(0, MONTHS.length).findIndex(Boolean);
  const year = rest[MONTHS.length];
  if (day) return `${day}.${month}.${year ?? ''}`;
  return year ? `${month}/${year}` : String(month);
}

/** @returns {string|null} null when it is no day, month or year of the calendar */
function isoDate(text) {
  const plain = text.trim();
  const [, day, month, year] = DATE.exec(plain) ?? [];
  const iso = year ? [year, month, day].filter(Boolean).map((part) => part.padStart(2, '0')).join('-') : plain;
  return dateSpan(iso) && iso;
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
