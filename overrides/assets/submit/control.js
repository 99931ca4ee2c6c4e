/**
 * One control for one field of the form, by what the model declares of it.
 * @typedef {import('./session.js').Session} Session
 */
import { el } from '../browse/dom.js';
import { meanings, noted, shown } from './notation.js';
import { number } from './numerals.js';
import { unbulleted } from './pasted.js';
import { propose, proposedAt, renamed, withdraw } from './proposed.js';
import { UNKNOWN } from './rules/span.js';
import { isMapping, length } from './rules/value.js';

const LONG = 200;
// Short enough for the address of a mail.
const MOST_EXPLANATION = 500;
/** The id of the control at `path`. @param {(string|number)[]} path */
export const idOf = (path) => `f-${path.join('-')}`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The place for what is wrong with the field at `path`; `target` gets the focus. */
function slot(session, path, target) {
  const error = el('p', { class: 'submit-error', id: `${idOf(path)}-error`, hidden: true });
  session.slots.set(idOf(path), { path, error, target });
  return error;
}

function labelOf(session, field) {
  if (field.within) return [field.label, el('span', { class: 'weak' }, ` (${session.t('submit-required-within', { name: field.within })})`)];
  return [field.label, field.required ? el('span', { class: 'submit-star', 'aria-hidden': 'true' }, ' *') : null,
    field.required ? el('span', { class: 'visually-hidden' }, ` (${session.t('submit-required')})`) : null];
}

function hints(session, field, path, more = []) {
  const lines = [field.help, field.example && session.t('submit-example', { text: field.example }), ...more].filter(Boolean);
  return el('div', { class: 'submit-hint', id: `${idOf(path)}-help` }, ...lines.map((line) => el('p', {}, line)));
}

function framed(session, field, path, input, more = []) {
  const id = idOf(path);
  input.id = id;
  input.setAttribute('aria-describedby', `${id}-help ${id}-error`);
  if (field.required) input.setAttribute('aria-required', 'true');
  const error = slot(session, path, input);
  return el('div', { class: 'submit-field' },
    el('label', { for: id }, ...labelOf(session, field)), hints(session, field, path, more), error, input);
}

function bound(session, path, input, read = () => input.value) {
  input.addEventListener('input', () => session.typed(path, read()));
  input.addEventListener('change', () => session.settled(path));
  return input;
}

/** Fill `input` with `given` as it was typed or as people write it, and return how to read it in the file's form. */
function inFileForm(session, kind, path, input, given) {
  const unknown = session.t('submit-not-known');
  const { language } = session.form;
  input.value = session.draft.typedFor(path, given) ?? shown(kind, given, unknown, language);
  return () => {
    const value = noted(kind, input.value, unknown, language);
    if (shown(kind, value, unknown, language) !== input.value) session.draft.remember(path, input.value, value);
    return value;
  };
}

/** Which of two numbers was meant, asked where the fault is told. */
function which(session, path, input) {
  const { language } = session.form;
  const box = el('div', { class: 'actions submit-which', hidden: true });
  const choice = (value, key) => {
    const text = number(value, language, true);
    const button = el('button', { type: 'button', class: 'action' }, session.t(key, { number: text }));
    button.addEventListener('click', () => {
      input.value = text;
      session.draft.remember(path, text, value);
      session.typed(path, value);
      session.settled(path);
      input.focus();
    });
    return button;
  };
  session.slots.get(idOf(path)).asked = (faulty) => {
    const found = faulty && meanings(session.draft.get(path));
    box.hidden = !found;
    box.replaceChildren(...(found ? [choice(found[0], 'submit-thousands'), choice(found[1], 'submit-decimals')] : []));
  };
  return box;
}

/** A group of controls under one heading, which is described and faulted together. */
export function group(session, field, path, children, heading = null) {
  const id = idOf(path);
  const set = el('fieldset', { class: 'submit-group', id, tabindex: -1, 'aria-describedby': `${id}-help ${id}-error` });
  set.append(el('legend', {}, ...(heading ? [heading] : labelOf(session, field))),
    heading ? el('div', { id: `${id}-help`, hidden: true }) : hints(session, field, path), slot(session, path, set), ...children);
  return set;
}

/** @param {Session} session @param {object} field @param {(string|number)[]} path */
export function text(session, field, path) {
  const long = field.max_length > LONG;
  const input = el(long ? 'textarea' : 'input', long ? { rows: 3 } : { type: 'text', ...attributes(field) });
  bound(session, path, input, inFileForm(session, field.kind, path, input, session.draft.get(path) ?? ''));
  const made = framed(session, field, path, input);
  if (field.kind === 'number') made.append(which(session, path, input));
  if (long) made.append(counter(session, input, field.max_length));
  return made;
}

const attributes = (field) => ({
  email: { inputmode: 'email', autocomplete: 'off' }, phone: { inputmode: 'tel', autocomplete: 'off' }, url: { inputmode: 'url' },
}[field.kind] ?? { autocomplete: 'off' });

export function counter(session, input, limit) {
  const shown = el('p', { class: 'weak submit-count' });
  const count = () => { shown.textContent = session.t('submit-count', { count: length(input.value.trim()), limit }); };
  input.addEventListener('input', count);
  count();
  return shown;
}

/** What is changed in a published practice and why: it goes to the editors, not into the file. */
export function explanation(session) {
  const { draft, t } = session;
  const input = el('textarea', { id: 'submit-explanation', rows: 3, maxlength: MOST_EXPLANATION, 'aria-describedby': 'submit-explanation-help' });
  input.value = draft.explanation;
  input.addEventListener('input', () => {
    draft.explanation = input.value;
    session.changed();
  });
  return el('div', { class: 'submit-field' }, el('label', { for: input.id }, t('submit-explanation')),
    el('p', { class: 'submit-hint', id: 'submit-explanation-help' }, t('submit-explanation-help')), input, counter(session, input, MOST_EXPLANATION));
}

/** A section of the body. */
export function section(session, name) {
  const input = el('textarea', { rows: 8 });
  const path = ['section', name];
  input.value = session.draft.sections[name] ?? '';
  input.addEventListener('input', () => session.typedSection(name, input.value));
  input.addEventListener('change', () => session.settled(path));
  const field = { label: session.headings()[name], help: session.form.vocabularies.section[name].help, required: session.form.required_sections.includes(name) };
  return framed(session, field, path, input);
}

// Lists whose items hold no commas: they may be parted by them, too.
const WITH_COMMAS = ['keywords', 'former_ids'];

/** A list of texts: one on each line, or between commas. */
export function lines(session, field, path) {
  const input = el('textarea', { rows: 3 });
  input.value = (session.draft.get(path) ?? []).join('\n');
  const commas = WITH_COMMAS.includes(field.key);
  const read = () => input.value.split(commas ? /[\n,;]/ : '\n').map((item) => unbulleted(item).trim()).filter(Boolean);
  return framed(session, field, path, bound(session, path, input, read), [session.t(commas ? 'submit-one-per-comma' : 'submit-one-per-line')]);
}

/** One of several values. @param {[string, string][]} options */
export function select(session, field, path, options) {
  const blank = field.default ? session.t('submit-default', { label: options.find(([v]) => v === field.default)[1] }) : session.t('submit-choose');
  const rest = options.filter(([value]) => value !== field.default);
  const given = session.draft.get(path) ?? '';
  // What the file says, though it is no longer offered, is not dropped in silence.
  if (given && given !== field.default && !rest.some(([value]) => value === given)) rest.push([given, given]);
  const input = el('select', {}, el('option', { value: '' }, blank), ...rest.map(([value, label]) => el('option', { value }, label)));
  input.value = given === field.default ? '' : given;
  bound(session, path, input);
  const made = framed(session, field, path, input);
  const meanings = field.choice && explained(session, field.choice);
  if (meanings) made.append(meanings);
  return made;
}

function explained(session, vocabulary) {
  const terms = Object.values(session.form.vocabularies[vocabulary]).filter(({ help }) => help);
  if (!terms.length) return null;
  return el('details', {}, el('summary', {}, session.t('submit-options')),
    el('dl', { class: 'choices' }, ...terms.map(({ label, help }) => el('div', {}, el('dt', {}, capital(label[session.form.language])), el('dd', {}, help)))));
}

/** Any of several values. @param {[string, string][]} options */
export function checks(session, field, path, options) {
  const chosen = () => session.draft.get(path) ?? [];
  const boxes = options.map(([value, label], n) => {
    const id = `${idOf(path)}-${n}`;
    const box = el('input', { type: 'checkbox', id, value, checked: chosen().includes(value) });
    box.addEventListener('change', () => {
      // In the order in which they were ticked: what matters most is often ticked first.
      const rest = chosen().filter((other) => other !== value);
      session.typed(path, box.checked ? [...rest, value] : rest);
      session.settled(path);
    });
    return el('div', { class: 'submit-option' }, box, el('label', { for: id }, label));
  });
  const meanings = field.choice && explained(session, field.choice);
  return group(session, field, path, [el('div', { class: 'submit-options' }, ...boxes), ...(meanings ? [meanings] : [])]);
}

/** A place or an organisation by its name: there are too many of them to choose from a list. */
export function named(session, field, path) {
  const { register, unknown } = field;
  const input = el('input', { type: 'text', list: `submit-${register}`, autocomplete: 'off' });
  const nameNow = () => proposedAt(session, path)?.name ?? session.nameOf(register, session.draft.get(path) ?? '');
  input.value = nameNow();
  bound(session, path, input, () => (proposedAt(session, path)?.own ? renamed(session, path, input.value)
    : session.idOf(register, input.value, unknown)));
  input.addEventListener('change', () => {
    // The list has what was thought not to be in it.
    const id = session.idOf(register, input.value, unknown);
    if (proposedAt(session, path)?.own && (id === UNKNOWN || Object.hasOwn(session.listed, id))) {
      withdraw(session, path, id);
      session.settled(path);
    }
    // A short name or an id has been understood: the whole name says as what.
    input.value = nameNow();
  });
  const made = framed(session, field, path, input);
  made.append(meant(session, register, path, input));
  if (register === 'organisations') made.append(...unlisted(session, path, input));
  return made;
}

/** A box for an organisation that the list does not have, and what is asked of it when it is ticked. */
function unlisted(session, path, input) {
  const { t, form, slots } = session;
  const id = `${idOf(path)}-unlisted`;
  const box = el('input', { type: 'checkbox', id, 'aria-describedby': `${id}-help` });
  const option = el('div', { class: 'submit-option' }, box, el('label', { for: id }, t('submit-organisation-unlisted')));
  const told = el('div', { class: 'submit-group', hidden: true });
  let asked;
  const show = () => {
    const found = proposedAt(session, path);
    const key = found?.own ? found.key : undefined;
    box.checked = key !== undefined;
    // It is told of where it is first pointed to.
    option.hidden = found !== undefined && !found.own;
    if (key === asked) return;
    for (const field of form.records.Organisation) slots.delete(idOf(['proposed', asked, field.key]));
    asked = key;
    told.hidden = key === undefined;
    told.replaceChildren(...(told.hidden ? [] : [el('p', { id: `${id}-help` }, t('submit-organisation-help')), ...form.records.Organisation.map((field) => {
      const place = ['proposed', key, field.key];
      return field.choice ? select(session, field, place, choices(form, field)) : text(session, field, place);
    })]));
  };
  box.addEventListener('change', () => {
    const typed = session.idOf('organisations', input.value, true);
    if (box.checked) {
      // What the list has was chosen before: another one is meant.
      if (typed === UNKNOWN || Object.hasOwn(form.registers.organisations, typed)) input.value = '';
      propose(session, path, input.value);
      if (!input.value) input.focus();
    } else withdraw(session, path, input.value);
    session.settled(path);
  });
  show();
  session.listeners.add(show);
  return [option, told];
}

/** The values of a vocabulary with their labels. @returns {[string, string][]} */
export const choices = (form, { choice }) => Object.entries(form.vocabularies[choice]).map(([value, { label }]) => [value, label[form.language]]);

/** The name that was probably meant, offered where the fault is told. */
function meant(session, register, path, input) {
  const box = el('div', { class: 'actions submit-which', hidden: true });
  session.slots.get(idOf(path)).asked = (faulty) => {
    const found = faulty && session.meant(register, session.draft.get(path) ?? '');
    box.hidden = !found;
    if (!found) return box.replaceChildren();
    const name = session.nameOf(register, found);
    const button = el('button', { type: 'button', class: 'action' }, session.t('submit-meant', { name }));
    button.addEventListener('click', () => {
      input.value = name;
      session.typed(path, found);
      session.settled(path);
      input.focus();
    });
    return box.replaceChildren(button);
  };
  return box;
}

export function flag(session, field, path) {
  const id = idOf(path);
  const box = el('input', { type: 'checkbox', id, checked: session.draft.get(path) === 'true', 'aria-describedby': `${id}-help ${id}-error` });
  box.addEventListener('change', () => {
    session.typed(path, box.checked ? 'true' : '');
    session.settled(path);
  });
  return el('div', { class: 'submit-field' }, el('div', { class: 'submit-option' }, box, el('label', { for: id }, field.label)),
    hints(session, field, path), slot(session, path, box));
}

/** That the person has agreed: asked of each on their own, and again when their details change. */
export function consent(session, path) {
  const { draft, t } = session;
  const place = [...path, 'consent'];
  const id = idOf(place);
  const contact = () => draft.get(path) ?? {};
  const box = el('input', { type: 'checkbox', id, 'aria-describedby': `${id}-help ${id}-error` });
  box.addEventListener('change', () => {
    draft.agree(contact(), box.checked);
    session.changed();
    session.settled(place);
  });
  const made = el('div', { class: 'submit-field' }, slot(session, place, box),
    el('div', { class: 'submit-option' }, box, el('label', { for: id }, t('submit-consent'))),
    el('p', { class: 'submit-hint', id: `${id}-help` }, t('submit-consent-help')));
  const show = () => {
    made.hidden = draft.settledContact(contact());
    box.checked = draft.agreed(contact());
  };
  show();
  session.listeners.add(show);
  return made;
}

/** A date, and why where it was worked out. */
export function dated(session, field, path) {
  const [stated, mark, reason] = session.form.records[field.record];
  const given = session.draft.get(path);
  const now = isMapping(given) ? given : { value: given };
  const input = el('input', { type: 'text', autocomplete: 'off' });
  const date = inFileForm(session, stated.kind, path, input, now.value ?? '');
  const id = idOf(path);
  const box = el('input', { type: 'checkbox', id: `${id}-inferred`, checked: now.inferred === 'true' });
  const why = el('textarea', { rows: 2, id: `${id}-why`, 'aria-describedby': `${id}-why-help ${id}-error` });
  why.value = now.why ?? '';
  const because = el('div', { class: 'submit-field', hidden: !box.checked }, el('label', { for: why.id }, reason.label),
    el('p', { class: 'submit-hint', id: `${id}-why-help` }, reason.help), why);
  const read = () => {
    if (!box.checked) return date();
    return date() || why.value ? { value: date(), inferred: 'true', why: why.value } : '';
  };
  const change = () => {
    because.hidden = !box.checked;
    session.typed(path, read());
  };
  for (const control of [input, why]) control.addEventListener('input', change);
  box.addEventListener('change', change);
  for (const control of [input, why, box]) control.addEventListener('change', () => session.settled(path));
  const made = framed(session, { ...field, example: field.example ?? stated.example }, path, input);
  made.append(el('div', { class: 'submit-option' }, box, el('label', { for: box.id }, mark.label)), because);
  return made;
}
