/**
 * The results as cards or as a table, from the card files of the build.
 */
import { compareBox } from '../compare/box.js';
import { nothing } from '../nothing.js';
import { el, evidenceSteps } from './dom.js';

export const PER_PAGE = 20;

/** Fetches cards by number, a file at a time, each file once. */
export class Cards {
  /** @param {URL} base @param {number} perFile */
  constructor(base, perFile) {
    this.base = base;
    this.perFile = perFile;
    this.files = new Map();
  }

  /** @param {number} doc */
  async get(doc) {
    const file = Math.floor(doc / this.perFile);
    if (!this.files.has(file)) {
      const loading = fetch(new URL(`${file}.json`, this.base)).then((response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.json();
      });
      loading.catch(() => this.files.delete(file));
      this.files.set(file, loading);
    }
    return (await this.files.get(file))[doc % this.perFile];
  }
}

/**
 * @typedef {{text: string, match: boolean}[]} Segments
 * @param {object} card @param {import('../messages.js').Translate} t
 * @param {{title: Segments, summary: Segments, field?: [string, Segments]}|null} why  it was found
 */
export function cardItem(card, why, t) {
  const article = el('article', { class: `card${card.stub ? ' card--stub' : ''}` },
    el('p', { class: 'card__place' }, card.place),
    el('h2', { class: 'card__title' }, el('a', { href: `${card.id}/`, lang: card.titled_in }, ...(why ? marked(why.title) : [card.title]))),
    el('p', { class: 'card__summary', lang: card.language }, ...(why ? marked(why.summary) : [card.summary])),
    why?.field && el('p', { class: 'card__found' }, `${why.field[0]}: `,
      el('span', { lang: card.language }, ...marked(why.field[1]))),
    el('ul', { class: 'tags', role: 'list' }, ...(card.tags ?? []).map(([text, kind]) =>
      el('li', { class: kind ? `tag tag--${kind}` : 'tag' }, text))),
    el('p', { class: 'card__evidence' }, evidence(card, t)),
    compareBox(card.id, card.title, t));
  return el('li', {}, article);
}

/** @param {object[]} cards @param {import('../messages.js').Translate} t */
export function cardTable(cards, t) {
  const names = ['title', 'place', 'kind', 'status', 'evidence', 'awards'];
  const cells = (card) => [card.place, card.kind, card.status, evidence(card, t), (card.awards ?? []).join('; ')];
  const region = { class: 'table table--results', role: 'region', tabindex: 0, 'aria-label': t('results-table') };
  return el('div', region, el('table', { role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...names.map((name) =>
      el('th', { scope: 'col', role: 'columnheader' }, t(`column-${name}`))))),
    el('tbody', { role: 'rowgroup' }, ...cards.map((card) => el('tr', { role: 'row' },
      el('th', { scope: 'row', role: 'rowheader', 'data-label': t('column-title') },
        el('a', { href: `${card.id}/`, lang: card.titled_in }, card.title), compareBox(card.id, card.title, t)),
      ...cells(card).map((value, n) =>
        el('td', { role: 'cell', 'data-label': t(`column-${names[n + 1]}`) }, el('span', { class: 'part' }, value || nothing(t('no-value'))))))))));
}

/** @param {{text: string, match: boolean}[]} segments */
function marked(segments) {
  return segments.map(({ text, match }) => (match ? el('mark', {}, text) : text));
}

function evidence(card, t) {
  if (card.level === undefined) return el('span', { class: 'evidence evidence--none' }, t('no-outcomes'));
  return el('span', { class: 'evidence' }, evidenceSteps(card.level), el('span', {}, t('level', { level: card.level })));
}
