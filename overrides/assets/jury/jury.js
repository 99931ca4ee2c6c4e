/**
 * The jury's tools on the page of an award round. Everything happens in this browser; nothing is
 * sent anywhere.
 * @typedef {object} Context
 * @property {import('./round-page.js').RoundPage} round
 * @property {import('../messages.js').Translate} t
 * @property {ReturnType<typeof import('./filters.js').filters>} filters
 * @property {ReturnType<typeof import('./desk.js').openDesk>} desk
 * @property {(value: number, decimals?: number) => string} number a number as people read it:
 *   always with its decimals, so that a column of them is read at a glance
 */
import { loadMessages } from '../messages.js';
import { openDesk } from './desk.js';
import { writeOut } from './element.js';
import { exportBar } from './exports.js';
import { filters } from './filters.js';
import { handoutView } from './handout-view.js';
import { panelView } from './panel-view.js';
import { readTable } from './plain-table.js';
import { readRound } from './round-page.js';
import { sheetView } from './sheet-view.js';
import { shortlistView } from './shortlist-view.js';

const VIEWS = { sheet: sheetView, panel: panelView, shortlist: shortlistView, handout: handoutView };

/** @param {HTMLElement} root */
export async function jury(root) {
  const t = await loadMessages();
  const round = readRound(root);
  const { lang } = document.documentElement;
  const number = (value, decimals = 2) => {
    const fraction = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return value.toLocaleString(lang, fraction);
  };
  /** @type {Context} */
  const context = {
    round,
    t,
    filters: filters(root, round, t),
    desk: openDesk(round),
    number,
  };
  for (const region of root.querySelectorAll('[data-export]')) {
    const table = region.querySelector('table');
    const label = table.caption.textContent.trim();
    region.prepend(context.filters.none());
    region.append(exportBar(context, region.dataset.export, label, () => readTable(table, t)));
  }
  for (const [name, view] of Object.entries(VIEWS)) {
    const place = root.querySelector(`[data-jury="${name}"]`);
    if (place) view(context, place);
  }
  addEventListener('beforeprint', () => writeOut(root));
  root.dataset.ready = '';
  toFragment();
}

/** The tools have pushed down what the address names; who has come back is where they left. */
function toFragment() {
  const [visit] = performance.getEntriesByType('navigation');
  if (visit?.type !== 'navigate') return;
  // A fragment may hold more than the name of the part (`shared-reasons.js`).
  const [name] = location.hash.slice(1).split(':');
  if (name) document.getElementById(name)?.scrollIntoView();
}
