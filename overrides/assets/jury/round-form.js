/**
 * The form that makes an award round's file.
 */
import { copied } from '../clipboard.js';
import { loadMessages } from '../messages.js';
import { noted } from '../submit/notation.js';
import { UNKNOWN, dateSpan } from '../submit/rules/span.js';
import { slug } from '../submit/slug.js';
import { MOST_ADDRESS, mail } from '../submit/ways.js';
import { download } from './download.js';
import { formFaults } from './form-faults.js';
import { roundCheck } from './round-check.js';
import { roundFile } from './round-file.js';
import { keeping } from './round-kept.js';

const KINDS = { date: 'date', 'source-date': 'date', frozen: 'day', candidates: 'whole' };
const SOUND = {
  date: (text) => text === UNKNOWN || Boolean(dateSpan(text)),
  day: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && Boolean(dateSpan(text)),
  whole: (text) => /^\d{1,7}$/.test(text),
};
/** How a kind is written: a day is a date. */
const noteOf = (kind) => (kind === 'day' ? 'date' : kind);

/** @param {HTMLFormElement} form */
export async function roundForm(form) {
  const t = await loadMessages();
  const part = (name) => form.querySelector(`[data-part="${name}"]`);
  const criteria = part('criteria'), template = part('criterion');
  let made = { id: '', text: '' };

  const number = () => [...criteria.children].forEach((each, n) => {
    each.querySelector('legend').textContent = t('round-form-criterion', { number: n + 1 });
  });
  const add = () => {
    const criterion = template.content.firstElementChild.cloneNode(true);
    criterion.querySelector('[data-part="remove"]').addEventListener('click', () => {
      criterion.remove();
      number();
      keep();
      judge();
      faults.again();
      part('add').focus();
    });
    criteria.append(criterion);
    number();
    return criterion;
  };
  const kept = keeping(form, add);
  const tell = () => {
    const state = kept.state();
    part('kept').hidden = state === 'nothing';
    part('kept-state').textContent = state === 'nothing' ? '' : t(`round-form-${state}`);
    part('forget').hidden = state !== 'kept';
  };
  const keep = () => {
    kept.keep();
    tell();
  };
  if (!criteria.children.length) add();
  tell();
  form.addEventListener('input', keep);
  const taken = form.dataset.rounds.split(' ');
  const texts = roundCheck(form.dataset.rules);
  /** Of texts; dates and numbers are judged when they are whole. */
  const judge = () => {
    const labels = [...criteria.querySelectorAll('[data-key="label"]')];
    const repeated = texts.repeated(labels.map(({ value }) => value));
    for (const control of form.querySelectorAll('textarea, input:not([type="checkbox"])')) {
      if (Object.hasOwn(KINDS, control.name)) continue;
      control.setCustomValidity(repeated.get(labels.indexOf(control)) ?? texts.personal(control.value));
    }
    const name = form.elements.namedItem('name');
    // Two rounds of one name are one address, and readers could not tell them apart.
    if (taken.includes(idOf(name.value))) name.setCustomValidity(t('round-form-taken'));
  };
  form.addEventListener('input', judge);
  judge();
  part('forget').addEventListener('click', () => {
    form.reset();
    criteria.replaceChildren();
    add();
    part('made').hidden = true;
    kept.forget();
    tell();
    judge();
    form.elements.namedItem('name').focus();
  });
  const unknown = t('submit-not-known');
  const entered = (name) => noted(noteOf(KINDS[name]), form.elements.namedItem(name).value.trim(), unknown, document.documentElement.lang);
  for (const [name, kind] of Object.entries(KINDS)) {
    const field = form.elements.namedItem(name);
    const check = () => {
      const value = entered(name);
      field.setCustomValidity(!value || SOUND[kind](value) ? '' : t(`round-form-${kind}`));
    };
    field.addEventListener('input', () => field.setCustomValidity(''));
    field.addEventListener('change', check);
    check();
  }
  part('add').addEventListener('click', () => add().querySelector('input').focus());

  const faults = formFaults(form, ({ options }) => t(options ? 'round-form-choose' : 'round-form-missing'));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [first, ...more] = faults.shown();
    part('faults').textContent = first ? t('round-form-faults', { count: 1 + more.length }) : '';
    if (first) {
      // What was made earlier is not what the form says now.
      part('made').hidden = true;
      first.focus();
      return;
    }
    const given = new FormData(form);
    const values = Object.fromEntries([...given].map(([key, value]) => [key, String(value).trim()]));
    for (const name of Object.keys(KINDS)) values[name] = entered(name);
    const text = roundFile(values, given.getAll('organisations'), [...criteria.children].map(read));
    made = { id: idOf(values.name), text };
    const path = `registry/awards/${made.id}.yml`;
    part('text').textContent = text;
    part('told').textContent = t('round-form-told', { path, id: made.id });
    const github = `${form.dataset.repository}/new/${encodeURIComponent(form.dataset.branch)}/registry/awards?filename=${made.id}.yml&value=${encodeURIComponent(text)}`;
    part('github').hidden = !form.dataset.repository || github.length > MOST_ADDRESS;
    part('github').href = github;
    if (part('mail')) part('mail').href = mailTo(part('mail'), t('round-form-mail-subject', { name: values.name }), text, t('submit-mail-instead'));
    part('made').hidden = false;
    form.querySelector('#valmis-kierros').focus();
  });
  part('download').addEventListener('click', () => download(`${made.id}.yml`, made.text, 'application/yaml'));
  part('copy').addEventListener('click', async () => {
    const done = await copied(part('text'));
    part('status').textContent = t(done ? 'round-form-copied' : 'round-form-not-copied');
  });
}

/** @param {string} name @returns {string} the id of the round that is called so */
const idOf = (name) => slug(name) || 'kierros';

/** The mail to the editors; their address is in the link, and nowhere as plain text. */
function mailTo(link, subject, text, instead) {
  link.dataset.address ??= decodeURIComponent(link.href.replace('mailto:', ''));
  return mail(link.dataset.address, subject, text, instead).url;
}

/** @param {Element} criterion @returns {import('./round-file.js').Criterion} */
function read(criterion) {
  const value = (key) => criterion.querySelector(`[data-key="${key}"]`).value.trim();
  const ticked = (key) => [...criterion.querySelectorAll(`[data-key="${key}"]:checked`)].map((box) => box.value);
  return { label: value('label'), description: value('description'), fields: ticked('fields'), indicators: ticked('indicators') };
}
