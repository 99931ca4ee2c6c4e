/**
 * A juror's score sheet as a value. Pure: every change returns a new sheet, nothing knows the page.
 *
 * @typedef {{id: string, title: string, former: string[]}} Nominee
 * @typedef {{id: string, label: string}} Criterion
 * @typedef {{round: string, nominees: Nominee[], criteria: Criterion[]}} Round
 * @typedef {{score: number|null, note: string}} Mark
 * @typedef {{nominee: string, reason: string}} Listed
 * @typedef {object} Sheet
 * @property {string} id tells a juror's sheet from another's, whatever the names
 * @property {string} round
 * @property {string} juror
 * @property {Map<string, number>} weights by criterion; one that is not there weighs DEFAULT_WEIGHT
 * @property {Map<string, Map<string, Mark>>} marks by nominee and criterion
 * @property {Map<string, string>} conflicts the nominees of which the juror may not judge, and why
 * @property {Listed[]} shortlist in order
 */
import { sharedRanks } from './statistics.js';

/** Six steps tell nominees apart; an even number leaves no middle in which all would gather. */
export const SCORES = Object.freeze([0, 1, 2, 3, 4, 5]);
export const MAX_WEIGHT = 10;
export const DEFAULT_WEIGHT = 1;
/** Longest texts, in characters, as they are typed and as a file may hold them. */
export const LONGEST = Object.freeze({ juror: 80, note: 4000, reason: 4000, saved: 40 });

/** @param {string} round @param {string} id @returns {Sheet} */
export function newSheet(round, id) {
  const none = { weights: new Map(), marks: new Map(), conflicts: new Map(), shortlist: [] };
  return { id, round, juror: '', ...none };
}

/** @param {Sheet} sheet @param {string} juror @returns {Sheet} */
export const withJuror = (sheet, juror) => ({ ...sheet, juror });

/** @param {Sheet} sheet @param {string} criterion @param {number} weight @returns {Sheet} */
export const withWeight = (sheet, criterion, weight) => ({
  ...sheet,
  weights: new Map(sheet.weights).set(criterion, weight),
});

/** @param {Sheet} sheet @param {string} criterion @returns {number} */
export const weightOf = (sheet, criterion) => sheet.weights.get(criterion) ?? DEFAULT_WEIGHT;

/** @param {Sheet} sheet @param {string} nominee @param {string} criterion @returns {Mark} */
export const markOf = (sheet, nominee, criterion) =>
  sheet.marks.get(nominee)?.get(criterion) ?? { score: null, note: '' };

/** @param {Sheet} sheet @param {number|null} score @returns {Sheet} */
export const withScore = (sheet, nominee, criterion, score) =>
  withMark(sheet, nominee, criterion, { ...markOf(sheet, nominee, criterion), score });

/** @param {Sheet} sheet @param {string} note @returns {Sheet} */
export const withNote = (sheet, nominee, criterion, note) =>
  withMark(sheet, nominee, criterion, { ...markOf(sheet, nominee, criterion), note });

/** @param {Sheet} sheet @param {string} nominee @param {string} reason @returns {Sheet} */
export const withConflict = (sheet, nominee, reason) => ({
  ...sheet,
  conflicts: new Map(sheet.conflicts).set(nominee, reason),
});

/** @param {Sheet} sheet @param {string} nominee @returns {Sheet} the scores are as they were */
export function withoutConflict(sheet, nominee) {
  const conflicts = new Map(sheet.conflicts);
  conflicts.delete(nominee);
  return { ...sheet, conflicts };
}

/** @param {Sheet} sheet @param {string} nominee @returns {Sheet} with the nominee last */
export const listed = (sheet, nominee) =>
  isListed(sheet, nominee)
    ? sheet
    : { ...sheet, shortlist: [...sheet.shortlist, { nominee, reason: '' }] };

/** @param {Sheet} sheet @param {string} nominee @returns {Sheet} */
export const unlisted = (sheet, nominee) => ({
  ...sheet,
  shortlist: sheet.shortlist.filter((item) => item.nominee !== nominee),
});

/** @param {Sheet} sheet @param {string} nominee @returns {boolean} */
export const isListed = (sheet, nominee) =>
  sheet.shortlist.some((item) => item.nominee === nominee);

/** @param {Sheet} sheet @param {string} nominee @param {-1|1} step @returns {Sheet} */
export function moved(sheet, nominee, step) {
  const from = sheet.shortlist.findIndex((item) => item.nominee === nominee);
  const to = from + step;
  if (from < 0 || to < 0 || to >= sheet.shortlist.length) return sheet;
  const shortlist = [...sheet.shortlist];
  [shortlist[from], shortlist[to]] = [shortlist[to], shortlist[from]];
  return { ...sheet, shortlist };
}

/** @param {Sheet} sheet @param {string} nominee @param {string} reason @returns {Sheet} */
export const withReason = (sheet, nominee, reason) => ({
  ...sheet,
  shortlist: sheet.shortlist.map((item) => (item.nominee === nominee ? { nominee, reason } : item)),
});

/** @param {Sheet} sheet @returns {boolean} whether there is anything in it to lose */
export const isEmpty = (sheet) =>
  !sheet.juror && !sheet.weights.size && !sheet.marks.size && !sheet.conflicts.size &&
  !sheet.shortlist.length;

/**
 * A nominee's result on one sheet. The average is that of the scored criteria by their weights
 * (a criterion of weight 0 does not count); without a score there is no average, and a conflict
 * of interest leaves the nominee out whatever was scored.
 * @param {Sheet} sheet
 * @param {string} nominee
 * @param {Criterion[]} criteria
 * @returns {{state: 'excluded'|'unscored'|'partial'|'scored', average: number|null,
 *   scored: number, of: number}}
 */
export function total(sheet, nominee, criteria) {
  const weighed = criteria.filter(({ id }) => weightOf(sheet, id) > 0);
  const scored = weighed.filter(({ id }) => markOf(sheet, nominee, id).score !== null);
  const counts = { scored: scored.length, of: weighed.length };
  if (sheet.conflicts.has(nominee)) return { state: 'excluded', average: null, ...counts };
  if (!scored.length) return { state: 'unscored', average: null, ...counts };
  const weights = scored.reduce((sum, { id }) => sum + weightOf(sheet, id), 0);
  const points = scored.reduce(
    (sum, { id }) => sum + weightOf(sheet, id) * markOf(sheet, nominee, id).score,
    0,
  );
  const state = scored.length === weighed.length ? 'scored' : 'partial';
  return { state, average: points / weights, ...counts };
}

const ORDER = { scored: 0, partial: 1, unscored: 2, excluded: 3 };

/**
 * The nominees in order. Only those scored by every criterion that weighs have a rank: an average
 * of two criteria and one of four are not the same thing.
 * @param {Sheet} sheet
 * @param {Round} round
 */
export function ranking(sheet, round) {
  const rows = round.nominees.map((nominee) => ({
    nominee,
    ...total(sheet, nominee.id, round.criteria),
  }));
  const ranks = sharedRanks(rows.map((row) => (row.state === 'scored' ? row.average : null)));
  // Nominees of one rank stay in the order of the round.
  return rows
    .map((row, at) => ({ ...row, ...ranks[at] }))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.rank ?? 0) - (b.rank ?? 0));
}

function withMark(sheet, nominee, criterion, mark) {
  const marks = new Map(sheet.marks);
  const own = new Map(marks.get(nominee));
  if (mark.score === null && !mark.note) own.delete(criterion);
  else own.set(criterion, mark);
  if (own.size) marks.set(nominee, own);
  else marks.delete(nominee);
  return { ...sheet, marks };
}
