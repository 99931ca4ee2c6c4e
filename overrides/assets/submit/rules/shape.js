/**
 * Whether values have the type and form that the model declares, by the form's list of fields.
 */
import { meanings, noted } from '../notation.js';
import { NUMBER } from './decimal.js';
import { nearest } from './nearest.js';
import { DATE_FORM, PERIOD_FORM, UNKNOWN, dateSpan, periodSpan } from './span.js';
import { finding, isMapping, length } from './value.js';

const PATTERN_CODES = { id: 'slug', model: 'slug', former_ids: 'slug', currency: 'currency', price_year: 'year' };
const FORMS = {
  email: /^[^\s@<>"'(),:;]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i,
  phone: /^\+?[0-9][0-9 ()-]{4,24}$/,
  url: /^https?:\/\/[^\s/?#@"'<>\\]+\.[^\s/?#@"'<>\\]+(?:[/?#][^\s"<>\\]*)?$/,
};
// What no web address holds, and what is written in its place.
const NO_ADDRESS = /[\s"<>\\]/;
// Before the path an @ would hide where the address leads; in it both signs are sound.
const hostOf = (text) => text.replace(/https?:\/\//, '').split(/[/?#]/)[0];
const inAddress = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
const NAME_PATTERN = /^(etunimi\.sukunimi|fornamn\.efternamn|firstname\.lastname)@/i;
const isDated = (record) => record === 'StatedDate' || record === 'StatedPeriod';

/**
 * @param {object} form @param {object} data @param {{visible: Function}} hidden @param {string} name  of the record that `data` is
 * @returns {import('./value.js').Finding[]}
 */
export function checkShape(form, data, hidden, name = 'Practice') {
  const found = [];
  const say = (loc, code, value, params = {}) => {
    if (typeof value === 'string' && !value.trim()) found.push(finding(loc, 'empty'));
    else found.push(finding(loc, code, { ...shown(value), ...params }));
  };
  const shown = (value) => (typeof value === 'string' ? { found: `”${hidden.visible(value)}”` }
    : { found_shape: isMapping(value) ? 'mapping' : 'list' });

  function record(name, value, loc) {
    if (isDated(name) && typeof value === 'string') {
      single(form.records[name][0], value, loc);
      return;
    }
    if (!isMapping(value)) {
      say(loc, 'mapping-expected', value);
      return;
    }
    const fields = form.records[name];
    for (const field of fields) {
      if (Object.hasOwn(value, field.key)) whole(field, value[field.key], [...loc, field.key]);
      else if (field.required) found.push(finding([...loc, field.key], 'missing'));
    }
    const known = fields.map((field) => field.key);
    for (const key of Object.keys(value).filter((k) => !known.includes(k))) {
      if (/^\p{Nd}+$/u.test(key) && value[key] === '') {
        found.push(finding([...loc, key], 'decimal-comma', { found: hidden.visible(key) }));
        continue;
      }
      const meant = nearest(key, known);
      const params = { found: hidden.visible(key), ...(meant ? { suggestion: meant } : {}) };
      found.push(finding([...loc, key], 'unknown-key', params));
    }
  }

  function whole(field, value, loc) {
    if (!field.many) {
      single(field, value, loc);
      return;
    }
    if (!Array.isArray(value)) {
      say(loc, 'list-expected', value);
      return;
    }
    const { list_max_length: most, list_min_length: least } = field;
    if (most && value.length > most) {
      found.push(finding(loc, 'list-long', { max_length: String(most), found: String(value.length) }));
      return;
    }
    value.forEach((item, n) => single(field, item, [...loc, n]));
    if (least && value.length < least) say(loc, 'list-short', value, { min_length: String(least) });
  }

  function single(field, value, loc) {
    if (field.kind === 'record') record(field.record, value, loc);
    else SINGLE[field.kind](field, value, loc);
  }

  const texts = (check) => (field, value, loc) => {
    if (typeof value !== 'string') say(loc, 'text-expected', value);
    else check(field, value, value.trim(), loc);
  };
  const refused = (text) => {
    const sign = (NO_ADDRESS.exec(text) ?? /[@']/.exec(hostOf(text)))?.[0];
    return sign ? { sign: hidden.visible(sign), instead: inAddress(sign) } : {};
  };
  const formed = (kind) => texts((field, value, text, loc) => {
    if (!FORMS[kind].test(text)) say(loc, kind, value, kind === 'url' ? refused(text) : {});
    else if (kind === 'email' && NAME_PATTERN.test(text)) say(loc, 'email-pattern', value);
  });
  // What a date or a number that is written as people do would be in the file.
  const asInFiles = (kind, value) => {
    const meant = typeof value === 'string' ? noted(kind, value, '', 'fi') : value;
    return meant === value || meanings(meant) ? {} : { suggestion: meant };
  };
  const dated = (kind, span, form_) => texts((field, value, text, loc) => {
    if (text === UNKNOWN || span(text)) return;
    if (form_.test(value)) say(loc, `no-such-${kind === 'date' ? 'day' : 'period'}`, value);
    else say(loc, kind, value, asInFiles(kind, value));
  });
  const SINGLE = {
    text: texts((field, value, text, loc) => {
      if (field.max_length && length(text) > field.max_length) {
        say(loc, 'text-long', value, { max_length: String(field.max_length), found: String(length(value)) });
      } else if (field.min_length && length(text) < field.min_length) {
        say(loc, 'text-short', value, { min_length: String(field.min_length) });
      } else if (field.pattern && !new RegExp(field.pattern).test(text)) {
        const key = loc.findLast((step) => typeof step === 'string');
        say(loc, PATTERN_CODES[key] ?? 'pattern', value, { pattern: field.pattern });
      }
    }),
    number: (field, value, loc) => {
      if (typeof value !== 'string' || !NUMBER.test(value.trim())) say(loc, 'number', value, asInFiles('number', value));
    },
    whole: (field, value, loc) => {
      if (typeof value !== 'string' || !/^[0-9]{1,7}$/.test(value.trim())) say(loc, 'whole-number', value, asInFiles('whole', value));
    },
    flag: (field, value, loc) => {
      if (value !== 'true' && value !== 'false') say(loc, 'true-or-false', value);
    },
    email: formed('email'),
    phone: formed('phone'),
    url: formed('url'),
    date: dated('date', dateSpan, DATE_FORM),
    period: dated('period', periodSpan, PERIOD_FORM),
  };

  record(name, data, []);
  return found;
}
