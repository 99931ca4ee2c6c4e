/**
 * Where unfinished submissions are kept in this browser: each under a key of its own, and each written
 * by one tab at a time. Whatever stands under a key that this tab did not write is never written over.
 */
import { ownKey } from '../own-key.js';
import { isMapping } from './rules/value.js';

const KEY = ownKey('ilmoitus');
// Tells what this tab has written from what another has.
const TAB = Math.random().toString(36).slice(2);

/** The `n`th submission of `edited`: ids hold no dots, and no practice is called `uusi`. */
const nth = (edited, n) => (n > 1 ? `${KEY}.${edited ?? 'uusi'}.${n}` : edited ? `${KEY}.${edited}` : KEY);

function read(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null');
    const sound = isMapping(found) && isMapping(found.data) && isMapping(found.sections) && typeof found.id === 'string';
    return sound ? found : null;
  } catch {
    return null;
  }
}

/** Whether this browser keeps anything at all. */
export function allowed() {
  try {
    localStorage.setItem(`${KEY}..`, '');
    localStorage.removeItem(`${KEY}..`);
    return true;
  } catch {
    return false;
  }
}

/** The keys that another tab has open; none where the browser does not tell. @returns {Promise<Set<string>>} */
export async function openElsewhere() {
  // Where storage is refused, so are locks.
  const { held = [] } = await navigator.locks?.query().catch(() => ({})) ?? {};
  return new Set(held.map(({ name }) => name));
}

export class Keeper {
  /** @param {string|null} edited  id of the published practice that is changed, or null */
  constructor(edited) {
    this.edited = edited;
    /** @type {string|null} none before there is something to keep */
    this.key = null;
    this.last = null;
    /** @type {'nothing'|'kept'|'refused'|'elsewhere'} what became of the last answer */
    this.state = 'nothing';
  }

  /** @returns {{key: string, title: string, saved: string}[]} what is kept from before, newest first */
  list() {
    let keys = [];
    try {
      keys = Object.keys(localStorage);
    } catch {
      // Storage is refused: nothing is kept.
    }
    const start = `${KEY}.${this.edited ?? 'uusi'}.`;
    return keys.filter((key) => key === nth(this.edited, 1) || (key.startsWith(start) && /^\d+$/.test(key.slice(start.length))))
      .map((key) => ({ key, found: read(key) })).filter(({ found }) => found)
      .map(({ key, found }) => ({ key, title: String(found.data.title ?? ''), saved: String(found.saved ?? '') }))
      .sort((one, other) => other.saved.localeCompare(one.saved));
  }

  /** From now on this tab writes what is kept under `key`. @returns {object|null} it, unless it is gone */
  take(key) {
    this.key = key;
    const found = read(key);
    this.last = found ? localStorage.getItem(key) : null;
    this.state = found ? 'kept' : 'nothing';
    this.hold();
    return found;
  }

  /** @param {object} content @returns {string} the state */
  keep(content) {
    try {
      if (this.isElsewhere()) return this.state;
      if (!this.key) {
        for (let n = 1; !this.key; n += 1) if (localStorage.getItem(nth(this.edited, n)) === null) this.key = nth(this.edited, n);
        this.hold();
      }
      const text = JSON.stringify({ saved: new Date().toISOString(), tab: TAB, ...content });
      localStorage.setItem(this.key, text);
      this.last = text;
      this.state = 'kept';
    } catch {
      this.state = 'refused';
    }
    return this.state;
  }

  isElsewhere() {
    if (this.key && localStorage.getItem(this.key) !== this.last) this.state = 'elsewhere';
    return this.state === 'elsewhere';
  }

  /** Tell the other tabs that this one has it open; the one that had it is told by what is written. */
  hold() {
    navigator.locks?.request(this.key, { steal: true }, () => new Promise(() => {})).catch(() => {});
  }

  /** Call `told` when another tab goes on with what this one has open, or deletes it. */
  watch(told) {
    window.addEventListener('storage', ({ key }) => {
      if ((key === this.key || key === null) && this.state !== 'elsewhere' && this.isElsewhere()) told();
    });
  }

  forget(key = this.key) {
    try {
      if (key) localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
    if (key === this.key) Object.assign(this, { key: null, last: null, state: 'nothing' });
  }
}
