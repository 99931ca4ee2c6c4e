/**
 * Which options of a facet are shown: the first ones and the chosen, or all while that is asked for;
 * of many, those whose words begin as typed.
 */
import { fold } from '../search/shards.js';
import { el } from './dom.js';

const SHOWN = 8, MANY = 20;

const wordsOf = (text) => fold(text.toLocaleLowerCase('fi')).split(/[\s\-–()/]+/);

export class Options {
  /**
   * @param {string} id @param {{item: HTMLElement, input: HTMLInputElement, label: string}[]} options
   * @param {string} name  of the facet @param {import('../messages.js').Translate} t
   */
  constructor(id, options, name, t) {
    Object.assign(this, { options, t, all: options.length <= SHOWN });
    this.list = el('ul', { role: 'list', id: `${id}-lista` }, ...options.map(({ item }) => item));
    this.more = !this.all && this.button(this.list.id);
    this.words = options.length > MANY && options.map(({ label }) => wordsOf(label));
    this.field = this.words && this.search(id, name);
    this.arrange();
  }

  /** What stands in the facet, in order. */
  get parts() {
    return [...(this.field ? [this.box, this.told] : []), this.list, this.more].filter(Boolean);
  }

  button(list) {
    const more = el('button', { type: 'button', class: 'quiet', 'aria-controls': list });
    more.addEventListener('click', () => {
      this.all = !this.all;
      this.arrange();
      // The options are before the button: who opens them goes on from the first new one, and who
      // folds them away stays here, however far the page has moved.
      if (this.all) this.options[SHOWN].input.focus();
      else more.scrollIntoView({ block: 'nearest' });
    });
    return more;
  }

  search(id, name) {
    const field = el('input', { type: 'search', id: `${id}-haku`, autocomplete: 'off', spellcheck: 'false', 'aria-controls': this.list.id });
    this.box = el('p', { class: 'facet__search' }, el('label', { for: field.id }, this.t('find-option', { name })), field);
    this.told = el('p', { class: 'weak', role: 'status' });
    field.addEventListener('input', () => this.arrange());
    field.addEventListener('keydown', (event) => {
      // Enter here chooses nothing, and least of all sends the search.
      if (event.key === 'Enter') event.preventDefault();
      if (event.key !== 'Escape' || !field.value) return;
      event.preventDefault();
      field.value = '';
      this.arrange();
    });
    return field;
  }

  /** Show what is to be shown; called when a choice changed, too. */
  arrange() {
    const typed = this.field ? wordsOf(this.field.value).filter(Boolean) : [];
    const fits = (n) => typed.every((part) => this.words[n].some((word) => word.startsWith(part)));
    let found = 0;
    this.options.forEach(({ item, input }, n) => {
      const fit = typed.length ? fits(n) : this.all || n < SHOWN;
      found += fit;
      item.hidden = !fit && !input.checked;
    });
    if (this.field) this.told.textContent = typed.length ? this.t('options-found', { count: found }) : '';
    if (!this.more) return;
    this.more.hidden = typed.length > 0;
    this.more.setAttribute('aria-expanded', String(this.all));
    this.more.textContent = this.t(this.all ? 'fewer-options' : 'more-options');
  }
}
