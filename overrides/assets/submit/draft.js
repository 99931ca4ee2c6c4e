/**
 * What has been filled in so far. It is kept in this browser only, from the first answer until the
 * writer deletes it.
 */
import { Keeper } from './keeping.js';
import { isMapping } from './rules/value.js';

/** What of a contact is a person's own: consent is given to publishing just this. @param {object} contact */
export const personOf = ({ name = '', email = '', phone = '' }) => JSON.stringify([name, email, phone].map((text) => String(text).trim()));

export class Draft {
  /**
   * @param {string|null} edited  id of the published practice that is changed, or null
   * @param {string} language  that of the page: most write in the language in which they read
   */
  constructor(edited, language) {
    this.language = language;
    this.edited = edited;
    this.keeper = new Keeper(edited);
    this.clear();
  }

  clear() {
    /** @type {object} front matter as it is typed, empty texts too */
    this.data = { language: this.language };
    this.sections = {};
    this.id = this.edited ?? '';
    // Whether the writer has given the id, which is made of the title otherwise.
    this.ownId = false;
    /** @type {Record<string, {text: string, value: string}>} numbers and dates as they were typed, by path */
    this.asTyped = {};
    /** @type {string[]} the people who have agreed, as `personOf` tells them apart */
    this.consent = [];
    /** @type {string[]} the people whose details are published already */
    this.published = [];
    /** @type {{data: object, sections: object, blocks?: Record<string, string>}|null} what is published, as it was opened */
    this.before = null;
    // What is changed and why, for the editors: it is sent beside the file, never in it.
    this.explanation = '';
  }

  /** Go on with what is kept under `key`. @param {string} key @returns {boolean} false when it is gone */
  resume(key) {
    const found = this.keeper.take(key);
    if (!found) return false;
    const { data, sections, id, ownId, asTyped, consent, published, before, explanation } = found;
    const texts = (value) => (Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []);
    Object.assign(this, { data, sections, id, ownId: ownId === true, asTyped: isMapping(asTyped) ? asTyped : {}, consent: texts(consent), published: texts(published), before: isMapping(before) ? before : null, explanation: typeof explanation === 'string' ? explanation : '' });
    return true;
  }

  /** Keep it as it stands. @returns {string} what became of it, as the keeper tells */
  save() {
    const { data, sections, id, ownId, asTyped, consent, published, before, explanation } = this;
    return this.keeper.keep({ data, sections, id, ownId, asTyped, consent, published, before, explanation });
  }

  forget() {
    this.keeper.forget();
    this.clear();
  }

  /** Open a published practice. @param {{data: object, sections: object, blocks: Record<string, string>}} found */
  open({ data, sections, blocks }) {
    const before = structuredClone({ data, sections, blocks });
    Object.assign(this, { data, sections, before, published: (data.contacts ?? []).map(personOf) });
  }

  /** @param {object} contact @param {boolean} agreed */
  agree(contact, agreed) {
    const person = personOf(contact);
    this.consent = [...this.consent.filter((other) => other !== person), ...(agreed ? [person] : [])];
  }

  /** Whether nobody has to be asked: the details are published already, or are being withdrawn. */
  settledContact(contact) {
    return contact.withdrawn === 'true' || this.published.includes(personOf(contact));
  }

  /** @param {object} contact */
  agreed(contact) {
    return this.consent.includes(personOf(contact));
  }

  /** Remember that `text` was typed for `value`, to show it so again. @param {(string|number)[]} path */
  remember(path, text, value) {
    this.asTyped[path.join('.')] = { text, value };
  }

  /** The text that was typed for `value` at `path`. A place may have come to hold something else since. */
  typedFor(path, value) {
    const found = this.asTyped[path.join('.')];
    return found?.value === value && typeof found.text === 'string' ? found.text : undefined;
  }

  /** @param {(string|number)[]} path */
  get(path) {
    return path.reduce((value, step) => value?.[step], this.data);
  }

  /** Set what stands at `path`; an empty value is taken away. @param {(string|number)[]} path @param {unknown} value */
  set(path, value) {
    let place = this.data;
    for (const [n, step] of path.slice(0, -1).entries()) {
      // A date that was one text becomes a record when its reason is told.
      if (typeof place[step] !== 'object' || place[step] === null) place[step] = typeof path[n + 1] === 'number' ? [] : {};
      place = place[step];
    }
    if (Array.isArray(place)) place[path.at(-1)] = value ?? '';
    else if (value === '' || value === undefined) delete place[path.at(-1)];
    else place[path.at(-1)] = value;
  }
}
