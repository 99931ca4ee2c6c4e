/**
 * Chooses the nominees that are shown. The form and its choices are in the page; what a nominee is
 * stands in its row's data under the name of each field.
 */
import { asked, note } from './address.js';
import { button, make } from './element.js';

/**
 * @param {HTMLElement} root
 * @param {import('./round-page.js').RoundPage} round
 * @param {import('../messages.js').Translate} t
 */
export function filters(root, round, t) {
  /** @type {HTMLFormElement|null} */
  const form = root.querySelector('[data-jury="filters"]');
  const selects = form ? [...form.querySelectorAll('select')] : [];
  const count = root.querySelector('[data-jury="count"]');
  const rows = [...root.querySelectorAll('tr[data-nominee]')];
  const listeners = [];
  let shown = new Set();

  const chosen = () =>
    Object.fromEntries(selects.filter((s) => s.value).map((s) => [s.name, s.value]));

  function apply() {
    const wanted = Object.entries(chosen());
    const fits = (row) =>
      wanted.every(([name, value]) => row.dataset[name].split(' ').includes(value));
    shown = new Set([...round.rows].filter(([, row]) => fits(row)).map(([id]) => id));
    for (const row of rows) row.hidden = !shown.has(row.dataset.nominee);
    const of = round.nominees.length;
    // Of one nominee the page says what is known; there is nothing to choose among.
    if (form) count.textContent = t('jury-shown', { shown: shown.size, count: of });
    root.classList.toggle('is-none', !shown.size);
    for (const listen of listeners) listen();
  }

  /** A value that the page does not offer chooses nothing. */
  function read() {
    for (const select of selects) {
      const value = asked(select.name);
      select.value = [...select.options].some((o) => o.value === value) ? value : '';
    }
    apply();
  }

  if (form) {
    form.hidden = false;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      clear();
    });
    form.addEventListener('change', changed);
    addEventListener('popstate', read);
  }
  function changed() {
    note(Object.fromEntries(selects.map((select) => [select.name, select.value])));
    apply();
  }
  function clear() {
    for (const select of selects) select.value = '';
    changed();
  }
  read();
  return {
    chosen,
    /** What is chosen, in words: `[label, value]` of each filter that chooses. */
    words: () =>
      selects
        .filter((select) => select.value)
        .map((select) => [select.labels[0].textContent, select.selectedOptions[0].textContent]),
    /** What stands in place of a table, and of what is made of it, while nobody fits. */
    none: () => {
      const all = () => {
        clear();
        selects[0].focus();
      };
      return make(
        'div',
        { className: 'empty jury-none' },
        make('p', {}, t('jury-none-fit')),
        make('p', {}, button(t('jury-none-clear'), all)),
      );
    },
    /** @param {string} id @returns {boolean} */
    shows: (id) => shown.has(id),
    /** @param {() => void} listen */
    onChange: (listen) => listeners.push(listen),
  };
}
