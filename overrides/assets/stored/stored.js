/**
 * Lists what the site keeps in this browser, and deletes it.
 */
import { el } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { forget, kept } from './kept.js';

/** @param {HTMLElement} place */
export async function stored(place) {
  const t = await loadMessages();
  const items = [...place.querySelectorAll('[data-stored]')];
  const said = el('p', { role: 'status' });
  const button = (text, name, act) => {
    const made = el('button', { type: 'button', class: 'action', 'aria-label': name }, text);
    made.addEventListener('click', act);
    return made;
  };
  const all = button(t('stored-delete-all'), null, () => {
    for (const item of items) forget(item.dataset.stored);
    show(t('stored-deleted-all'));
  });
  const states = items.map((item) => item.appendChild(el('div', {})));

  function state(item) {
    const found = kept(item.dataset.stored);
    if (!found.length) return [el('p', { class: 'weak' }, t('stored-nothing'))];
    const name = item.querySelector('h2').textContent;
    const count = found.reduce((sum, [, value]) => sum + value.length, 0);
    return [
      el('p', {}, t('stored-some', { count })),
      el('details', {}, el('summary', {}, t('stored-show')),
        ...found.map(([key, value]) => el('p', {}, el('code', {}, `${key}: ${value}`)))),
      button(t('stored-delete'), t('stored-delete-name', { name }), () => {
        forget(item.dataset.stored);
        show(t('stored-deleted', { name }));
      }),
    ];
  }

  function show(message = '') {
    items.forEach((item, n) => states[n].replaceChildren(...state(item)));
    said.textContent = message;
    // The button that was pressed is gone: the message is where the reader goes on.
    if (message) said.focus();
  }

  said.tabIndex = -1;
  place.append(said, all);
  show();
  window.addEventListener('storage', () => show());
}
