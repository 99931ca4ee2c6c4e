/**
 * The practices chosen for comparison: two to five, kept in this browser only, and only once the
 * reader has ticked one.
 */
import { ownKey } from '../own-key.js';

export const MOST = 5;
/** The event of the document that another comparison is shown. */
export const SHOWN = 'compare:shown';
const KEY = ownKey('vertailu');
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const changes = new EventTarget();

/**
 * @param {string} text  as in `?k=a,b`
 * @returns {{ids: string[], beyond: string[], unsound: string[]}}  those that fit, those that do
 *   not, and what cannot be a practice
 */
export function named(text) {
  const given = [...new Set(text.split(',').filter(Boolean))];
  const sound = given.filter((id) => ID.test(id) && id.length <= 80);
  return { ids: sound.slice(0, MOST), beyond: sound.slice(MOST), unsound: given.filter((id) => !sound.includes(id)) };
}

/** @returns {{id: string, title: string}[]} */
export function chosen() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    const sound = (item) => typeof item?.title === 'string' && ID.test(item.id);
    return Array.isArray(kept) ? kept.filter(sound).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {{id: string, title: string}[]} items */
function keep(items) {
  try {
    if (items.length) localStorage.setItem(KEY, JSON.stringify(items));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: there is no comparison to keep, and the boxes show it.
  }
  changes.dispatchEvent(new Event('change'));
}

/** @param {string} id @param {string} title @returns {boolean} false when there is no room */
export function add(id, title) {
  const items = chosen();
  if (items.some((item) => item.id === id)) return true;
  if (items.length >= MOST) return false;
  keep([...items, { id, title }]);
  return true;
}

/** @param {string} id */
export const remove = (id) => keep(chosen().filter((item) => item.id !== id));
export const clear = () => keep([]);

/** @param {() => void} listener  called after every change, in other windows too */
export function onChange(listener) {
  changes.addEventListener('change', listener);
  window.addEventListener('storage', (event) => event.key === KEY && listener());
}
