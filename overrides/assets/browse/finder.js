/**
 * The search over all languages: the indexes are fetched when the first query is typed.
 */
import { openIndex } from '../search/engine.js';

const MOST_NEAR = 3;

export class Finder {
  /** @param {URL} base  folder of the indexes @param {Record<string, number>} languages  language → first number */
  constructor(base, languages) {
    this.base = base;
    this.languages = Object.entries(languages);
  }

  /** @returns {Promise<{index: object, first: number}[]>} */
  open() {
    this.opened ??= Promise.all(this.languages.map(async ([language, first]) => ({
      index: await openIndex((name) => this.load(`${language}/${name}`)),
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
   *   near: Map<string, string[]>, found: {index: object, first: number, terms: object[]}[]}>}
   *   near: the words of the query that no practice holds, with what was looked for instead, if anything was
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
    // What one language spells right is no mistake.
    return { matched, score, corrected: certain ? null : corrected, near: nearOf(found), found };
  }
}

/** A word that one language holds is no stranger. */
function nearOf(found) {
  const near = new Map();
  for (const [at, { word }] of found[0].terms.entries()) {
    const terms = found.map(({ terms: each }) => each[at]);
    if (terms.some(({ keys, phrases, near: only }) => phrases.length || (keys.size && !only))) continue;
    near.set(word, [...new Set(terms.flatMap(({ instead }) => instead))].slice(0, MOST_NEAR));
  }
  return near;
}
