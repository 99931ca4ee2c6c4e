// Full-text search in an index the catalogue's build wrote.
import { expand } from './expand.js';
import { Shards, fold, listOf } from './shards.js';

/** @typedef {import('./expand.js').Term} Term */
const FORMAT = 1;

export const lower = (text) => text.normalize('NFC').toLocaleLowerCase('fi');

/** At most 8 words of at most 40 letters. */
export const queryWords = (query) =>
  (lower(query.slice(0, 400)).match(/[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*/gu) ?? [])
    .flatMap((word) => word.split(/[:'’]/)[0].split('-'))
    .filter((word) => word.length <= 40)
    .slice(0, 8);

/** @param {(name: string) => Promise<string>} load  text of a file of the index */
export async function openIndex(load) {
  const meta = JSON.parse(await load('meta.json'));
  if (meta.format !== FORMAT) throw new Error(`index format ${meta.format}, not ${FORMAT}`);
  const shards = new Shards(load, meta), known = new Map();

  /** The words of a phrase with synonyms share what these find. */
  async function findPhrases(terms) {
    for (const [at, term] of terms.entries()) {
      for (const first of [term.word, ...term.keys.keys()]) {
        for (const [line, entry] of await shards.around(first)) {
          if (!line.startsWith(first + ' ')) continue;
          const parts = line.split(' '), covered = terms.slice(at, at + parts.length);
          if (!parts.every((part, i) => covered[i]?.word === part || covered[i]?.keys.has(part))) continue;
          for (const each of covered) {
            if (each.guessed) Object.assign(each, { keys: new Map(), corrected: null });
            each.phrases.push([entry, 1 / parts.length]);
          }
        }
      }
    }
  }

  /** Adds what a term scores to the sums of each document. */
  async function rank(term, sums) {
    const entries = [], scores = new Float64Array(meta.documents);
    for (const [key, weight] of term.keys) entries.push([(await shards.entry(key)) ?? {}, weight]);
    const add = (entry, name, weight) => {
      const [docs, impacts] = listOf(entry, name);
      const rarity = Math.log(1 + (meta.documents - docs.length + 0.5) / (docs.length + 0.5)) * weight / 16;
      docs.forEach((doc, i) => (scores[doc] = Math.max(scores[doc], rarity * impacts[i])));
    };
    for (const [entry, weight] of entries) add(entry, 'postings', weight);
    scores.forEach((score, doc) => (sums.exact[doc] += score > 0));
    for (const [entry, weight] of [...entries, ...term.phrases]) add(entry, 'synonyms', weight / 2);
    scores.forEach((score, doc) => {
      sums.words[doc] += score > 0;
      sums.score[doc] += score;
    });
  }

  /**
   * @param {string} query
   * @returns {Promise<{hits: {doc: number, score: number, words: number}[], corrected: string|null,
   *   terms: Term[]}>}  words: how many of the query's the document matched
   */
  async function search(query) {
    const terms = await Promise.all(queryWords(query).map(async (word) => {
      if (!known.has(word)) known.set(word, await expand(shards, word));
      return { ...known.get(word), phrases: [] };
    }));
    await findPhrases(terms);
    const n = meta.documents, hits = [];
    const sums = { score: new Float64Array(n), words: new Uint8Array(n), exact: new Uint8Array(n) };
    for (const term of terms) await rank(term, sums);
    sums.words.forEach((words, doc) => {
      // Words matched, then the very words before synonyms, then BM25 (below 256).
      const score = words + sums.exact[doc] / 16 + sums.score[doc] / 4096;
      if (words) hits.push({ doc, score, words });
    });
    return {
      hits: hits.sort((a, b) => b.score - a.score || a.doc - b.doc),
      corrected: terms.some((term) => term.corrected)
        ? terms.map((term) => term.corrected ?? term.word).join(' ') : null,
      terms,
    };
  }

  /** [id, title, summary] of a document. */
  const card = async (doc) => (await shards.file(`t${doc >> 4}.json`, JSON.parse))[doc % 16];
  const body = async (doc) => (await shards.file(`b${doc >> 2}.json`, JSON.parse))[doc % 4];
  /** Ids of all documents, by their numbers. */
  const ids = () => shards.file('ids.txt', (text) => text.split('\n'));

  const index = { search, card, body, ids, shards, documents: meta.documents };
  /** Completions of what is being typed; see suggest.js. */
  index.suggest = async (prefix, options) => (await import('./suggest.js')).suggest(index, prefix, options);
  return index;
}
