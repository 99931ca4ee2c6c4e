/**
 * The body of a practice: its sections, and text that does not belong in it. Markdown is read by
 * markdown-it, of which the check's own parser (markdown-it-py) is a port.
 */
import '../../vendor/markdown-it.min.js';
import { nearest } from './nearest.js';
import { personalIn } from './personal.js';
import { finding, length, walk } from './value.js';

const RUNS = /[[\]()*_`<>~!|]{60,}|(?:[>*+-] ){20,}/;
const ENGINE_SYNTAX = /-{1,}8<-|\{%|\{\{|\{:|\{[.#]|:::|^!!! |^\[TOC\]/m;
const CONTACT = /^(?:mailto|tel|sms|callto|sip):/i;
const SAFE_LINK = /^(?:https?:\/\/[^\s]+|#[^\s]*)$/i;

// HTML and every link are let through here, to be seen; nothing of this is ever shown.
const parser = globalThis.markdownit('commonmark', { html: true }).enable('table');
parser.validateLink = () => true;

/** Tokens of a text that is to be shown: no HTML, no images, safe links only. @param {string} text */
export function safeTokens(text) {
  const safe = globalThis.markdownit('commonmark', { html: false }).enable('table').disable('image');
  safe.validateLink = (url) => SAFE_LINK.test(url);
  return safe.parse(text, {});
}

/** @param {string} body @returns {{heading: string, text: string, line: number}[]} the first is what stands before every heading */
export function sections(body) {
  const lines = body.split('\n');
  const starts = [[0, '', 0]];
  const tokens = parser.parse(body, {});
  tokens.forEach((token, n) => {
    if (token.type === 'heading_open' && token.tag === 'h2' && token.level === 0 && token.map) {
      starts.push([token.map[0], tokens[n + 1].content.trim(), token.map[1]]);
    }
  });
  return starts.map(([start, heading, text], n) => ({
    heading, text: lines.slice(text, starts[n + 1]?.[0] ?? lines.length).join('\n').trim(), line: start + 1,
  }));
}

/** @param {object} form @param {string} body @param {string} language @param {object} hidden */
export function checkBody(form, body, language, hidden) {
  const at = (line, code, params = {}) => ({ ...finding([], code, params), line });
  const lineOf = (position) => body.slice(0, position).split('\n').length;
  if (length(body) > form.max_body) {
    return [at(1, 'body-long', { limit: String(form.max_body), found: String(length(body)) })];
  }
  const run = RUNS.exec(body);
  if (run) return [at(lineOf(run.index), 'body-run', { found: hidden.visible(run[0], 20) })];
  const found = [...checkSections(form, sections(body), language, hidden, at)];
  checkTokens(parser.parse(body, {}), 1, hidden, linksIn(form, hidden), (...said) => found.push(at(...said)));
  found.push(...checkPersonalIn(form, parser.parse(body, {}), hidden, at));
  const syntax = ENGINE_SYNTAX.exec(body);
  if (syntax) found.push(at(lineOf(syntax.index), 'body-syntax', { found: syntax[0].trim() }));
  body.split('\n').forEach((line, n) => {
    const phrase = placeholderIn(line, form.phrases);
    if (phrase) found.push(at(n + 1, 'placeholder', { found: phrase }));
  });
  return found;
}

/** Texts of the front matter that still hold a phrase of the template. */
export function checkPlaceholders(form, data) {
  const found = [];
  for (const [loc, value] of walk(data)) {
    const phrase = typeof value === 'string' && placeholderIn(value, form.phrases);
    if (phrase) found.push(finding(loc, 'placeholder', { found: phrase }));
  }
  return found;
}

function placeholderIn(text, phrases) {
  const lower = text.toLowerCase();
  return phrases.find((phrase) => lower.includes(phrase)
    && new RegExp(`(?<![\\p{L}\\p{N}_])${phrase}(?![\\p{L}\\p{N}_])`, 'u').test(lower));
}

function* checkSections(form, found, language, hidden, at) {
  const headings = form.sections[language] ?? form.sections.fi;
  const names = new Map(Object.entries(headings).map(([name, heading]) => [heading.toLowerCase(), name]));
  const order = Object.keys(headings);
  const seen = [];
  if (found[0].text) yield at(1, 'section-before');
  for (const section of found.slice(1)) {
    const name = names.get(section.heading.toLowerCase());
    if (name === undefined) {
      const meant = nearest(section.heading, names.keys());
      const params = { found: hidden.visible(section.heading), allowed: Object.values(headings).join(', ') };
      if (meant) params.suggestion = headings[names.get(meant)];
      yield at(section.line, 'section-unknown', params);
      continue;
    }
    const params = { found: section.heading };
    if (seen.includes(name)) yield at(section.line, 'section-repeated', params);
    else if (seen.length && order.indexOf(name) < order.indexOf(seen.at(-1))) yield at(section.line, 'section-order', params);
    seen.push(name);
    if (!section.text) yield at(section.line, 'section-empty', params);
  }
  for (const name of form.required_sections) {
    if (!seen.includes(name)) yield at(1, 'section-missing', { expected: `## ${headings[name]}` });
  }
}

function checkTokens(tokens, from, hidden, links, say) {
  let line = from;
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line += 1;
    const here = token.map ? token.map[0] + 1 : line;
    if (token.type === 'html_block' || token.type === 'html_inline') {
      say(here, 'body-html', { found: hidden.visible(token.content.trim(), 40) });
    } else if (token.type === 'heading_open' && token.tag === 'h1') say(here, 'body-h1');
    else if (token.type === 'image') say(here, 'body-image');
    else if (token.type === 'link_open') links(token, here, say);
    const unseen = !token.children?.length && hidden.hidden(token.content);
    if (unseen) say(here, 'hidden-character', { found: unseen, word: hidden.word(token.content) });
    if (token.children?.length) checkTokens(token.children, here, hidden, links, say);
  }
}

function* checkPersonalIn(form, tokens, hidden, at) {
  for (const token of tokens) {
    const first = (token.map?.[0] ?? 0) + (token.type === 'fence' ? 2 : 1);
    for (const [code, found, line] of personalIn(form, read(token), hidden)) yield at(first + line, code, { found });
  }
}

/** The text of a block as its reader sees it. */
function read({ type, content, children }) {
  if (type === 'fence' || type === 'code_block') return content;
  return (children ?? []).map((child) => (/^(?:text|code_inline)$/.test(child.type) ? child.content
    : child.type.endsWith('break') ? '\n' : '')).join('');
}

/** What is wrong with each link in its turn: where it leads, and how long the addresses are so far. */
function linksIn(form, hidden) {
  let total = 0;
  const long = new Set();
  return (link, line, say) => {
    const target = link.attrGet('href') ?? '';
    if (!SAFE_LINK.test(target)) say(line, CONTACT.test(target) ? 'body-contact' : 'body-link', { found: hidden.visible(target, 40) });
    if (length(target) > form.max_address && !long.has(target)) {
      long.add(target);
      say(line, 'body-address', { limit: String(form.max_address), found: String(length(target)) });
    }
    const before = total;
    total += link.attrs.reduce((sum, [, value]) => sum + length(value), 0);
    if (before <= form.max_addresses && total > form.max_addresses) say(line, 'body-addresses', { limit: String(form.max_addresses) });
  };
}
