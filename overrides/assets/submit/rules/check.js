/**
 * The whole check of one practice in the browser: the same findings, with the same sentences, as
 * `catalogue check`. What only a file can have wrong (encoding, size, YAML) does not arise here.
 */
import { checkAcross } from './across.js';
import { checkBody, checkPlaceholders } from './body.js';
import { checkDates } from './dates.js';
import { checkFile } from './file.js';
import { hiddenIn } from './hidden.js';
import { checkOutcomes, checkPeople } from './outcomes.js';
import { checkPersonal } from './personal.js';
import { checkReferences } from './references.js';
import { checkRepeated } from './repeated.js';
import { checkShape } from './shape.js';
import { dotted, finding, walk } from './value.js';

/**
 * @typedef {{loc: (string|number)[], field: string, code: string, params: Record<string, string>, message: string, line?: number, body: boolean}} Problem
 * @param {object} form  `ilmoita/lomake.json`
 * @param {{id: string, data: object, body: string}} practice
 * @param {string} today  YYYY-MM-DD
 * @returns {Problem[]}
 */
export function check(form, { id, data, body }, today) {
  const hidden = hiddenIn(form);
  const language = typeof data.language === 'string' ? data.language : 'fi';
  const findings = [
    ...checkHidden(data, hidden),
    ...checkShape(form, data, hidden),
    ...checkReferences(form, data, id, hidden),
    ...checkDates(data, today),
    ...checkOutcomes(form, data),
    ...checkPeople(data),
    ...checkRepeated(data, hidden),
    ...checkPersonal(form, data, hidden),
    ...checkPlaceholders(form, data),
    ...checkAcross(form, data, id),
  ];
  return [
    ...findings.map((found) => problem(form, found, false)),
    ...checkBody(form, body, language, hidden).map((found) => problem(form, found, true)),
  ];
}

/** Why `id` cannot be the name of the practice's file. @returns {Problem[]} */
export function checkName(form, id) {
  const say = (code, found, limit = '') => [problem(form, finding(['id'], code, { found, limit }), false)];
  const hidden = hiddenIn(form);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return say('name-form', hidden.visible(`${id}.md`));
  if (form.reserved_names.includes(id)) return say('name-reserved', id);
  if (id.length > form.max_name) return say('name-long', String(id.length), String(form.max_name));
  return [];
}

/** What is wrong with an organisation that is proposed; the answers hold it at `loc`. @returns {Problem[]} */
export function checkProposed(form, { name, kind, url }, loc) {
  const hidden = hiddenIn(form);
  const told = Object.fromEntries(Object.entries({ kind, url }).filter(([, value]) => value));
  const findings = [
    ...(name.trim() ? [] : [finding(['name'], 'missing')]),
    ...checkHidden({ name, ...told }, hidden),
    ...checkShape(form, told, hidden, 'Organisation'),
    ...checkPersonal(form, { name }, hidden),
  ];
  return findings.map((found) => problem(form, { ...found, loc: [...loc, ...found.loc] }, false));
}

/** What is wrong with the finished file as a whole. @param {object} form @param {string} text @returns {Problem[]} */
export const checkWhole = (form, text) => checkFile(form, text).map((found) => problem(form, found, false));

function checkHidden(data, hidden) {
  const found = [];
  for (const [loc, value] of walk(data)) {
    const unseen = typeof value === 'string' && hidden.hidden(value);
    if (unseen) found.push(finding(loc, 'hidden-character', { found: unseen, word: hidden.word(value) }));
  }
  return found;
}

function problem(form, { loc, code, params, line }, body) {
  const field = body ? form.texts['check.body'] : dotted(loc);
  return { loc, field, code, params, line, body, message: sentence(form, code, params) };
}

/** What was expected and what was found, with the suggestion if there is one. */
export function sentence(form, code, { found_shape: shape, ...rest }) {
  const params = shape ? { ...rest, found: form.texts[`check.shape.${shape}`] } : rest;
  const variant = params.sign ? (params.sign.trim() ? '.sign' : '.space') : '';
  const message = filled(form.texts[`check.${code}${variant}`], params);
  if (!params.suggestion) return message;
  return `${message.replace(/\.$/, '')}. ${filled(form.texts['check.did-you-mean'], params)}`;
}

/** @param {string} text @param {Record<string, string>} params */
export const filled = (text, params) => text.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => (
  name ? params[name] ?? whole : whole[0]));
