/**
 * What only one of the practices measures: a folded list for each practice, below what can be
 * compared. In the table nearly every cell of such rows would be empty.
 */
import { el } from '../browse/dom.js';
import { sharedNames } from './shared.js';
import { spoken, told } from './told.js';

/**
 * @param {object[]} items @param {import('../messages.js').Translate} t
 * @param {(id: string) => string} address
 * @returns {HTMLElement[]}
 */
export function alone(items, t, address) {
  const names = sharedNames(items);
  // With no outcomes at all, the table tells why.
  if (items.length > 1 && !items.some((item) => item.outcomes.length)) return [];
  const lists = items.map((item) => list(item, item.outcomes.filter(({ indicator }) => !names.has(indicator)), items.length === 1, t, address));
  if (!lists.some(Boolean)) return [];
  return [el('section', { class: 'compare-alone', 'aria-labelledby': 'vain-yhden' },
    el('h2', { id: 'vain-yhden' }, t(items.length > 1 ? 'compare-alone' : 'compare-all-outcomes')), ...lists)];
}

function list(item, outcomes, open, t, address) {
  if (!outcomes.length && item.outcomes.length) return null;
  return el('details', { open }, el('summary', {},
    el('span', { lang: item.language }, item.title), ' ', el('span', { class: 'weak' }, t('compare-alone-count', { count: outcomes.length }))),
  outcomes.length
    ? el('ul', { class: 'compare-alone__list', role: 'list' }, ...outcomes.map((outcome) => told(outcome, item, address(item.id), t, 'li')))
    : el('p', { lang: spoken(item) }, item.no_outcomes));
}
