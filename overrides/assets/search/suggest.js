// What may be meant by the letters typed so far.
import { lower, queryWords } from './engine.js';
import { fold } from './shards.js';

/**
 * Names as people write them (keywords and terms), then titles (with their `doc`), that complete
 * what is being typed: all of it, or else its last word.
 * @param {string} prefix @param {{limit?: number}} [options]
 * @returns {Promise<{text: string, doc: number|null}[]>}
 */
export async function suggest({ shards, search, card }, prefix, { limit = 8 } = {}) {
  const words = queryWords(prefix), last = words.at(-1);
  if (!last) return [];
  const whole = lower(prefix).trim().replace(/\s+/g, ' ').slice(0, 80), before = words.slice(0, -1);
  const names = (await shards.names(whole)).map(([name, count]) => [name, count]);
  if (!names.length && before.length) {
    for (const [name, count] of await shards.names(last)) {
      if (!name.includes(' ')) names.push([[...before, name].join(' '), count]);
    }
  }
  const found = names.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, limit / 2)
    .map(([text]) => ({ text, doc: null }));
  for (const { doc } of (await search(prefix)).hits.slice(0, limit - found.length)) {
    const [, title] = await card(doc);
    if (fold(lower(title)).includes(fold(last))) found.push({ text: title, doc });
  }
  return found;
}
