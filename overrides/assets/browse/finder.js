/**
 * The search over all languages: the indexes are fetched when the first query is typed.
 */
import { openIndex } from '../search/engine.js';
import { Places } from './places.js';

const MOST_NEAR = 3;

export class Finder {
  /**
   * @param {URL} base  folder of the indexes @param {Record<string, number>} languages  language → first number
   * @param {(county: string) => Uint8Array} inCounty  1 for each practice there
   */
  constructor(base, languages, inCounty = () => new Uint8Array()) {
    this.base = base;
    this.languages = Object.entries(languages);
    this.inCounty = inCounty;
    this.places = new Places(() => this.load('paikat.json'));
  }

  /** @returns {Promise<{index: object, first: number}[]>} */
  open() {
    this.opened ??= Promise.all(this.languages.map(async ([language, first]) => ({
      index: await openIndex((name) => this.load(`${language}/${name}`), (words, form) => this.places.of(words, form)),
      first,
    }))).catch((error) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  /** @param {string} name */
  async load(name) {
    const response = await fetch(new URL(name, this.base));
    if (!response.ok) throw new Error(`${response.status}: ${name}`);
    return response.text();
  }

  /**
   * @param {string} query @param {number} count  how many practices there are
   * @returns {Promise<{matched: Uint8Array, score: Float64Array, corrected: string|null,
   *   near: Map<string, string[]>, around: import('./places.js').Place[], absent: import('./places.js').Place[], named: Uint8Array,
   *   found: {index: object, first: number, terms: object[]}[]}>}
   *   near: the words of the query that no practice holds, with what was looked for instead, if anything was
   *   around: municipalities that no practice names, where practices of their counties are found instead
   *   absent: places that no practice names, and where no practice of the county is either
   *   named: 1 for each practice that is found by its words, and not by its county alone
   */
  async search(query, count) {
    const matched = new Uint8Array(count), score = new Float64Array(count), found = [];
    let corrected = null, certain = false;
    for (const { index, first } of await this.open()) {
      const result = await index.search(query);
      for (const hit of result.hits) {
        matched[first + hit.doc] = 1;
        score[first + hit.doc] = hit.score;
      }
      if (result.hits.length && !result.corrected) certain = true;
      corrected ??= result.hits.length ? result.corrected : null;
      found.push({ index, first, terms: result.terms });
    }
    const near = new Map(), around = [], absent = [], named = matched.slice(), inside = new Uint8Array(count);
    for (const { word, instead, place } of strangersOf(found)) {
      const county = place && this.inCounty(place.county);
      if (!place) near.set(word, instead);
      else if (!county.includes(1)) absent.push(place);
      else {
        if (!place.whole) around.push(place);
        county.forEach((one, doc) => { inside[doc] |= one; });
      }
    }
    // As any word, but for being none that the practice holds; once, so that those of the counties
    // alone come after all others.
    inside.forEach((one, doc) => {
      matched[doc] |= one;
      score[doc] += one;
    });
    // What one language spells right is no mistake.
    return { matched, score, corrected: certain ? null : corrected, near, around, absent, named, found };
  }
}

/** The terms that no practice holds; a word of the query that one language holds is no stranger. */
function* strangersOf(found) {
  const strange = ({ keys, phrases, near }) => !phrases.length && (!keys.size || near);
  const units = new Set(found.flatMap(({ terms }) => terms.map(({ unit }) => unit)));
  for (const unit of units) {
    const parts = found.map(({ terms }) => terms.filter((term) => term.unit === unit));
    if (parts.some((terms) => terms.length && !terms.some(strange))) continue;
    for (const term of parts[0]) {
      const same = parts.flat().filter(({ word }) => word === term.word);
      if (!same.every(strange)) continue;
      yield { ...term, instead: [...new Set(same.flatMap(({ instead }) => instead))].slice(0, MOST_NEAR) };
    }
  }
}
