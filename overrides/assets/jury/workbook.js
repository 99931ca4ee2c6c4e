/**
 * A workbook (ECMA-376) of one sheet, and one that names the filters where there are any: text as text, numbers as numbers, nothing computed. Pure.
 */
import { zip } from './zip.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Excel's own limits. */
const LONGEST_TEXT = 32_767;
const LONGEST_NAME = 31;
const [NARROWEST, WIDEST] = [10, 60];

/**
 * @param {import('./plain-table.js').PlainTable} table
 * @param {import('./plain-table.js').About} [about] the filters have a sheet of their own
 * @returns {Uint8Array} the file
 */
export function asXlsx(table, about) {
  const chosen = about?.words.length ? [{ title: about.title, columns: [about.title, ''], rows: about.words }] : [];
  const sheets = [table, ...chosen].map((each, at) => ({ each, at: at + 1 }));
  const files = sheets.map(({ each, at }) => [`xl/worksheets/sheet${at}.xml`, sheet(each)]);
  const related = sheets.map(({ at }) => [`rId${at}`, ['worksheet', `worksheets/sheet${at}.xml`]]);
  const named = sheets.map(({ each, at }) => `<sheet name="${nameOf(each.title)}" sheetId="${at}" r:id="rId${at}"/>`);
  const types = files.map(([path]) => `<Override PartName="/${path}" ContentType="${TYPE}.worksheet+xml"/>`);
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/_rels/workbook.xml.rels': relations({
      ...Object.fromEntries(related),
      [`rId${sheets.length + 1}`]: ['styles', 'styles.xml'],
    }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/styles.xml': STYLES,
    ...Object.fromEntries(files),
  };
  return zip(Object.entries(parts).map(([path, text]) => [path, XML + text]));
}

const nameOf = (title) => escaped(title.replace(/[[\]:*?/\\']/g, ' ').trim().slice(0, LONGEST_NAME) || '1');

/** Cell formats: 0 text, 1 heading, 2 whole number, 3 fraction, 4 wrapped text. */
const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.00####"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="49" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="1" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheet({ columns, rows }) {
  const widths = columns.map((heading, at) => {
    const longest = Math.max(heading.length, ...rows.map((row) => String(row[at] ?? '').length));
    const width = Math.min(Math.max(longest + 2, NARROWEST), WIDEST);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const lines = [columns, ...rows].map((row, at) => {
    const cells = row.map((value, column) => cell(value, `${letters(column)}${at + 1}`, at === 0));
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const all = `A1:${letters(columns.length - 1)}${rows.length + 1}`;
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="${all}"/></worksheet>`;
}

function cell(value, place, heading) {
  if (value === null || value === '') return '';
  if (typeof value === 'number') {
    return `<c r="${place}" s="${Number.isInteger(value) ? 2 : 3}"><v>${value}</v></c>`;
  }
  const style = heading ? 1 : value.length > WIDEST ? 4 : 0;
  const text = escaped(value.slice(0, LONGEST_TEXT));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** @param {number} column from 0 @returns {string} A, B, …, Z, AA, … */
function letters(column) {
  const rest = Math.floor(column / 26);
  return (rest ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function relations(targets) {
  const each = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${each.join('')}</Relationships>`;
}

/** Characters that XML 1.0 cannot hold go; `_x0041_`, which Excel would read as A, is kept apart. */
function escaped(text) {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
