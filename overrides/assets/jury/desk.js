/**
 * The juror's desk: the sheet at hand, kept in this browser from the moment the juror starts it.
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {{what: 'sheet'|'score'|'weight'|'note'|'list'|'juror', nominee?: string}} Change
 */
import { ownKey } from '../own-key.js';
import { read, write } from './exchange.js';
import { newSheet } from './sheet.js';

const PREFIX = ownKey('hyvat-kaytannot.arviointi.');

/** @param {import('./sheet.js').Round} round */
export function openDesk(round) {
  const key = PREFIX + round.round;
  const listeners = [];
  /** @type {Sheet|null} */
  let sheet = null;
  /** @type {{error: string, params: object, text: string}|null} */
  let unreadable = null;
  let kept = true;
  let changed = 0;

  function load() {
    const text = stored();
    const found = text === null ? { sheet: null } : read(text, round);
    sheet = found.sheet ?? null;
    changed = found.saved ?? 0;
    unreadable = 'error' in found ? { ...found, text } : null;
  }

  /** A browser that refuses to be asked will keep nothing either. */
  function stored() {
    try {
      return localStorage.getItem(key);
    } catch {
      kept = false;
      return null;
    }
  }

  /** @param {Change} change */
  function tell(change) {
    for (const listen of listeners) listen(change);
  }

  /** @param {number} when in milliseconds */
  function keep(when) {
    changed = when;
    try {
      localStorage.setItem(key, write(sheet, new Date(changed).toISOString()));
      kept = true;
    } catch {
      // Storage is refused or full: the sheet lives in this window, and the page says so.
      kept = false;
    }
  }

  load();
  addEventListener('storage', (event) => {
    if (event.key !== key && event.key !== null) return;
    load();
    tell({ what: 'sheet' });
  });
  return {
    get sheet() {
      return sheet;
    },
    get unreadable() {
      return unreadable;
    },
    /** When the sheet was last changed, in milliseconds. */
    get changed() {
      return changed;
    },
    /** Whether the browser took the latest change into its keeping, or would take one. */
    get kept() {
      return kept;
    },
    start() {
      this.replace(newSheet(round.round, randomId()));
    },
    /** @param {Sheet} next @param {number} [saved] when it was last changed, in milliseconds */
    replace(next, saved) {
      this.change(next, { what: 'sheet' }, saved);
    },
    /** @param {Sheet} next @param {Change} change @param {number} [when] in milliseconds */
    change(next, change, when = Date.now()) {
      sheet = next;
      unreadable = null;
      keep(when);
      tell(change);
    },
    remove() {
      sheet = null;
      unreadable = null;
      try {
        localStorage.removeItem(key);
      } catch {
        // Nothing was kept.
      }
      tell({ what: 'sheet' });
    },
    /** @param {(change: Change) => void} listen */
    onChange: (listen) => listeners.push(listen),
  };
}

/** `crypto.randomUUID` is missing on pages served over plain http. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
