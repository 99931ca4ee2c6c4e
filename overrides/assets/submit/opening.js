/** Before the form: what it is, what is kept, and what was begun before. */
import { el } from '../browse/dom.js';
import { act, deletion } from './actions.js';
import { allowed, openElsewhere } from './keeping.js';
import { LOCALES } from './numerals.js';

/**
 * @param {HTMLElement} root @param {import('./session.js').Session} session
 * @param {{begin: () => void, original: () => Promise<object>, known: object|undefined, missing: string|null}} asked
 */
export async function opening(root, session, { begin, original, known, missing }) {
  const { t, draft } = session;
  const { keeper } = draft;
  const status = el('p', { role: 'status', tabindex: -1 });
  const kept = el('div', {});
  const start = act('', async () => {
    // Begun in another tab since this page was opened: the writer is asked before there are two.
    if (keeper.list().some(({ key }) => !listed.has(key))) {
      await show();
      status.textContent = t('submit-resume-new');
      status.focus();
      return;
    }
    start.disabled = true;
    try {
      if (known) draft.open(await original());
      begin();
    } catch {
      start.disabled = false;
      status.textContent = t('submit-failed');
      status.focus();
    }
  });
  const listed = new Set();
  let elsewhere = new Set();

  /** An unfinished submission, to be gone on with or deleted. */
  function unfinished({ key, title, saved }) {
    const about = el('p', { id: `kesken-${key}` }, t('submit-resume-text', { title: title || t('submit-untitled'), date: new Date(saved).toLocaleString(LOCALES[session.form.language], { dateStyle: 'short', timeStyle: 'short' }) }));
    const go = act(t('submit-resume'), () => {
      // Deleted in another tab meanwhile.
      if (!draft.resume(key)) return show();
      draft.save();
      return begin();
    });
    go.setAttribute('aria-describedby', about.id);
    return el('li', {}, about, elsewhere.has(key) && el('p', {}, t('submit-resume-elsewhere')), el('p', { class: 'actions' }, go, ...deletion(t, () => {
      keeper.forget(key);
      draw();
      status.textContent = t('submit-deleted');
      start.focus();
    })));
  }

  async function show() {
    elsewhere = await openElsewhere();
    draw();
  }

  function draw() {
    const found = keeper.list();
    listed.clear();
    found.forEach(({ key }) => listed.add(key));
    kept.replaceChildren(...(found.length ? [el('section', { class: 'notice' },
      el('h3', {}, t('submit-resume-title', { count: found.length })),
      el('ul', { class: 'submit-kept', role: 'list' }, ...found.map(unfinished)),
      el('p', {}, t(known ? 'submit-resume-or-edit' : 'submit-resume-or')))] : []));
    start.textContent = t((known ? 'submit-edit-start' : 'submit-start') + (found.length ? '-another' : ''));
    start.className = found.length ? 'action' : 'action action--main';
  }

  await show();
  root.replaceChildren(...[
    el('h2', {}, known ? t('submit-edit-title', { title: known.title }) : t('submit-start-title')),
    missing && el('p', { class: 'notice' }, t('submit-edit-missing', { id: missing })),
    el('p', {}, t(known ? 'submit-edit-text' : 'submit-start-text')),
    allowed() ? el('p', {}, t('submit-start-storage')) : el('p', { class: 'notice' }, t('submit-start-not-stored')),
    kept, el('p', {}, start), status].filter(Boolean));
}
