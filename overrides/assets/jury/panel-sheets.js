/**
 * The sheets that are open for the summary, and which of them are one juror's. Pure.
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{sheet: Sheet, saved: number, counted: boolean}} Held `saved` in milliseconds, 0 where
 *   it is not known; one that does not count waits for somebody to say that it should
 */
import { write } from './exchange.js';

/**
 * Take a sheet among the others, so that nobody counts twice. What is surely one sheet is kept
 * once, the newer; of two sheets by one name the older waits, since namesakes and a juror who has
 * begun anew look alike; a sheet that grew out of another's counts, and is told of.
 * @param {Held[]} held
 * @param {Sheet} sheet
 * @param {number} saved
 * @returns {{held: Held[], how: 'added'|'same'|'newer'|'older'|'namesake'|'waits'|'kin',
 *   other: Sheet|null}} `other` is the sheet that was there
 */
export function withSheet(held, sheet, saved) {
  const one = { sheet, saved, counted: true };
  const known = held.find((item) => isOne(item.sheet, sheet));
  if (known) {
    const { sheet: other } = known;
    if (contentOf(other) === contentOf(sheet) && nameOf(other) === nameOf(sheet)) {
      const later = { ...known, saved: Math.max(known.saved, saved) };
      return { held: held.map((item) => (item === known ? later : item)), how: 'same', other };
    }
    if (known.saved > saved) return { held, how: 'older', other };
    const replaced = { ...one, counted: known.counted };
    return { held: held.map((item) => (item === known ? replaced : item)), how: 'newer', other };
  }
  const namesake = held.find((item) => item.counted && nameOf(item.sheet) === nameOf(sheet));
  if (namesake && nameOf(sheet)) {
    const { sheet: other } = namesake;
    if (namesake.saved > saved) {
      return { held: [...held, { ...one, counted: false }], how: 'waits', other };
    }
    const waiting = held.map((item) => (item === namesake ? { ...item, counted: false } : item));
    return { held: [...waiting, one], how: 'namesake', other };
  }
  const kin = held.find((item) => item.sheet.id === sheet.id);
  return { held: [...held, one], how: kin ? 'kin' : 'added', other: kin?.sheet ?? null };
}

/** @param {Held[]} held @param {Held} one @returns {Held[]} with `one` in the summary */
export const counting = (held, one) =>
  held.map((item) => (item === one ? { ...item, counted: true } : item));

/** The id belongs to a sheet, but a juror may have begun with another's file and put a new name. */
function isOne(a, b) {
  if (a.id !== b.id) return false;
  const named = nameOf(a) && nameOf(b);
  return !named || nameOf(a) === nameOf(b) || contentOf(a) === contentOf(b);
}

const nameOf = (sheet) => sheet.juror.trim().replace(/\s+/g, ' ').toLocaleLowerCase();

/** All that is judged in it. */
const contentOf = (sheet) => write({ ...sheet, id: '', juror: '' }, '');
