/**
 * The practices as columns of one table: facts, what several of them measure, and whom to ask.
 */
import { el } from '../browse/dom.js';
import { nothing } from '../nothing.js';
import { shared } from './shared.js';
import { spoken } from './told.js';

/** More columns than this lie on the side of a sheet. */
const UPRIGHT = 3;
/** What stands for a practice where its name would not fit. */
const key = (n) => String.fromCharCode(65 + n);

/**
 * @param {object[]} items  the practices, as their files say
 * @param {import('../messages.js').Translate} t
 * @param {(id: string) => string} address  of a practice's page
 * @param {(item: object, position: number) => void} takeOut
 */
export function table(items, t, address, takeOut) {
  const unseen = (text) => el('span', { class: 'visually-hidden' }, t(text));
  const cell = (n, ...inside) => el('td', { role: 'cell', 'data-key': key(n) }, ...inside);
  const line = (...cells) => el('tr', { role: 'row' }, ...cells);
  const group = (text) => el('tr', { class: 'group', role: 'row' },
    el('th', { scope: 'rowgroup', role: 'rowheader', colspan: items.length + 1 }, t(text)));
  const row = (heading, cells, kind) => el('tr', { role: 'row', class: kind ?? null },
    el('th', { scope: 'row', role: 'rowheader' }, heading, kind === 'is-different' && el('span', { class: 'weak different' }, ` (${t('compare-different')})`)),
    ...cells.map((inside, n) => cell(n, inside)));
  const name = (item, attributes = {}) => el('a', { href: address(item.id), lang: item.language, ...attributes }, item.title);
  const facts = items[0].facts.map(([label], n) => {
    const values = items.map((item) => item.facts[n].slice(1).join(''));
    const alike = new Set(values).size === 1;
    const shown = items.map((item, at) => (values[at] ? inOwnWords(item, item.facts[n], values[at]) : nothing(t('no-value'))));
    const made = row(label, shown, alike ? 'is-same' : 'is-different');
    // Where rows are cards, what is true of all is said once.
    if (alike && items.length > 1) made.cells[1].dataset.key = t('compare-all');
    return made;
  });
  const told = shared(items, t, row, address);
  const wide = items.length > UPRIGHT ? ' is-many' : '';
  const region = { class: `table table--compare${wide}`, role: 'region', tabindex: 0, 'aria-label': t('compare-table'), 'data-columns': items.length };
  const made = el('div', region, el('table', { role: 'table' },
    el('thead', { role: 'rowgroup' }, line(el('td', { role: 'cell' }),
      ...items.map((item, n) => el('th', { scope: 'col', role: 'columnheader', 'data-key': key(n) }, name(item))))),
    // Beside the names and not in them: a heading is read out with every cell.
    el('tbody', { role: 'rowgroup', class: 'compare-removals' }, line(el('td', { role: 'cell' }),
      ...items.map((item, n) => cell(n, name(item, { class: 'compare-name' }), removal(item, () => takeOut(item, n), t))))),
    el('tbody', { role: 'rowgroup' }, group('compare-facts'), ...facts),
    told.length > 0 && el('tbody', { role: 'rowgroup' }, group(items.some((item) => item.outcomes.length) ? 'compare-outcomes' : 'compare-all-outcomes'), ...told),
    el('tbody', { role: 'rowgroup' }, group('compare-contacts'), row(unseen('compare-contacts'), items.map((item) => el('span', {},
      ...item.contacts.map((lines) => el('span', { class: 'part' }, lines.join(', '))),
      item.contacts.length ? el('a', { href: `${address(item.id)}#yhteys` }, t('compare-contact-link')) : item.no_contacts))))));
  scrolled(made);
  return made;
}

/** What a fact says; the practice's own words in it are marked where they are of another language. */
function inOwnWords(item, [, before, own], whole) {
  return own && spoken(item) ? el('span', {}, before, el('span', { lang: spoken(item) }, own)) : whole;
}

/** The names stay at the top of the window, but where there is no room for the columns: there, of the table. */
function scrolled(region) {
  const inside = region.firstElementChild;
  const look = () => region.classList.toggle('is-scrolled', inside.offsetWidth > region.clientWidth);
  const watch = new ResizeObserver(look);
  watch.observe(region);
  watch.observe(inside);
}

function removal({ title }, act, t) {
  const button = el('button', { type: 'button', class: 'quiet compare-remove', 'aria-label': t('compare-remove', { title }) },
    t('compare-take-out'), el('span', { 'aria-hidden': 'true' }, ' ✕'));
  button.addEventListener('click', act);
  return button;
}
