/**
 * Tick boxes in a table whose rows tell of practices: one for each practice of a group, so that
 * those that measure the same are chosen where they stand side by side.
 */
import { el } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { compareBox } from './box.js';

/** @param {HTMLElement} region  with the table; the first link of a row leads to its practice */
export async function compareRows(region) {
  const t = await loadMessages();
  for (const body of region.querySelectorAll('tbody')) {
    const had = new Set();
    for (const row of body.rows) {
      const link = row.cells[0].querySelector('a[href*="kaytannot/"]');
      const id = link?.getAttribute('href').match(/kaytannot\/([^/#?]+)\//)?.[1];
      if (!id || had.has(id)) continue;
      had.add(id);
      row.cells[0].append(el('span', { class: 'compare-place' }, compareBox(id, link.textContent, t)));
    }
  }
}
