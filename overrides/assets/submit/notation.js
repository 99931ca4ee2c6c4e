/**
 * Dates and numbers as people write them, in the form that the file takes: `18.9.2017` gives
 * `2017-09-18`, `14 000,5` gives `14000.5`. What is neither comes back as it was typed, for the
 * check to tell of.
 */
import { NUMBER } from './rules/decimal.js';
import { UNKNOWN, dateSpan, periodSpan } from './rules/span.js';

const DATED = ['date', 'period'];
const DATE = /^(?:(\d{1,2})\.\s?)?(\d{1,2})[./]\s?(\d{4})$/;
const DASH = /\s*[–—]\s*|\s+-\s+/;
const GROUPED = /^\d{1,3}(\s\d{3})+(?=$|[.,])/;

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

/** What the field shows for `value` of the file: the words for what is not known, not its code. */
export const shown = (kind, value, unknown) => (DATED.includes(kind) && value === UNKNOWN ? unknown : value);

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
  const [month] = start.endsWith('.') ? /\d{1,2}\.\s?\d{4}$/.exec(end) ?? [] : [];
  const [year] = /\/?\d{4}$/.exec(end) ?? [];
  return isoDate(start) ?? (month && isoDate(start + month)) ?? (year ? isoDate(start + year) : null);
}

function plainNumber(text, whole, language) {
  const plain = text.trim().replace(/^[−–-]\s?/, '-');
  const sign = plain.startsWith('-') ? '-' : '';
  const digits = plain.slice(sign.length).replace(GROUPED, (group) => group.replace(/\s/g, ''));
  // In English a comma may part the thousands: 14,000 is not to become 14.
  if (language === 'en' && /,\d{3}$/.test(digits)) return text;
  const number = sign + digits.replace(',', '.');
  return NUMBER.test(number) && !(whole && number.includes('.')) ? number : text;
}
