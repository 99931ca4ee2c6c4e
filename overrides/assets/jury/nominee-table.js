/** A table whose rows are of nominees, and show as the filters choose. */
import { rowOf, tableOf } from './element.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {string} title the key of the caption
 * @param {string[]} keys of the columns
 */
export function nomineeTable({ filters, t }, title, keys) {
  const columns = keys.map((key) => ({ text: t(`jury-column-${key}`) }));
  const labels = columns.map(({ text }) => text);
  const made = tableOf(t(title), columns);
  /** @param {string} id @param {Parameters<typeof rowOf>[1]} values */
  const add = (id, values) => {
    const row = rowOf(labels, values);
    row.dataset.nominee = id;
    row.hidden = !filters.shows(id);
    made.body.append(row);
  };
  return { ...made, add };
}
