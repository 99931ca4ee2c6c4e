/** A practice as the text of the file that `catalogue check` reads. */
import { isMapping, says } from './rules/value.js';

const PLAIN = /^[a-z][a-z-]*[a-z]$/;
// What some reader of YAML takes for something else than a text.
const TAKEN = ['true', 'false', 'null', 'yes', 'no', 'on', 'off'];

/** `value` without what says nothing. A record in a list stays: it is to be filled in or taken away. */
export function pruned(value) {
  if (Array.isArray(value)) return value.map(pruned).filter((item) => isMapping(item) || says(item));
  if (!isMapping(value)) return typeof value === 'string' ? value.trim() : value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pruned(item)]).filter(([, item]) => says(item)));
}

/** @param {Record<string, string>} sections  name → text @param {Record<string, string>} headings  name → heading */
export function body(sections, headings) {
  return Object.entries(headings).filter(([name]) => says(sections[name]?.trim()))
    .map(([name, heading]) => `\n## ${heading}\n\n${sections[name].trim()}\n`).join('');
}

/**
 * @param {object} data  front matter in the order of the model @param {string} text  the body
 * @param {string[]} notes  lines of comment after the front matter
 * @param {Record<string, string>} blocks  the fields as they stand in the file that is changed
 * @param {(key: string) => boolean} unchanged  whether a field stays as it stands there
 */
export function written(data, text, notes = [], blocks = {}, unchanged = () => false) {
  const lines = inPlace(Object.keys(data), Object.keys(blocks)).flatMap((key) => (blocks[key] && unchanged(key)
    ? [blocks[key]] : [...commentsAbove(blocks[key]), ...mapping({ [key]: data[key] }, '')]));
  return `---\n${[...lines, ...notes].join('\n')}\n---\n${text}`;
}

/** `keys` in the order of the file; those that it does not have come after what the model has before them. */
function inPlace(keys, inFile) {
  const order = inFile.filter((key) => keys.includes(key));
  for (const [n, key] of keys.entries()) {
    if (!order.includes(key)) order.splice(order.indexOf(keys[n - 1]) + 1, 0, key);
  }
  return order;
}

function commentsAbove(block = '') {
  const lines = block.split('\n');
  return lines.slice(0, Math.max(0, lines.findIndex((line) => !/^(#|\s*$)/.test(line))));
}

/** `data` with its keys in the order in which the model declares them. */
export function ordered(form, data, record = 'Practice') {
  if (!isMapping(data)) return data;
  const entries = form.records[record].filter(({ key }) => key in data).map((field) => {
    const value = data[field.key];
    if (!field.record) return [field.key, value];
    return [field.key, Array.isArray(value) ? value.map((item) => ordered(form, item, field.record))
      : ordered(form, value, field.record)];
  });
  return Object.fromEntries(entries);
}

/** `data` as lines of YAML. @param {object} data @param {string} indent @returns {string[]} */
export function mapping(data, indent) {
  return Object.entries(data).flatMap(([key, value]) => {
    if (typeof value === 'string') return [`${indent}${key}: ${scalar(value)}`];
    if (isMapping(value)) return [`${indent}${key}:`, ...mapping(value, `${indent}  `)];
    if (value.every((item) => typeof item === 'string')) return [`${indent}${key}: [${value.map(scalar).join(', ')}]`];
    return [`${indent}${key}:`, ...value.flatMap((item) => {
      const [first, ...rest] = mapping(item, `${indent}    `);
      if (!first) return [`${indent}  - {}`];
      return [`${indent}  - ${first.trimStart()}`, ...rest];
    })];
  });
}

// A JSON string is a double-quoted scalar of YAML, whatever the text holds.
const scalar = (text) => (PLAIN.test(text) && !TAKEN.includes(text) ? text : JSON.stringify(text));
