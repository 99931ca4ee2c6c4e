/**
 * The tick box that chooses a practice for comparison.
 */
import { el } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { add, chosen, onChange, remove } from './selection.js';

onChange(() => {
  const ids = new Set(chosen().map(({ id }) => id));
  for (const input of document.querySelectorAll('input[data-compare]')) {
    input.checked = ids.has(input.dataset.compare);
  }
});

/**
 * @param {string} id @param {string} title @param {import('../messages.js').Translate} t
 * @returns {HTMLElement}
 */
export function compareBox(id, title, t) {
  const input = el('input', { type: 'checkbox', 'data-compare': id });
  input.checked = chosen().some((item) => item.id === id);
  input.addEventListener('change', () => {
    if (!input.checked) return remove(id);
    if (!add(id, title)) {
      input.checked = false;
      document.dispatchEvent(new CustomEvent('compare:full'));
    }
  });
  return el('label', { class: 'compare-box' }, input, ' ',
    el('span', { 'aria-hidden': 'true' }, t('compare-add')),
    el('span', { class: 'visually-hidden' }, t('compare-add-name', { title })));
}

/**
 * Puts a tick box where the page leaves room for one (`data-module="compare-box"`).
 * @param {HTMLElement} place
 */
export async function compareBoxAt(place) {
  place.replaceChildren(compareBox(place.dataset.id, place.dataset.title, await loadMessages()));
}
