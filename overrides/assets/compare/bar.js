/**
 * The bar at the foot of the window that shows what is chosen and leads to the comparison.
 */
import { el } from '../browse/dom.js';
import { content } from '../content.js';
import { loadMessages } from '../messages.js';
import { chosen, clear, onChange, remove } from './selection.js';

/** @param {HTMLElement} bar  empty and hidden; `data-url` is the comparison's address */
export async function compareBar(bar) {
  if (!chosen().length) {
    // Nothing is fetched or shown before something is chosen.
    let started = false;
    onChange(() => {
      if (!started && chosen().length) {
        started = true;
        start(bar);
      }
    });
    return;
  }
  await start(bar);
}

async function start(bar) {
  const t = await loadMessages();
  const status = el('p', { class: 'compare-bar__status', role: 'status' });
  const list = el('ul', { class: 'chips', role: 'list' });
  const actions = el('p', { class: 'compare-bar__actions' });
  bar.setAttribute('aria-label', t('compare-bar'));
  bar.replaceChildren(status, list, actions);
  document.addEventListener('compare:full', () => { status.textContent = t('compare-full'); });
  const show = () => {
    const items = chosen();
    bar.hidden = !items.length;
    document.body.classList.toggle('has-compare-bar', items.length > 0);
    status.textContent = t('compare-chosen', { count: items.length });
    list.replaceChildren(...items.map(({ id, title }) => {
      const button = el('button', { type: 'button', class: 'chip', title, 'aria-label': t('compare-remove', { title }) },
        el('span', { class: 'chip__name' }, title), el('span', { 'aria-hidden': 'true' }, ' ✕'));
      button.addEventListener('click', () => {
        remove(id);
        (bar.querySelector('button') ?? content()).focus();
      });
      return el('li', {}, button);
    }));
    const all = el('button', { type: 'button', class: 'quiet' }, t('compare-clear'));
    all.addEventListener('click', () => {
      clear();
      content().focus();
    });
    const ids = items.map(({ id }) => id).join(',');
    const there = location.pathname === new URL(bar.dataset.url, location.href).pathname;
    actions.replaceChildren(items.length > 1 && there ? '' : items.length > 1
      ? el('a', { class: 'button', href: `${bar.dataset.url}?k=${ids}` }, t('compare-show'))
      : el('span', { class: 'weak' }, t('compare-more')), ' ', all);
  };
  onChange(show);
  show();
}
