/**
 * A table as it is on the screen, as a value, and as CSV or JSON. Only `readTable` knows the page.
 * @typedef {{title: string, columns: string[], rows: (string|number|null)[][]}} PlainTable
 * @typedef {{round: string, filters: Record<string, string>, words: string[][], title: string}} About
 *   of which round a table is, by which filters its rows were chosen, also in words, and what those
 *   are called
 */
import { textSeen } from '../nothing.js';

/**
 * A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection"), and "2/3" for the
 * second of March.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]|^\d+\/\d+$/;

/** Text that says no more than the number of its cell: "3,45", "1.", "–". */
const BARE = /^[\d\s.,+−–-]*$/;

/**
 * The rows and columns that are to be seen, in the order in which they are. Numbers are numbers;
 * where a cell says more than its number ("3. (jaettu)", "2/3"), its words have a column too.
 * @param {HTMLTableElement} table
 * @param {import('../messages.js').Translate} t
 * @returns {PlainTable}
 */
export function readTable(table, t) {
  const headings = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  const shown = headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => !('control' in heading.dataset));
  const columns = shown.flatMap(({ heading, at }) => [
    { heading: heading.textContent.trim(), at },
    ...headedParts(rows, at).map((part) => ({ heading: part, at, part })),
    ...(rows.some((row) => saysMore(row.cells[at]))
      ? [{ heading: t('jury-export-words', { column: heading.textContent.trim() }), at, words: true }]
      : []),
  ]);
  return {
    title: table.caption.textContent.trim(),
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) =>
      columns.map(({ at, part, words }) => (words ? wordsOf(row.cells[at]) : valueOf(row.cells[at], part))),
    ),
  };
}

/** What stands under another in a cell and has a heading of its own gets a column of its own. */
function headedParts(rows, at) {
  const parts = rows.flatMap((row) => [...row.cells[at].querySelectorAll('[data-column]')]);
  return [...new Set(parts.map((part) => part.dataset.column))];
}

/** @param {HTMLTableCellElement} cell @param {string} [column] @returns {string|number|null} */
function valueOf(cell, column) {
  const { value } = cell.dataset;
  // No fraction that anybody shows is finer.
  if (value !== undefined) return value === '' ? null : Number(Number(value).toFixed(6));
  return wordsOf(cell, column);
}

function wordsOf(cell, column) {
  const all = [...cell.querySelectorAll('.part')];
  const parts = all.filter((part) => part.dataset.column === column);
  const texts = all.length ? parts.map(textSeen) : [textSeen(cell)];
  return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter(Boolean).join('; ');
}

const saysMore = (cell) => cell.dataset.value !== undefined && !BARE.test(wordsOf(cell));

/**
 * CSV that a Finnish Excel opens right: UTF-8 with a mark, semicolons, decimal commas. Text that
 * would be a formula gets an apostrophe before it.
 * @param {PlainTable} table
 * @returns {string}
 */
export function asCsv(table) {
  const lines = [table.columns, ...table.rows].map((row) => row.map(csvField).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvField(value) {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {PlainTable} table
 * @param {About} about
 * @returns {string}
 */
export function asJson(table, { filters, round }) {
  const head = { format: 'hyvat-kaytannot/taulukko', version: 1, round, filters };
  return `${JSON.stringify({ ...head, count: table.rows.length, ...table }, null, 1)}\n`;
}
