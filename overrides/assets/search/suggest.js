// What may be meant by the letters typed so far.
import { lower, queryWords } from './engine.js';
import { fold } from './shards.js';

/**
 * Words, then titles (with their `doc`), that complete what is being typed.
 * @param {string} prefix @param {{limit?: number}} [options]
 * @returns {Promise<{text: string, doc: number|null}[]>}
 */
export async function suggest({ shards, search, card }, prefix, { limit = 8 } = {}) {
  const words = queryWords(prefix), last = words.pop();
  if (!last) return [];
  const found = (await shards.starting(last))
    .filter(([, { postings, unknown }]) => postings && !unknown)
    .sort((a, b) => b[1].postings.length - a[1].postings.length || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit / 2)
    .map(([word]) => ({ text: [...words, word].join(' '), doc: null }));
  for (const { doc } of (await search(prefix)).hits.slice(0, limit - found.length)) {
    const [, title] = await card(doc);
    if (fold(lower(title)).includes(fold(last))) found.push({ text: title, doc });
  }
  return found;
}
