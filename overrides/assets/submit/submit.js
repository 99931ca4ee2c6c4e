/**
 * The submission form: a practice in steps, checked as it is typed, to a finished file. Without
 * scripts the page tells of other ways; the form takes their place when it is here.
 */
import { el } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { act, deletion } from './actions.js';
import { section } from './control.js';
import { Draft } from './draft.js';
import { allowed } from './keeping.js';
import { opening } from './opening.js';
import { mend } from './pasted.js';
import { preview } from './preview.js';
import { fields } from './record.js';
import { similar } from './rules/across.js';
import { BODIES } from './rules/references.js';
import { nameOf, sending } from './send.js';
import { Session } from './session.js';

/** @param {HTMLElement} root  empty; the form is made in it */
export async function submit(root) {
  const t = await loadMessages();
  const edited = new URLSearchParams(location.search).get('muokkaa');
  const sound = edited && /^[a-z0-9-]{1,80}$/.test(edited) ? edited : null;
  root.hidden = false;
  try {
    const form = await json('lomake.json');
    const known = form.practices.find(({ id }) => id === sound);
    const draft = new Draft(known ? sound : null, form.language);
    const session = new Session(form, draft, t);
    await opening(root, session, {
      begin: () => steps(root, session),
      original: () => json(`${root.dataset.originals}${draft.edited}.json`),
      known,
      missing: edited && !known ? edited : null,
    });
  } catch (error) {
    root.replaceChildren(el('p', { class: 'notice', role: 'alert' }, t('submit-failed')));
    throw error;
  }
}

async function json(name) {
  const response = await fetch(new URL(name, location.href.split(/[?#]/)[0]));
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.json();
}

function steps(root, session) {
  const { form, t, draft } = session;
  session.learn();
  const ids = form.steps.map(({ id }) => id);
  let current = ids[0];
  const nav = el('ol', { class: 'submit-steps', role: 'list' });
  const page = el('div', { class: 'submit-page' });
  const saved = el('p', { class: 'weak', role: 'status' });
  const names = BODIES.map((register) => el('datalist', { id: `submit-${register}` },
    ...[t('submit-not-known'), ...Object.values(form.registers[register]).map(({ name }) => name)].map((value) => el('option', { value }))));
  const body = el('form', { novalidate: true, class: 'submit-form' }, el('nav', { 'aria-label': t('submit-steps') }, nav), page);
  body.addEventListener('input', (event) => mend(event, t), { capture: true });
  body.addEventListener('submit', (event) => event.preventDefault());
  const foot = el('div', { class: 'submit-foot' }, saved, el('div', { class: 'actions' }, ...deletion(t, () => {
    draft.forget();
    // The address stays; what was typed is gone from the page too.
    location.hash = '';
    location.reload();
  })));
  const pageShown = el('div');
  const live = el('details', { class: 'submit-live' }, el('summary', {}, t('submit-preview')), el('p', { class: 'weak' }, t('submit-preview-note')), pageShown);
  const show = () => live.open && pageShown.replaceChildren(preview(session));
  live.addEventListener('toggle', show);
  const apart = el('div', { role: 'alert' });
  root.replaceChildren(apart, body, ...names, live, foot);
  document.body.classList.add('is-submitting');

  const go = (step, path = null, push = true) => {
    current = step;
    if (push) history.pushState(null, '', `#vaihe-${step}`);
    draw();
    const slot = path && session.slotOf(path);
    if (slot) {
      session.shown.add(slot.path.join('-'));
      session.showProblems();
    }
    for (let around = slot?.target.parentElement; around; around = around.parentElement) if (around.tagName === 'DETAILS') around.open = true;
    (slot?.target ?? page.querySelector('h2')).focus();
    if (!slot) root.scrollIntoView();
  };
  const fromAddress = () => ids.find((id) => location.hash === `#vaihe-${id}`);
  window.addEventListener('popstate', () => fromAddress() && go(fromAddress(), null, false));

  function draw() {
    const number = ids.indexOf(current);
    const step = form.steps[number];
    session.slots.clear();
    session.listeners.clear();
    session.addresses.splice(0).forEach((url) => URL.revokeObjectURL(url));
    nav.replaceChildren(...ids.map((id, n) => {
      const button = act(t(`submit-step-${id}`), () => go(id), 'submit-step');
      if (id === current) button.setAttribute('aria-current', 'step');
      button.prepend(el('span', { class: 'submit-step__number', 'aria-hidden': 'true' }, String(n + 1)));
      return el('li', {}, button);
    }));
    const summary = el('div', { class: 'submit-summary', tabindex: -1, hidden: true });
    page.replaceChildren(
      el('p', { class: 'kicker' }, t('submit-progress', { number: number + 1, count: ids.length })),
      el('h2', { tabindex: -1 }, t(`submit-step-${current}`)), el('p', { class: 'section-intro' }, t(`submit-intro-${current}`)),
      summary, ...content(step), buttons(number, summary));
    session.listeners.add(show);
    show();
    session.listeners.add(tell);
    session.showProblems();
  }

  function content(step) {
    if (step.id === 'valmis') return sending(session, go);
    if (step.sections) return Object.keys(session.headings()).map((name) => section(session, name));
    const made = fields(session, 'Practice', [], step.fields);
    if (step.id === 'mika') made.splice(1, 0, duplicates());
    if (step.id === 'yhteys') made.unshift(el('p', {}, el('a', { href: '../tietosuoja/' }, t('submit-privacy'))));
    return made;
  }

  function duplicates() {
    const box = el('div', { role: 'status' });
    let said = '';
    const show = () => {
      const found = draft.edited ? [] : similar(form, draft.data, draft.id).slice(0, 5);
      const key = found.map(({ id }) => id).join();
      if (key === said) return;
      said = key;
      box.replaceChildren(...(found.length ? [el('div', { class: 'notice' }, el('p', {}, t('submit-similar', { count: found.length })),
        el('ul', {}, ...found.map(({ id, title }) => el('li', {}, el('a', { href: `../kaytannot/${id}/` }, title)))))] : []));
    };
    show();
    session.listeners.add(show);
    return box;
  }

  function buttons(number, summary) {
    const next = ids[number + 1];
    const forward = next && act(t('submit-next', { step: t(`submit-step-${next}`).toLowerCase() }), () => {
      session.shown.add(current);
      const faults = session.showProblems().filter(({ step }) => step === current);
      if (!faults.length) return go(next);
      const again = act(t('submit-skip'), () => go(next), 'quiet');
      summary.replaceChildren(el('h3', {}, t('submit-errors', { count: faults.length })),
        el('ul', {}, ...faults.map((fault) => {
          const target = session.slotOf(fault.path)?.target;
          const link = el('a', { href: `#${target?.id ?? ''}` }, `${nameOf(session, fault)}: ${fault.message}`);
          link.addEventListener('click', (event) => {
            event.preventDefault();
            target?.focus();
          });
          return el('li', {}, link);
        })), again);
      summary.hidden = false;
      return summary.focus();
    });
    const back = number > 0 && act(t('submit-back'), () => go(ids[number - 1]), 'quiet');
    return el('div', { class: 'actions submit-buttons' }, back, forward);
  }

  session.redraw = (focus) => {
    draw();
    const found = focus && document.getElementById(focus);
    (found ?? page.querySelector('h2')).focus();
  };
  /** What became of the last answer; another tab that goes on with the submission stops this one. */
  function tell() {
    const { state } = draft.keeper;
    const refused = state === 'refused' || (state === 'nothing' && !allowed());
    saved.textContent = refused ? t('submit-not-saved') : state === 'kept' ? t('submit-saved') : '';
    saved.classList.toggle('submit-unsaved', refused);
    if (state === 'elsewhere') stop();
  }

  function stop() {
    const parts = [body, live, foot];
    for (const part of parts) part.inert = true;
    const { key } = draft.keeper;
    const gone = !draft.keeper.list().some((one) => one.key === key);
    apart.replaceChildren(el('div', { class: 'notice submit-apart' }, el('h3', {}, t(gone ? 'submit-gone-title' : 'submit-elsewhere-title')),
      el('p', {}, t(gone ? 'submit-gone-text' : 'submit-elsewhere-text')),
      el('p', { class: 'actions' }, act(t(gone ? 'submit-gone-keep' : 'submit-elsewhere-here'), () => {
        // What was deleted elsewhere is still on this page.
        draft.resume(key);
        draft.save();
        // What was removed here was of another list.
        session.removed = null;
        apart.replaceChildren();
        for (const part of parts) part.inert = false;
        session.redraw();
        tell();
      }))));
    // A tab that is not looked at does not scroll.
    const show = () => {
      apart.querySelector('button')?.focus();
      if (apart.firstChild) apart.scrollIntoView();
    };
    show();
    document.addEventListener('visibilitychange', show, { once: true });
  }

  draft.keeper.watch(stop);
  // Leaving loses what could not be kept: the browser asks first.
  window.addEventListener('beforeunload', (event) => draft.keeper.state === 'refused' && event.preventDefault());
  tell();
  go(fromAddress() ?? current, null, !fromAddress());
}
