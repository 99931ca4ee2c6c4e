// The part of a text that shows why it was found, as segments, never HTML.
import { edited, fold } from './shards.js';

/**
 * Tells which words of a text the terms of a search matched, in any form or compound.
 * @param {{shards: import('./shards.js').Shards}} index @param {import('./expand.js').Term[]} terms
 * @returns {Promise<(word: string) => boolean>}
 */
export async function matcherOf({ shards }, terms) {
  const forms = new Set(terms.map((term) => fold(term.word))), stems = [];
  for (const key of terms.flatMap((term) => [...term.keys.keys()])) {
    let stem = fold(key);
    forms.add(stem);
    for (const [form, { links }] of await shards.around(key)) {
      if (!links.some((link) => edited(form, link) === key)) continue;
      forms.add(fold(form));
      while (stem.length > 5 && !fold(form).startsWith(stem)) stem = stem.slice(0, -1);
    }
    if (stem.length > 4) stems.push(stem);
  }
  const parts = [...forms].filter((form) => form.length > 2);
  return (word) => {
    const folded = fold(word.normalize('NFC').toLocaleLowerCase('fi'));
    return forms.has(folded) || stems.some((stem) => folded.includes(stem)) || parts.some((form) =>
      folded.length > form.length + 1 && (folded.startsWith(form) || folded.endsWith(form)));
  };
}

/**
 * @param {string} text @param {(word: string) => boolean} matcher
 * @param {{length?: number}} [options]  about how many characters
 * @returns {{text: string, match: boolean}[]}
 */
export function excerpt(text, matcher, { length = 200 } = {}) {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) =>
    ({ word, start: index, end: index + word.length, match: matcher(word) }));
  const matches = words.filter((word) => word.match), whole = text.length <= length;
  // The window with the most different matches, beginning a little before the first of them.
  let start = 0, most = 0;
  for (const first of whole ? [] : matches) {
    const inside = matches.filter(({ start, end }) => start >= first.start && end <= first.start + length * 0.8);
    const { size } = new Set(inside.map(({ word }) => word));
    if (size > most) [most, start] = [size, first.start - length * 0.2];
  }
  start = start > 0 ? words.find((word) => word.start >= start).start : 0;
  const end = text.length <= start + length ? text.length
    : words.findLast((word) => word.end <= start + length)?.end ?? length;
  const segments = [];
  const push = (text, match) => text && segments.push({ text, match });
  push(start ? '… ' : '', false);
  let at = start;
  for (const word of matches.filter((word) => word.start >= start && word.end <= end)) {
    push(text.slice(at, word.start), false);
    push(word.word, true);
    at = word.end;
  }
  push(text.slice(at, end), false);
  push(end < text.length ? ' …' : '', false);
  return segments;
}
