/**
 * A table as it is on the screen, as a value, and as CSV or JSON. Only `readTable` knows the page.
 * @typedef {{title: string, columns: string[], rows: (string|number|null)[][]}} PlainTable
 */

/** A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * The rows and columns that are to be seen, in the order in which they are.
 * @param {HTMLTableElement} table
 * @returns {PlainTable}
 */
export function readTable(table) {
  const headings = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  const shown = headings
    .map((heading, at) => ({ heading, at }))
    .filter(({ heading }) => !('control' in heading.dataset));
  const columns = shown.flatMap(({ heading, at }) => [
    { heading: heading.textContent.trim(), at },
    ...headedParts(rows, at).map((part) => ({ heading: part, at, part })),
  ]);
  return {
    title: table.caption.textContent.trim(),
    columns: columns.map(({ heading }) => heading),
    rows: rows.map((row) => columns.map(({ at, part }) => valueOf(row.cells[at], part))),
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
  const all = [...cell.querySelectorAll('.part')];
  const parts = all.filter((part) => part.dataset.column === column);
  const texts = all.length ? parts.map((part) => part.textContent) : [cell.textContent];
  return texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter(Boolean).join('; ');
}

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
 * @param {Record<string, string>} filters by which the rows were chosen
 * @param {string} round
 * @returns {string}
 */
export function asJson(table, filters, round) {
  const head = { format: 'hyvat-kaytannot/taulukko', version: 1, round, filters };
  return `${JSON.stringify({ ...head, count: table.rows.length, ...table }, null, 1)}\n`;
}
