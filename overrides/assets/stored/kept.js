/**
 * Everything that the site keeps in this browser: for each thing, the key under which it is kept,
 * and the start of keys where there are several.
 */
import { ownKey } from '../own-key.js';

const KEPT = {
  // The colour scheme is chosen before any module runs, for all sites of the host.
  ulkoasu: 'ulkoasu',
  vertailu: ownKey('vertailu'),
  ilmoitus: ownKey('ilmoitus'),
  arviointi: ownKey('hyvat-kaytannot.arviointi'),
  kierros: ownKey('kierros'),
};

/** @param {string} name @returns {[string, string][]} keys and values, in order of key */
export function kept(name) {
  const start = KEPT[name];
  try {
    return Object.keys(localStorage)
      .filter((key) => key === start || key.startsWith(`${start}.`))
      .sort()
      .map((key) => [key, localStorage.getItem(key) ?? '']);
  } catch {
    // Storage is refused: nothing is kept.
    return [];
  }
}

/** @param {string} name */
export function forget(name) {
  for (const [key] of kept(name)) {
    localStorage.removeItem(key);
    // Browsers tell only the other windows; this one's bar of chosen practices is to go as well.
    window.dispatchEvent(new StorageEvent('storage', { key }));
  }
}
