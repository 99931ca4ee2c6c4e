// Full-text search in an index the catalogue's build wrote.
import { distance, expand, leads, ruled, slackOf } from './expand.js';
import { Shards, fold, listOf } from './shards.js';

/** @typedef {import('./expand.js').Term} Term */
const FORMAT = 2, MOST_WORDS = 8;

export const lower = (text) => text.normalize('NFC').toLocaleLowerCase('fi');

/** At most 8 words of at most 40 letters, hyphens within them kept. */
export const queryWords = (query) =>
  (lower(query.slice(0, 400)).match(/[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*/gu) ?? [])
    .map((word) => word.split(/[:'’]/)[0])
    .filter((word) => word.length <= 40)
    .slice(0, MOST_WORDS);

/**
 * @param {(name: string) => Promise<string>} load  text of a file of the index
 * @param {(words: string[], form?: string) => Promise<object|null>} [placeOf]  the place that a form is of, or any
 *   of some words is the name of
 */
export async function openIndex(load, placeOf = async () => null) {
  const meta = JSON.parse(await load('meta.json'));
  if (meta.format !== FORMAT) throw new Error(`index format ${meta.format}, not ${FORMAT}`);
  const shards = new Shards(load, meta), known = new Map();

  /**
   * The words of a phrase with synonyms share what these find.
   * @param {(part: string, term: Term) => boolean} isPart  whether a term may stand for a word of a phrase
   */
  async function findPhrases(terms, isPart) {
    for (const [at, term] of terms.entries()) {
      for (const first of [term.word, ...term.keys.keys()]) {
        for (const [line, entry] of await shards.around(first)) {
          if (!line.startsWith(first + ' ')) continue;
          const parts = line.split(' '), covered = terms.slice(at, at + parts.length);
          if (!parts.every((part, i) => covered[i] && isPart(part, covered[i]))) continue;
          covered.forEach((each, i) => {
            // A word of another language is right as it is; a slip is that of the phrase's word.
            const right = each.word === parts[i], slip = !right && !each.keys.has(parts[i]);
            if (each.guessed && (right || slip)) Object.assign(each, { keys: new Map(), corrected: slip ? parts[i] : null });
            each.phrases.push([entry, 1 / parts.length, line]);
          });
        }
      }
    }
  }
  const holdsPart = (part, { word, keys }) => word === part || keys.has(part);
  const mayHoldPart = (part, term) => holdsPart(part, term) || (term.guessed && !term.phrases.length
    && term.word.length > 4 && distance(fold(term.word), fold(part), slackOf(term.word)) <= slackOf(term.word));

  /** A word with hyphens as texts or the map hold it, perhaps in another form and without them. */
  async function wholeOf(word) {
    const bare = word.replaceAll('-', ''), phrase = word.replaceAll('-', ' ');
    // Phrases with synonyms are known by their parts (after-care, relationship-based work).
    for (const line of (await shards.around(phrase.split(' ')[0])).keys()) if (`${line} `.startsWith(`${phrase} `)) return null;
    if ((await leads(shards, word, 1)).length || (await placeOf([word], word))) return word;
    return (await leads(shards, bare, 1)).length || (await ruled(shards, bare, 1, 1)).length ? bare : null;
  }

  /** The words of the query, those with hyphens whole where the texts or the map hold them so. */
  async function unitsOf(query) {
    const units = [];
    for (const [unit, word] of queryWords(query).entries()) {
      const whole = word.includes('-') ? await wholeOf(word) : word;
      for (const part of whole ? [whole] : word.split('-')) units.push({ word: part, unit });
    }
    return units.slice(0, MOST_WORDS);
  }

  /** Adds what a term scores to the sums of each document. */
  async function rank(term, sums) {
    const entries = [], scores = new Float64Array(meta.documents), titled = new Uint8Array(meta.documents);
    const sure = Math.max(0, ...term.keys.values()) / 2;
    for (const [key, weight] of term.keys) entries.push([(await shards.entry(key)) ?? {}, weight]);
    const add = (entry, name, weight) => {
      const [docs, impacts, titles] = listOf(entry, name);
      const rarity = Math.log(1 + (meta.documents - docs.length + 0.5) / (docs.length + 0.5)) * weight / 16;
      docs.forEach((doc, i) => {
        scores[doc] = Math.max(scores[doc], rarity * impacts[i]);
        if (titles[i] && weight >= sure && name === 'postings') titled[doc] = 1;
      });
    };
    for (const [entry, weight] of entries) add(entry, 'postings', weight);
    const held = scores.some((score) => score > 0);
    sums.asked += held;
    scores.forEach((score, doc) => (sums.exact[doc] += score > 0));
    if (held) titled.forEach((one, doc) => (sums.titled[doc] += one));
    for (const [entry, weight] of [...entries, ...term.phrases]) add(entry, 'synonyms', weight / 2);
    scores.forEach((score, doc) => {
      sums.words[doc] += score > 0;
      sums.score[doc] += score;
    });
  }

  /**
   * @param {string} query
   * @returns {Promise<{hits: {doc: number, score: number, words: number}[], corrected: string|null,
   *   terms: Term[]}>}  words: how many of the query's the document matched; a score is more than that by
   *   less than 1; the `unit` of a term: which word of the query it is, or is a part of
   */
  async function search(query) {
    const terms = await Promise.all((await unitsOf(query)).map(async ({ word, unit }) => {
      if (!known.has(word)) known.set(word, await expand(shards, word, placeOf));
      return { ...known.get(word), phrases: [], unit };
    }));
    await findPhrases(terms, holdsPart);
    if (terms.some((term) => term.guessed && !term.phrases.length)) await findPhrases(terms, mayHoldPart);
    const n = meta.documents, hits = [];
    const sums = { score: new Float64Array(n), words: new Uint8Array(n), exact: new Uint8Array(n), titled: new Uint8Array(n), asked: 0 };
    for (const term of terms) await rank(term, sums);
    sums.words.forEach((words, doc) => {
      // Words matched, then the very words before synonyms, then all of them in the title, then BM25 (below 256).
      const named = sums.asked && sums.titled[doc] === sums.asked;
      const score = words + sums.exact[doc] / 16 + named / 32 + sums.score[doc] / 16384;
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
  const told = async (doc) => (await shards.file(`b${doc >> 2}.json`, JSON.parse))[doc % 4];
  const body = async (doc) => (await told(doc))[0];
  /** The [name, text] pairs of what a document is found by besides title, summary and body. */
  const fields = async (doc) => (await told(doc))[1];
  /** Ids of all documents, by their numbers. */
  const ids = () => shards.file('ids.txt', (text) => text.split('\n'));

  const index = { search, card, body, fields, ids, shards, documents: meta.documents };
  /** Completions of what is being typed; see suggest.js. */
  index.suggest = async (prefix, options) => (await import('./suggest.js')).suggest(index, prefix, options);
  return index;
}
