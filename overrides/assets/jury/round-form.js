/**
 * The form that makes an award round's file.
 */
import { loadMessages } from '../messages.js';
import { free, slug } from '../submit/slug.js';
import { MOST_ADDRESS } from '../submit/ways.js';
import { download } from './download.js';
import { roundFile } from './round-file.js';

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
      part('add').focus();
    });
    criteria.append(criterion);
    number();
    return criterion;
  };
  add();
  for (const name of ['date', 'source-date']) {
    const field = form.elements.namedItem(name);
    field.addEventListener('input', () => field.setCustomValidity(''));
    field.addEventListener('invalid', () => field.validity.patternMismatch && field.setCustomValidity(t('round-form-date')));
  }
  part('add').addEventListener('click', () => add().querySelector('input').focus());

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const values = Object.fromEntries([...given].map(([key, value]) => [key, String(value).trim()]));
    for (const key of ['date', 'source-date']) values[key] = isoDate(values[key]);
    const text = roundFile(values, given.getAll('organisations'), [...criteria.children].map(read));
    made = { id: free(slug(values.name) || 'kierros', form.dataset.rounds.split(' ')), text };
    const path = `registry/awards/${made.id}.yml`;
    part('text').textContent = text;
    part('told').textContent = t('round-form-told', { path, id: made.id });
    const github = `${form.dataset.repository}/new/${encodeURIComponent(form.dataset.branch)}/registry/awards?filename=${made.id}.yml&value=${encodeURIComponent(text)}`;
    part('github').hidden = !form.dataset.repository || github.length > MOST_ADDRESS;
    part('github').href = github;
    part('made').hidden = false;
    form.querySelector('#valmis-kierros').focus();
  });
  part('download').addEventListener('click', () => download(`${made.id}.yml`, made.text, 'application/yaml'));
  part('copy').addEventListener('click', async () => {
    const done = await navigator.clipboard.writeText(made.text).then(() => true, () => false);
    part('status').textContent = t(done ? 'round-form-copied' : 'round-form-not-copied');
  });
}

/** A date as Finns write it, `21.3.2027`, in the form that the file takes; others as they are. */
export const isoDate = (text) =>
  text.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, day, month, year) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);

/** @param {Element} criterion @returns {import('./round-file.js').Criterion} */
function read(criterion) {
  const value = (key) => criterion.querySelector(`[data-key="${key}"]`).value.trim();
  const ticked = (key) => [...criterion.querySelectorAll(`[data-key="${key}"]:checked`)].map((box) => box.value);
  return { label: value('label'), description: value('description'), fields: ticked('fields'), indicators: ticked('indicators') };
}
