/**
 * What only paper needs: where the comparison is, when it was printed, and the pages of its practices.
 */
import { el } from '../browse/dom.js';

/**
 * @param {object[]} items @param {import('../messages.js').Translate} t
 * @param {(id: string) => string} address
 */
export function sources(items, t, address) {
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(new Date());
  return el('section', { class: 'print-notes' },
    el('p', {}, t('compare-printed', { address: location.href.replace(/#.*/, ''), date: when })),
    el('ul', {}, ...items.map((item) => el('li', {}, el('span', { lang: item.language }, item.title), `: ${address(item.id)}`))));
}
