/**
 * The reasons of a shared shortlist, in the fragment of its link: browsers send that part to no
 * server. Pure. A link is not trusted: anything out of place is no reason at all.
 */
import { LONGEST } from './sheet.js';

/** The part of the page that a link to a shortlist leads to. */
export const FRAGMENT = '#lyhytlista';
/** Windows hands browsers no longer addresses than this, and would cut the rest off. */
export const LONGEST_LINK = 2000;
const MARK = `${FRAGMENT}:perustelut=`;

/** @param {string[]} reasons in the order of the list @returns {string} the fragment */
export function withReasons(reasons) {
  const bytes = new TextEncoder().encode(JSON.stringify(reasons.map((reason) => reason.trim())));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return MARK + text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} fragment @param {number} count of the list @returns {string[]} "" where there is none */
export function reasonsIn(fragment, count) {
  const none = Array(count).fill('');
  if (!fragment.startsWith(MARK)) return none;
  try {
    const text = atob(fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const sound = Array.isArray(found) && found.length === count &&
      found.every((reason) => typeof reason === 'string' && reason.length <= LONGEST.reason);
    return sound ? found : none;
  } catch {
    return none;
  }
}
