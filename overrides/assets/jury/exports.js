/** Buttons that give what a view shows as a file. */
import { download } from './download.js';
import { button, make } from './element.js';
import { asCsv, asJson } from './plain-table.js';
import { asXlsx } from './workbook.js';

const FORMATS = {
  csv: { type: 'text/csv;charset=utf-8', write: asCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: asXlsx,
  },
  json: { type: 'application/json', write: asJson },
};

/**
 * @param {import('./jury.js').Context} context
 * @param {string} view what the file's name calls it
 * @param {string} label
 * @param {() => import('./plain-table.js').PlainTable} read
 */
export function exportBar({ round, filters, t }, view, label, read) {
  const buttons = Object.entries(FORMATS).map(([format, { type, write }]) => {
    const save = () => {
      const table = read();
      const rows = [view, ...Object.entries(filters.chosen()).flat(), table.rows.length].join('-');
      const about = { round: round.round, filters: filters.chosen(), words: filters.words(), title: t('jury-export-filters') };
      download(`${round.round}-${rows}.${format}`, write(table, about), type);
    };
    const aria = { label: `${label}: ${format.toUpperCase()}` };
    return button(format.toUpperCase(), save, { aria });
  });
  const words = make('span', { className: 'weak' }, t('jury-export'));
  return make('div', { className: 'actions actions--export' }, words, ...buttons);
}
