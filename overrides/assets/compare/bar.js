/**
 * The bar at the foot of the window that shows what is chosen and leads to the comparison. On a
 * phone it is one row, of which the rest opens.
 */
import { el } from '../browse/dom.js';
import { content } from '../content.js';
import { loadMessages } from '../messages.js';
import { SHOWN, chosen, clear, named, onChange, remove } from './selection.js';

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
  const onward = el('p', { class: 'compare-bar__onward' });
  const list = el('ul', { class: 'chips', role: 'list' });
  const all = el('button', { type: 'button', class: 'quiet' }, t('compare-clear'));
  const rest = el('div', { class: 'compare-bar__rest', id: 'vertailuun-valitut' }, list, all);
  const open = el('button', {
    type: 'button', class: 'quiet compare-bar__open', 'aria-label': t('compare-open'), 'aria-expanded': 'false', 'aria-controls': rest.id,
  }, el('span', { 'aria-hidden': 'true' }));
  open.addEventListener('click', () => open.setAttribute('aria-expanded', bar.classList.toggle('is-open')));
  all.addEventListener('click', () => {
    clear();
    content().focus();
  });
  bar.setAttribute('aria-label', t('compare-bar'));
  bar.replaceChildren(status, onward, open, rest);
  document.addEventListener('compare:full', () => { status.textContent = t('compare-full'); });
  const show = () => {
    const items = chosen();
    const count = items.length, ids = items.map(({ id }) => id);
    bar.hidden = !count;
    document.body.classList.toggle('has-compare-bar', count > 0);
    const there = location.pathname === new URL(bar.dataset.url, location.href).pathname;
    const other = there && isOther(ids);
    status.textContent = t(other ? 'compare-other' : 'compare-chosen', { count });
    list.replaceChildren(...items.map(({ id, title }) => {
      const button = el('button', { type: 'button', class: 'chip', title, 'aria-label': t('compare-remove', { title }) },
        el('span', { class: 'chip__name' }, title), el('span', { 'aria-hidden': 'true' }, ' ✕'));
      button.addEventListener('click', () => {
        remove(id);
        (list.querySelector('button') ?? content()).focus();
      });
      return el('li', {}, button);
    }));
    const text = t(other ? 'compare-show-own' : 'compare-show');
    onward.replaceChildren(count < 2 ? el('span', { class: 'weak' }, t('compare-more'))
      : there && !other ? '' : el('a', { class: 'button', href: `${bar.dataset.url}?k=${ids.join(',')}` }, text));
  };
  onChange(show);
  document.addEventListener(SHOWN, show);
  show();
}

/** Whether the address names another comparison than that of `ids`, in whatever order. */
function isOther(ids) {
  const given = new URLSearchParams(location.search).get('k');
  const shown = named(given ?? '').ids;
  return given !== null && (shown.length !== ids.length || shown.some((id) => !ids.includes(id)));
}
