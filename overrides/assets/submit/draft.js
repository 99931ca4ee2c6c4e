/**
 * What has been filled in so far. It is kept in this browser only, from the moment the writer
 * presses the button that begins, until the writer deletes it.
 */
import { isMapping } from './rules/value.js';

const KEY = 'ilmoitus';

export class Draft {
  /** @param {string|null} edited  id of the published practice that is changed, or null */
  constructor(edited) {
    this.key = edited ? `${KEY}.${edited}` : KEY;
    this.edited = edited;
    this.clear();
  }

  clear() {
    /** @type {object} front matter as it is typed, empty texts too */
    this.data = { language: 'fi' };
    this.sections = {};
    this.id = this.edited ?? '';
    this.consent = false;
  }

  /** @returns {{title: string, saved: string}|null} what is kept from before */
  kept() {
    try {
      const found = JSON.parse(localStorage.getItem(this.key) ?? 'null');
      const sound = isMapping(found) && isMapping(found.data) && isMapping(found.sections) && typeof found.id === 'string';
      return sound ? { title: String(found.data.title ?? ''), saved: String(found.saved ?? ''), found } : null;
    } catch {
      return null;
    }
  }

  resume() {
    const { data, sections, id, consent } = this.kept().found;
    Object.assign(this, { data, sections, id, consent: consent === true });
  }

  /** @returns {boolean} false when the browser refuses to keep it */
  save() {
    const { data, sections, id, consent } = this;
    try {
      localStorage.setItem(this.key, JSON.stringify({ saved: new Date().toISOString(), data, sections, id, consent }));
      return true;
    } catch {
      return false;
    }
  }

  forget() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
    this.clear();
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
