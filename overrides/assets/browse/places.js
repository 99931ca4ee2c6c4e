/**
 * The names of places, fetched when a query has a word that no practice holds: haku/paikat.json.
 */
import { lower } from '../search/engine.js';
import { edited, fold } from '../search/shards.js';

/**
 * @typedef {{name: string, county: string, labels: Record<string, string>, whole: boolean}} Place
 *   labels: the name of the county in each language; whole: it is a county and no municipality
 */
export class Places {
  /** @param {() => Promise<string>} load */
  constructor(load) {
    this.load = load;
  }

  /**
   * @param {string[]} words  lower-case
   * @param {string} [form]  a word that may be an inflected form of a name
   * @returns {Promise<Place|null>}  the place whose form that is, or that the first of the words names
   */
  async of(words, form = '') {
    this.named ??= this.load().then((text) => namesOf(JSON.parse(text)));
    // Without the names words are looked for as any others.
    const { names, forms } = await this.named.catch(() => { this.named = undefined; }) ?? {};
    if (!names) return null;
    const place = form && lookedUp(forms, form);
    if (place) return place;
    for (const word of words) {
      const found = lookedUp(names, word);
      if (found) return found;
    }
    return null;
  }
}

/** Who types no dots means them; who types others means another word (Lahti and lähti). */
function lookedUp(named, word) {
  const found = named.get(word) ?? (fold(word) === word ? named.get(`~${word}`) : null);
  if (found) return found;
  const county = named.get(`~${fold(word)}`);
  return county?.whole ? county : null;
}

/** Places by name and by inflected form, and after `~` by those without diacritics. */
function namesOf({ counties, forms }) {
  const named = { names: new Map(), forms: new Map() };
  const add = (map, key, place) => {
    for (const each of [key, `~${fold(key)}`]) if (!map.has(each)) map.set(each, place);
  };
  for (const [county, { municipalities, labels }] of Object.entries(counties)) {
    for (const name of municipalities) add(named.names, lower(name), { name, county, labels, whole: false });
  }
  for (const [county, { names, labels }] of Object.entries(counties)) {
    for (const name of names) add(named.names, lower(name), { name, county, labels, whole: true });
  }
  for (const [edits, names] of Object.entries(forms)) {
    for (const name of names) {
      const place = named.names.get(name);
      for (const form of edits.split(' ').map((edit) => edited(name, edit))) {
        add(named.forms, form, place);
        // Vantaan is of Vantaa before it is of Vantaan ja Keravan hyvinvointialue.
        if (!place.whole && named.names.get(form)?.whole) named.names.set(form, place);
      }
    }
  }
  return named;
}
