/**
 * Makes the column headings of a table buttons that sort its rows. Rows stay in their group
 * (`tbody`), and a heading row stays first. What a cell is sorted by is in its `data-sort`.
 * @param {HTMLTableElement} table
 */
export function sortable(table) {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const headings = [...table.tHead.rows[0].cells];
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  table.after(status);

  headings.forEach((heading, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener('click', () => {
      const descending = heading.getAttribute('aria-sort') === 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      sortBy(column, 'numeric' in heading.dataset, descending ? -1 : 1);
      status.textContent = table.dataset.sorted.replace('%s', button.textContent);
    });
  });

  /** @param {number} column @param {boolean} numeric @param {1|-1} sign */
  function sortBy(column, numeric, sign) {
    for (const body of table.tBodies) {
      const rows = [...body.rows].filter((row) => !row.classList.contains('group'));
      const key = (row) => row.cells[column].dataset.sort;
      const compare = numeric
        ? (a, b) => number(key(a)) - number(key(b))
        : (a, b) => collator.compare(key(a), key(b));
      body.append(...rows.sort((a, b) => sign * compare(a, b)));
    }
  }
}

/** A text that is no number sorts below every number. */
function number(text) {
  return text === '' || Number.isNaN(Number(text)) ? -Infinity : Number(text);
}
