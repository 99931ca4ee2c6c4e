// The part of a text that shows why it was found, as segments, never HTML.
import { edited, fold } from './shards.js';

const WORD = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu, PART = /[\p{L}\p{N}]+/gu;
const bare = (form) => fold(form).replaceAll('-', '');

/**
 * Tells which words of a text the terms of a search matched: in any form or compound, and by the
 * synonyms that the texts hold.
 * @typedef {(words: string[]) => boolean[]} Matcher
 * @param {{shards: import('./shards.js').Shards}} index @param {import('./expand.js').Term[]} terms
 * @returns {Promise<Matcher>}
 */
export async function matcherOf({ shards }, terms) {
  const typed = await likeOf(shards, terms.flatMap((term) => [...term.keys.keys()]), terms.map((term) => term.word));
  const phrases = await Promise.all((await othersOf(shards, terms)).map((phrase) =>
    Promise.all(phrase.split(' ').map((part) => likeOf(shards, [part], [])))));
  return (words) => {
    const marks = words.map(typed);
    for (const phrase of phrases) {
      words.forEach((_, at) => {
        if (phrase.every((like, i) => at + i < words.length && like(words[at + i]))) marks.fill(true, at, at + phrase.length);
      });
    }
    return marks;
  };
}

/** The synonyms of the terms. */
async function othersOf(shards, terms) {
  const lines = new Set(terms.flatMap((term) => term.phrases.map(([, , line]) => line)));
  for (const key of terms.flatMap((term) => [...term.keys.keys()])) {
    if ((await shards.entry(key))?.synonyms) lines.add(key);
  }
  if (!lines.size) return [];
  const found = new Set();
  for (const term of lines) {
    for (const group of await shards.groupsOf(term)) group.forEach((other) => found.add(other));
  }
  return [...found];
}

/** Whether a word is of one of the keys, in any form or compound, or as it was typed. */
async function likeOf(shards, keys, typed) {
  const forms = new Set(typed.map(bare)), stems = [];
  for (const key of keys) {
    let stem = bare(key);
    forms.add(stem);
    for (const [form, { links }] of await shards.around(key)) {
      if (!links.some((link) => edited(form, link) === key)) continue;
      forms.add(bare(form));
      while (stem.length > 5 && !bare(form).startsWith(stem)) stem = stem.slice(0, -1);
    }
    if (stem.length > 4) stems.push(stem);
  }
  const parts = [...forms].filter((form) => form.length > 2);
  return (word) => {
    const folded = bare(word.normalize('NFC').toLocaleLowerCase('fi'));
    return forms.has(folded) || stems.some((stem) => folded.includes(stem)) || parts.some((form) =>
      folded.length > form.length + 1 && (folded.startsWith(form) || folded.endsWith(form)));
  };
}

/** The words of a text with their places and marks; of a word with hyphens, the parts that match. */
function markedWords(text, matcher) {
  const words = [];
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    const parts = whole.includes('-') && !matcher([whole])[0] ? [...whole.matchAll(PART)] : [{ 0: whole, index: 0 }];
    for (const { 0: word, index: at } of parts) words.push({ word, start: index + at, end: index + at + word.length });
  }
  const marks = matcher(words.map(({ word }) => word));
  return words.map((word, n) => ({ ...word, match: marks[n] }));
}

/**
 * @param {string} text @param {Matcher} matcher
 * @param {{length?: number}} [options]  about how many characters
 * @returns {{text: string, match: boolean}[]}
 */
export function excerpt(text, matcher, { length = 200 } = {}) {
  const words = markedWords(text, matcher);
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
