/**
 * Says aloud what each part of a table is. In narrow windows rows are shown as cards, and
 * `display: block` takes the table's meaning from some screen readers
 * (https://adrianroselli.com/2018/02/tables-css-display-properties-and-aria.html). Written out in
 * the HTML the same roles would be an error by the HTML standard.
 * @param {HTMLTableElement} table
 */
export function tableRoles(table) {
  table.setAttribute('role', 'table');
  for (const part of table.querySelectorAll('thead, tbody, tfoot')) part.setAttribute('role', 'rowgroup');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) {
      const head = cell.tagName === 'TH' && (cell.scope.startsWith('row') ? 'rowheader' : 'columnheader');
      cell.setAttribute('role', head || 'cell');
    }
  }
}
