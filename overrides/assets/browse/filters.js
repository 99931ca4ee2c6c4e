/**
 * The facets as checkboxes, the chosen ones as chips, and what to loosen when nothing is found.
 */
import { el } from './dom.js';
import { Options } from './options.js';

export class Filters {
  /**
   * @param {HTMLElement} panel @param {HTMLElement} chips @param {import('./columns.js').Columns} columns
   * @param {import('../messages.js').Translate} t
   * @param {(name: string, value: string, on: boolean) => Promise<void>} choose
   */
  constructor(panel, chips, columns, t, choose) {
    Object.assign(this, { panel, chips, columns, t, choose });
    this.summary = el('summary', {}, t('filters'));
    this.options = new Map();
    this.groups = new Map();
    const groups = columns.facets.filter(({ values }) => values.length).map((facet) => this.group(facet));
    this.box = el('details', { class: 'filters' }, this.summary, el('div', { class: 'filters__groups' }, ...groups));
    // Wide windows have room for it beside the results.
    const wide = matchMedia('(width >= 64rem)');
    const fit = () => this.box.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', fit);
    fit();
    panel.replaceChildren(this.box);
  }

  /** @param {import('./columns.js').Column} facet */
  group(facet) {
    const options = facet.values.map(([value, label], n) => {
      const id = `rajaus-${facet.name}-${n}`;
      const input = el('input', { type: 'checkbox', id, value });
      const text = el('label', { for: id }, label);
      const item = el('li', { class: 'option' }, input, text);
      const option = { input, text, item, label };
      input.addEventListener('change', () => this.choose(facet.name, value, input.checked));
      this.options.set(`${facet.name} ${value}`, option);
      return option;
    });
    const shown = new Options(`rajaus-${facet.name}`, options, facet.label, this.t);
    this.groups.set(facet.name, shown);
    return el('details', { class: 'facet', 'data-facet': facet.name },
      el('summary', {}, el('span', { id: `rajaus-${facet.name}` }, facet.label)),
      el('div', { role: 'group', 'aria-labelledby': `rajaus-${facet.name}` }, ...shown.parts));
  }

  /** @param {import('./state.js').State} state @param {Map<string, Uint32Array>} counts */
  show(state, counts) {
    let total = 0;
    for (const facet of this.columns.facets) {
      const chosen = state.chosen.get(facet.name);
      total += chosen?.size ?? 0;
      facet.values.forEach(([value, label], n) => {
        const { input, text, item } = this.options.get(`${facet.name} ${value}`);
        const count = counts.get(facet.name)[n];
        input.checked = chosen?.has(value) ?? false;
        text.textContent = this.t('option', { label, count });
        item.classList.toggle('is-empty', count === 0);
      });
      this.groups.get(facet.name)?.arrange();
      if (chosen) this.panel.querySelector(`[data-facet="${facet.name}"]`).open = true;
    }
    this.summary.textContent = total ? this.t('filters-count', { count: total }) : this.t('filters');
  }

  /**
   * The chips that take a choice back.
   * @param {import('./state.js').State} state @param {{query: () => Promise<void>, all: () => Promise<void>}} clear
   */
  showChips(state, clear) {
    const chips = [];
    const chip = (text, name, remove) => {
      const button = el('button', { type: 'button', class: 'chip', 'aria-label': name }, text,
        el('span', { 'aria-hidden': 'true' }, ' ✕'));
      button.addEventListener('click', async () => {
        await remove();
        this.focusAfter();
      });
      chips.push(el('li', {}, button));
    };
    const query = state.query.trim();
    if (query) chip(`”${query}”`, this.t('remove-query', { query }), clear.query);
    for (const [name, values] of state.chosen) {
      for (const value of values) {
        const { label } = this.options.get(`${name} ${value}`);
        chip(label, this.t('remove', { label }), () => this.choose(name, value, false));
      }
    }
    if (chips.length > 1) chip(this.t('clear'), this.t('clear'), clear.all);
    this.chips.replaceChildren(...chips);
    this.chips.hidden = !chips.length;
  }

  /** The pressed chip is gone: the focus goes to the next one, or to the filters. */
  focusAfter() {
    (this.chips.querySelector('button') ?? this.summary).focus();
  }

  /**
   * What could be left out so that something is found, most results first.
   * @param {import('./state.js').State} state @param {Uint8Array|null} matched
   * @returns {HTMLElement[]}
   */
  loosen(state, matched) {
    const ways = [];
    if (matched) ways.push([`”${state.query.trim()}”`, this.columns.filter(null, state.chosen).docs.length, null]);
    for (const [name, values] of state.chosen) {
      const chosen = new Map(state.chosen);
      chosen.delete(name);
      const labels = [...values].map((value) => this.options.get(`${name} ${value}`).label);
      ways.push([labels.join(', '), this.columns.filter(matched, chosen).docs.length, [name, values]]);
    }
    return ways.filter(([, count]) => count).sort((a, b) => b[1] - a[1]).map(([label, count, way]) => {
      const button = el('button', { type: 'button', class: 'chip' }, this.t('loosen', { label, count }));
      button.dataset.facet = way?.[0] ?? '';
      return button;
    });
  }
}
