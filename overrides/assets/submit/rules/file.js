/** What only the finished file can have wrong: its size, and lines that are too long. */
import { finding, length } from './value.js';

/** @param {object} form @param {string} text  of the whole file @returns {import('./value.js').Finding[]} */
export function checkFile(form, text) {
  const size = new TextEncoder().encode(text).length;
  const inKilobytes = (bytes) => String(Math.floor(bytes / 1024));
  if (size > form.max_bytes) return [finding([], 'too-large', { limit: inKilobytes(form.max_bytes), found: inKilobytes(size) })];
  const lines = text.split('\n');
  const n = lines.findIndex((line) => line.length > form.max_line && length(line) > form.max_line);
  if (n < 0) return [];
  return [{ ...finding([], 'line-long', { limit: String(form.max_line), found: String(length(lines[n])) }), line: n + 1 }];
}

/** Where in the form the line `number` of the file is told. @returns {{key: string}|{line: number}} a key of the front matter, or a line of the body */
export function placeOf(text, number) {
  const lines = text.split('\n');
  const body = lines.indexOf('---', 1) + 1;
  if (number > body) return { line: number - body };
  const above = lines.slice(0, number).findLast((line) => /^[a-z_]+:/.test(line));
  return { key: above.slice(0, above.indexOf(':')) };
}
