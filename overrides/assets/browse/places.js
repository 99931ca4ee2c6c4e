/**
 * The names of places, fetched when a query has a word that no practice holds: haku/paikat.json.
 */
import { lower } from '../search/engine.js';
import { fold } from '../search/shards.js';

export class Places {
  /** @param {() => Promise<string>} load */
  constructor(load) {
    this.load = load;
  }

  /**
   * @param {string[]} words  lower-case
   * @returns {Promise<{name: string, county: string, whole: boolean}|null>}
   *   the place that the first of them names; whole: it is a county and no municipality
   */
  async of(words) {
    this.named ??= this.load().then((text) => namesOf(JSON.parse(text)));
    // Without the names words are looked for as any others.
    const named = await this.named.catch(() => { this.named = undefined; });
    for (const word of named ? words : []) {
      // Who types no dots means them; who types others means another word (Lahti and lähti).
      const found = named.get(word) ?? (fold(word) === word ? named.get(`~${word}`) : null);
      if (found) return found;
      const county = named.get(`~${fold(word)}`);
      if (county?.whole) return county;
    }
    return null;
  }
}

/** Places by name, and after `~` by name without diacritics. */
function namesOf(counties) {
  const named = new Map();
  const add = (name, place) => {
    const key = lower(name);
    for (const each of [key, `~${fold(key)}`]) if (!named.has(each)) named.set(each, place);
  };
  for (const [county, { municipalities }] of Object.entries(counties)) {
    for (const name of municipalities) add(name, { name, county, whole: false });
  }
  for (const [county, { names }] of Object.entries(counties)) {
    for (const name of names) add(name, { name, county, whole: true });
  }
  return named;
}
