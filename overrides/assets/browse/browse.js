/**
 * The browse page: search field, facets, results and address kept in step.
 */
import { loadMessages } from '../messages.js';
import { excerpt, matcherOf } from '../search/excerpt.js';
import { Columns } from './columns.js';
import { el } from './dom.js';
import { Filters } from './filters.js';
import { Finder } from './finder.js';
import { Cards, PER_PAGE, cardItem, cardTable } from './results.js';
import { readState, SORTS, withValue, writeState } from './state.js';
import { suggestions } from './suggestions.js';

const WAIT = 120;

/** @param {HTMLElement} root  the element with the list that works without scripts */
export async function browse(root) {
  const here = new URL('./', document.baseURI);
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const status = part('status');
  const [t, data] = await Promise.all([
    loadMessages(),
    fetch(new URL(root.dataset.facets, here)).then((response) => response.json()),
  ]);
  const columns = new Columns(data);
  const cards = new Cards(new URL(root.dataset.cards, here), data.cards);
  const finder = new Finder(new URL(root.dataset.index, here), data.languages, (county) => columns.having('county', county));
  const form = part('form'), input = form.elements.namedItem('q');
  let state = readState(location.search, columns.facets), turn = 0, timer = 0;

  const filters = new Filters(part('filters'), part('chips'), columns, t,
    (name, value, on) => go(withValue(state, name, value, on)));
  const sort = select(part('sort'), t('sort'), (value) => go({ ...state, sort: value, page: 1 }));
  const view = select(part('view'), t('view'), (value) => go({ ...state, view: value }));
  view.fill([['list', t('view-list')], ['table', t('view-table')]]);

  /** Show another state, and keep it in the address: a new entry of the history unless typing. */
  function go(next, { replace = false } = {}) {
    state = next;
    const address = here.pathname + writeState(state);
    if (replace) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search) history.pushState(null, '', address);
    return render();
  }

  async function render() {
    const mine = (turn += 1), query = state.query.trim();
    let found = null;
    let failed = false;
    if (query) found = await finder.search(query, columns.count).catch(() => { failed = true; });
    if (mine !== turn) return;
    const matched = found?.matched ?? null;
    const { docs, counts } = columns.filter(matched, state.chosen);
    const by = state.sort || (matched ? 'relevance' : 'title');
    columns.order(docs, by, found?.score ?? null);
    const pages = Math.max(1, Math.ceil(docs.length / PER_PAGE));
    const page = Math.min(state.page, pages);
    const shown = docs.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    filters.show(state, counts);
    filters.showChips(state, {
      query: () => { input.value = ''; return go({ ...state, query: '', page: 1 }); },
      all: () => { input.value = ''; return go({ ...state, query: '', chosen: new Map(), page: 1 }); },
    });
    sort.fill(SORTS.filter((name) => name !== 'relevance' || matched).map((name) => [name, t(`sort-${name}`)]));
    sort.set(by);
    view.set(state.view);
    // The counts do not wait for the cards to arrive.
    const instead = docs.length && found ? insteadOf(found, docs, by) : '';
    // What only resembles the query is no hit for it.
    const asked = query && !failed && (found.corrected || !(found.near.size || found.around.length || found.absent.length) || !docs.length);
    const count = asked ? t('results-query', { count: docs.length, query: found.corrected ?? query }) : t('results', { count: docs.length });
    status.textContent = failed ? `${t('search-failed')} ${count}` : instead + count;
    const items = await Promise.all(shown.map(async (doc) => {
      const card = await cards.get(doc);
      return { card, why: found && (await whyOf(found, doc, card)) };
    })).catch(() => null);
    if (mine !== turn) return;
    if (!items) {
      status.textContent = t('load-failed');
      return;
    }
    const beyond = docs.length && found ? waysBeyond(found) : [];
    part('results').replaceChildren(...beyond, docs.length ? (state.view === 'table'
      ? cardTable(items.map(({ card }) => card), t)
      : el('ul', { class: 'cards', role: 'list' }, ...items.map((item) => cardItem(item.card, item.why, t))))
      : matched && !state.chosen.size ? notFound(query, found) : nothing(matched));
    part('pages').replaceChildren(...pager(page, pages));
    root.dispatchEvent(new CustomEvent('browse:shown'));
  }

  /** What was looked for instead of words that no practice holds. */
  function insteadOf({ corrected, near, around, absent, named }, docs, by) {
    const said = corrected ? [t('corrected', { query: corrected })]
      : [...near].filter(([, others]) => others.length).map(([word, others]) => t('near', { word, others: others.join(', ') }));
    const unmatched = [...near].filter(([, others]) => !others.length).map(([word]) => word);
    if (unmatched.length) said.push(t('unmatched', { count: unmatched.length, words: unmatched.join(', ') }));
    said.push(...[...around, ...absent].map(noneIn));
    const county = [...new Set(around.map(labelOf))].join(', ');
    const alone = docs.filter((doc) => !named[doc]);
    if (county && alone.length === docs.length) said.push(t('around', { county }));
    else if (county && alone.length && by === 'relevance') said.push(t('around-last', { county }));
    else if (county) said.push(t('around-too', { county }));
    return said.map((sentence) => `${sentence} `).join('');
  }

  /**
   * What shows why the practice was found: a part of the summary, or else of the text, or of a field
   * that the card does not show.
   */
  async function whyOf({ found }, doc, card) {
    const { index, first, terms } = found.findLast((each) => each.first <= doc);
    const matcher = await (terms.matcher ??= matcherOf(index, terms));
    const marked = (segments) => segments.some(({ match }) => match);
    const title = excerpt(card.title, matcher, { length: card.title.length });
    const summary = excerpt(card.summary, matcher, { length: 320 });
    if (marked(summary)) return { title, summary };
    const body = excerpt(await index.body(doc - first), matcher, { length: 240 });
    if (marked(body)) return { title, summary: body };
    for (const [name, text] of marked(title) ? [] : await index.fields(doc - first)) {
      // Of a list the first that was found: what is in several languages begins with the practice's own.
      for (const item of name === 'translations' ? text.split('\n') : text.split(', ')) {
        const told = excerpt(item, matcher, { length: 160 });
        if (marked(told)) return { title, summary, field: [t(`found-${name}`), told] };
      }
    }
    return { title, summary };
  }

  /** A link to another state without a query. */
  function way(text, next) {
    const link = el('a', { href: writeState(next) || here.pathname }, text);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      input.value = '';
      go(next).then(() => status.focus());
    });
    return link;
  }

  const labelOf = ({ labels }) => labels[document.documentElement.lang];
  const noneIn = (place) => (place.whole ? t('county-none', { county: labelOf(place) }) : t('place-none', { place: place.name }));

  /** From places without practices to their counties, and to where the first one is sent. */
  function waysBeyond({ around, absent }) {
    if (!around.length && !absent.length) return [];
    const counties = new Map(around.map((place) => [place.county, labelOf(place)]));
    const nearby = absent.filter(({ whole }) => !whole).map((place) => t('county-none-either', { place: place.name, county: labelOf(place) }));
    const shown = [...counties].map(([county, label]) =>
      way(t('county-all', { county: label }), withValue({ ...state, query: '', chosen: new Map() }, 'county', county, true)));
    const submit = el('a', { href: new URL(root.dataset.submit, here) }, t('place-submit'));
    return [...nearby.map((text) => el('p', {}, text)), ...[...shown, submit].map((link) => el('p', {}, link))];
  }

  /** There is nothing to loosen: other words, a theme, or everything. */
  function notFound(query, found) {
    const all = { ...state, query: '', page: 1 };
    const themes = columns.facets.find(({ name }) => name === 'theme');
    const none = found.absent.map((place) => el('p', {}, noneIn(place)));
    const said = none.length && !found.near.size ? none : [el('p', {}, t('not-found', { query })), ...none];
    return el('div', { class: 'empty' }, ...said, ...waysBeyond(found), el('p', {}, t('not-found-themes')),
      el('ul', { class: 'theme-links', role: 'list' }, ...themes.values.filter(([value]) => value !== 'unknown').map(([value, label]) =>
        el('li', {}, way(label, withValue(all, 'theme', value, true))))),
      el('p', {}, way(t('not-found-all', { count: columns.count }), all)));
  }

  function nothing(matched) {
    const ways = filters.loosen(state, matched);
    for (const button of ways) {
      button.addEventListener('click', async () => {
        const { facet } = button.dataset;
        if (!facet) input.value = '';
        const chosen = new Map([...state.chosen].filter(([name]) => name !== facet));
        await go(facet ? { ...state, chosen, page: 1 } : { ...state, query: '', page: 1 });
        filters.focusAfter();
      });
    }
    return el('div', { class: 'empty' }, el('p', {}, ways.length ? `${t('nothing')}:` : `${t('nothing')}.`),
      el('p', { class: 'chips' }, ...ways));
  }

  function pager(page, pages) {
    if (pages === 1) return [];
    const step = (key, to) => {
      const link = el('a', { href: writeState({ ...state, page: to }) || here.pathname }, t(key));
      link.addEventListener('click', (event) => {
        event.preventDefault();
        go({ ...state, page: to }).then(() => status.focus());
      });
      return link;
    };
    return [page > 1 && step('previous', page - 1), el('span', {}, t('page-of', { page, pages })),
      page < pages && step('next', page + 1)].filter(Boolean);
  }

  /** Titles and words of the index, and places and themes that lead to a facet. */
  async function suggest(typed) {
    const fold = (text) => text.toLocaleLowerCase('fi');
    const wanted = fold(typed), found = [];
    for (const facet of columns.facets.filter(({ name }) => ['theme', 'municipality', 'county'].includes(name))) {
      for (const [value, label] of facet.values) {
        if (value === 'unknown' || !fold(label).split(/[\s-]/).some((word) => word.startsWith(wanted))) continue;
        found.push({ text: label, note: fold(facet.label), take: () => { input.value = ''; go(withValue({ ...state, query: '' }, facet.name, value, true)); } });
      }
    }
    const words = [];
    for (const { index, first } of await finder.open()) {
      for (const { text, doc } of await index.suggest(typed, { limit: 6 })) {
        words.push(doc === null
          ? { text, note: '', take: () => { input.value = text; go({ ...state, query: text, page: 1 }); } }
          : { text, note: t('suggestion-practice'), take: () => location.assign(new URL(`${data.ids[first + doc]}/`, here)) });
      }
    }
    return [...words.filter(({ note }) => note), ...found.slice(0, 4), ...words.filter(({ note }) => !note)].slice(0, 9);
  }

  const listed = suggestions(input, suggest, part('suggested'), t);
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => go({ ...state, query: input.value, page: 1 }, { replace: true }), WAIT);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    listed.close();
    go({ ...state, query: input.value, page: 1 });
  });
  window.addEventListener('popstate', () => {
    state = readState(location.search, columns.facets);
    input.value = state.query;
    render();
  });
  // What was typed before the page was ready is not lost.
  if (!input.value) input.value = state.query;
  state.query = input.value;
  for (const name of ['tools', 'filters']) part(name).hidden = false;
  await render();
  root.classList.add('is-ready');
}

/** A labelled choice that reports its value. */
function select(place, label, choose) {
  const field = el('select', {});
  field.addEventListener('change', () => choose(field.value));
  place.replaceChildren(el('label', {}, `${label} `, field));
  return {
    fill: (options) => field.replaceChildren(...options.map(([value, text]) => el('option', { value }, text))),
    set: (value) => { field.value = value; },
  };
}
