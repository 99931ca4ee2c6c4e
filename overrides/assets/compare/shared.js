/**
 * What several of the practices measure, a row for each indicator: that is what can be compared.
 */
import { el } from '../browse/dom.js';
import { reasonsAgainst } from './comparable.js';
import { spoken, told } from './told.js';

/** @param {object[]} items @returns {Map<string, string>}  the names of the indicators that more than one reports */
export function sharedNames(items) {
  const reporting = new Map(), names = new Map();
  for (const item of items) {
    for (const indicator of new Set(item.outcomes.map((outcome) => outcome.indicator))) {
      reporting.set(indicator, (reporting.get(indicator) ?? 0) + 1);
    }
    for (const { indicator, name } of item.outcomes) names.set(indicator, name);
  }
  const inOrder = [...reporting].filter(([, count]) => count > 1).sort(([, one], [, other]) => other - one);
  return new Map(inOrder.map(([indicator]) => [indicator, names.get(indicator)]));
}

/**
 * @param {object[]} items @param {import('../messages.js').Translate} t
 * @param {(heading: Node, cells: Node[]) => HTMLElement} row
 * @param {(id: string) => string} address
 * @returns {HTMLElement[]}  rows; a sentence where there is nothing to compare
 */
export function shared(items, t, row, address) {
  if (items.length < 2) return [];
  if (!items.some((item) => item.outcomes.length)) {
    const heading = el('span', { class: 'visually-hidden' }, t('compare-all-outcomes'));
    return [row(heading, items.map((item) => el('span', { lang: spoken(item) }, item.no_outcomes)))];
  }
  const names = sharedNames(items);
  if (!names.size) return [el('tr', { role: 'row' }, el('td', { role: 'cell', class: 'compare-said', colspan: items.length + 1 }, t('compare-none-shared')))];
  return [...names].map(([indicator, name]) => {
    const lists = items.map((item) => item.outcomes.filter((outcome) => outcome.indicator === indicator));
    const cells = lists.map((list, n) => el('div', {}, ...(list.length
      ? list.map((outcome) => told(outcome, items[n], address(items[n].id), t))
      : [el('span', { class: 'weak' }, t('compare-not-given'))])));
    return row(el('span', {}, name, el('span', { class: 'weak part' }, verdict(lists, t))), cells);
  });
}

/** Whether the numbers of the different practices may be compared. */
function verdict(lists, t) {
  const reasons = new Set();
  lists.forEach((list, n) => lists.slice(n + 1).forEach((others) => {
    for (const one of list) {
      for (const other of others) {
        for (const reason of reasonsAgainst(one, other)) reasons.add(reason);
      }
    }
  }));
  if (!reasons.size) return t('compare-same');
  return t('compare-not', { reasons: [...reasons].map((reason) => t(`reason-${reason}`)).join('; ') });
}
