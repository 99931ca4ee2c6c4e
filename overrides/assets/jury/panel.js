/**
 * Several jurors' sheets as one. Pure.
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {import('./sheet.js').Round} Round
 */
import { markOf, total, weightOf } from './sheet.js';
import { agreementWord, deviation, kendallW, mean, median, pairwise, sharedRanks } from './statistics.js';

/** How many of the widest disagreements are told. */
const WIDEST = 5;
const ORDER = { scored: 0, partial: 1, unscored: 2, excluded: 3 };

/**
 * @param {Sheet[]} sheets
 * @param {Round} round
 */
export function merged(sheets, round) {
  const results = round.nominees.map((nominee) => nomineeResult(sheets, nominee, round));
  const ranks = sharedRanks(results.map(({ state, mean }) => (state === 'scored' ? mean : null)));
  // Nominees of one rank, and all without one, stay in the order of the round.
  const nominees = results
    .map((result, at) => ({ ...result, ...ranks[at] }))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.rank ?? 0) - (b.rank ?? 0));
  const cells = round.nominees.flatMap((nominee) =>
    round.criteria.map((criterion) => cellResult(sheets, nominee, criterion)),
  );
  return {
    nominees,
    cells,
    agreement: agreement(sheets, round),
    widest: widest(cells),
    lists: lists(sheets, round),
    notes: notes(sheets, round),
    exclusions: sheets.flatMap((sheet) =>
      round.nominees
        .filter(({ id }) => sheet.conflicts.has(id))
        .map((nominee) => ({ sheet, nominee, reason: sheet.conflicts.get(nominee.id) })),
    ),
    weightsDiffer: round.criteria.some(({ id }) =>
      sheets.some((sheet) => weightOf(sheet, id) !== weightOf(sheets[0], id)),
    ),
  };
}

/**
 * Of each juror who has scored every criterion: the weighted averages, and what they make. While
 * a juror who may judge has not, the nominee is unfinished and has no rank: the mean of one juror
 * and the mean of all are not the same thing.
 */
function nomineeResult(sheets, nominee, round) {
  const totals = sheets.map((sheet) => total(sheet, nominee.id, round.criteria));
  const of = (...states) => sheets.filter((_, at) => states.includes(totals[at].state));
  const counted = totals.filter(({ state }) => state === 'scored').map(({ average }) => average);
  const [unfinished, excluded] = [of('partial', 'unscored'), of('excluded')];
  const begun = totals.some(({ state }) => state === 'scored' || state === 'partial');
  const open = begun ? 'partial' : 'unscored';
  const state = unfinished.length ? open : counted.length ? 'scored' : 'excluded';
  return { nominee, state, ...spread(counted), unfinished, excluded };
}

/** Of one criterion: every score given by a juror who may judge, whatever else is unscored. */
function cellResult(sheets, nominee, criterion) {
  const given = sheets
    .filter((sheet) => !sheet.conflicts.has(nominee.id))
    .map((sheet) => ({ sheet, score: markOf(sheet, nominee.id, criterion.id).score }))
    .filter(({ score }) => score !== null);
  return { nominee, criterion, given, ...spread(given.map(({ score }) => score)) };
}

function spread(values) {
  return {
    count: values.length,
    mean: mean(values),
    median: median(values),
    deviation: deviation(values),
    least: values.length ? Math.min(...values) : null,
    greatest: values.length ? Math.max(...values) : null,
  };
}

/**
 * Agreement on the nominees whom every juror has scored in full, since W needs complete rankings;
 * and where that leaves some out, on those that the jurors share two by two.
 * @param {Sheet[]} sheets
 * @param {Round} round
 */
function agreement(sheets, round) {
  const rows = sheets.map((sheet) =>
    round.nominees.map(({ id }) => {
      const { state, average } = total(sheet, id, round.criteria);
      return state === 'scored' ? average : null;
    }),
  );
  const complete = round.nominees.map((_, at) => at).filter((at) => rows.every((row) => row[at] !== null));
  const w = kendallW(rows.map((row) => complete.map((at) => row[at])));
  const left = round.nominees.length - complete.length;
  const pairs = left ? pairwise(rows) : null;
  const told = pairs?.w ?? w;
  return { w, word: told === null ? null : agreementWord(told), compared: complete.length, left, pairs };
}

/** The cells in which the jurors' scores lie furthest apart, widest first. */
function widest(cells) {
  return cells
    .filter((cell) => cell.count > 1 && cell.greatest > cell.least)
    .sort((a, b) => b.greatest - b.least - (a.greatest - a.least) || b.deviation - a.deviation)
    .slice(0, WIDEST);
}

/**
 * Who has put whom on the shortlist, the most often listed first. A juror with a conflict of
 * interest does not count here either.
 * @param {Sheet[]} sheets
 * @param {Round} round
 */
function lists(sheets, round) {
  const each = round.nominees.map((nominee) => ({ nominee, listed: listings(sheets, nominee.id) }));
  const place = ({ listed }) => mean(listed.map(({ rank }) => rank));
  return each
    .filter(({ listed }) => listed.length)
    .sort((a, b) => b.listed.length - a.listed.length || place(a) - place(b));
}

function listings(sheets, nominee) {
  const found = sheets
    .filter((sheet) => !sheet.conflicts.has(nominee))
    .map((sheet) => ({ sheet, at: sheet.shortlist.findIndex((one) => one.nominee === nominee) }));
  return found
    .filter(({ at }) => at >= 0)
    .map(({ sheet, at }) => ({ sheet, rank: at + 1, reason: sheet.shortlist[at].reason }));
}

/**
 * Every note, by nominee and criterion, with its juror and score.
 * @param {Sheet[]} sheets
 * @param {Round} round
 */
export function notes(sheets, round) {
  return round.nominees.flatMap((nominee) =>
    round.criteria.flatMap((criterion) =>
      sheets
        .filter((sheet) => !sheet.conflicts.has(nominee.id))
        .map((sheet) => ({ nominee, criterion, sheet, ...markOf(sheet, nominee.id, criterion.id) }))
        .filter(({ note }) => note.trim()),
    ),
  );
}
