/** The last step: what is left to mend, the file, and the ways to send it. */
import { el } from '../browse/dom.js';
import { copied } from '../clipboard.js';
import { explanation, text as textControl } from './control.js';
import { proposals } from './proposed.js';
import { fields } from './record.js';
import { editFile, mail, newFile } from './ways.js';

/** @param {import('./session.js').Session} session @param {(step: string, path: (string|number)[]) => void} go */
export function sending(session, go) {
  const { t, form, draft } = session;
  const left = el('div', { class: 'submit-left', role: 'status' });
  const file = el('textarea', { id: 'submit-file', rows: 14, readonly: true, spellcheck: 'false' });
  const ways = el('div', { class: 'submit-ways' });
  const why = draft.edited && explanation(session);
  const sent = el('section', {}, el('h3', {}, t('submit-ways')), why, ways);
  const show = () => {
    const problems = session.problems();
    left.replaceChildren(...summary(session, problems, go));
    file.value = session.text();
    const parts = session.changedParts();
    const nothing = parts?.length === 0;
    sent.hidden = nothing;
    if (nothing && !problems.length) left.replaceChildren(el('p', {}, t('submit-unchanged')));
    else if (parts?.length) left.append(el('p', {}, t('submit-changed', { parts: parts.join(', ') })));
    ways.replaceChildren(...(problems.length ? [download(session, 'submit-way-download-draft')] : waysOn(session, file, why?.querySelector('textarea'))));
  };
  session.listeners.add(show);
  const name = draft.edited ? null : nameField(session);
  show();
  return [left,
    sent,
    el('details', { class: 'submit-details' }, el('summary', {}, t('submit-file')), el('div', { class: 'submit-field' }, el('label', { for: 'submit-file' }, t('submit-file')), file)),
    el('details', { class: 'submit-details' }, el('summary', {}, t('submit-editors')), name,
      ...fields(session, 'Practice', [], form.steps.at(-1).fields))].filter(Boolean);
}

function nameField(session) {
  const { t, draft } = session;
  const field = { key: 'id', kind: 'text', label: t('submit-file-name'), help: t('submit-file-name-help'), required: true };
  const made = textControl(session, field, ['id']);
  const input = made.querySelector('input');
  input.value = draft.id;
  // The id is the file's name, not a part of its text.
  input.addEventListener('input', (event) => {
    event.stopImmediatePropagation();
    draft.ownId = true;
    draft.id = input.value.trim();
    session.changed();
  }, { capture: true });
  // An id that was emptied and left is made anew.
  input.addEventListener('change', () => {
    if (draft.id) return;
    draft.ownId = false;
    session.changed();
    input.value = draft.id;
  }, { capture: true });
  return made;
}

function summary(session, problems, go) {
  const { t } = session;
  if (!problems.length) return [el('p', { class: 'submit-ok' }, t(proposals(session).length ? 'submit-ready-proposed' : 'submit-ready'))];
  return [el('h3', {}, t('submit-left', { count: problems.length })), el('ul', {}, ...problems.map((problem) => {
    const link = el('a', { href: `#vaihe-${problem.step}` }, `${t(`submit-step-${problem.step}`)}: ${nameOf(session, problem)}: ${problem.message}`);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(problem.step, problem.path);
    });
    return el('li', {}, link);
  }))];
}

/** The labels of the fields that lead to `path`. */
export function nameOf(session, { path }) {
  const { form, t } = session;
  if (path[0] === 'section') return session.headings()[path[1]];
  if (path[0] === 'id') return t('submit-file-name');
  const proposed = path[0] === 'proposed';
  let fields_ = form.records[proposed ? 'Organisation' : 'Practice'];
  const words = [];
  for (const step of proposed ? path.slice(2) : path) {
    if (typeof step === 'number') {
      words.push(`${words.pop()} ${step + 1}`);
      continue;
    }
    const field = fields_?.find(({ key }) => key === step);
    if (!field) break;
    words.push(field.record && field.many ? t(`submit-item-${field.record}`) : field.label);
    fields_ = form.records[field.record];
  }
  return words.join(', ');
}

/** @param {import('./session.js').Session} session @param {HTMLTextAreaElement} file @param {HTMLTextAreaElement|null} why */
function waysOn(session, file, why) {
  const { t, form, draft } = session;
  const text = session.text();
  const title = t('submit-mail-subject', { title: draft.data.title });
  const made = [];
  const way = (heading, words, ...controls) => made.push(el('section', { class: 'submit-way' }, el('h4', {}, heading), el('p', {}, words), el('p', { class: 'actions' }, ...controls)));
  const link = (url, words, extra = {}) => el('a', { class: 'button', href: url, ...extra }, words);
  if (draft.explanation.trim() && why) way(t('submit-way-explanation'), t('submit-way-explanation-text'), copyButton(session, why, 'submit-way-explanation'));
  if (form.repository) {
    const { url, whole } = draft.edited ? { url: editFile(form, draft.edited), whole: false } : newFile(form, draft.id, text);
    const words = draft.edited ? 'submit-way-github-edit' : whole ? 'submit-way-github-text' : 'submit-way-github-paste';
    way(t('submit-way-github'), t(words), ...(whole ? [] : [copyButton(session, file)]), link(url, t('submit-way-github'), { rel: 'noopener', target: '_blank' }));
  }
  if (form.editors_email) {
    const { url, whole } = mail(form.editors_email, title, text, t('submit-mail-instead'), draft.explanation.trim());
    way(t('submit-way-mail'), t(whole ? 'submit-way-mail-text' : 'submit-way-mail-paste'), ...(whole ? [] : [copyButton(session, file)]), link(url, t('submit-way-mail')));
  }
  way(t('submit-way-copy'), t('submit-way-copy-text'), copyButton(session, file));
  made.push(download(session, 'submit-way-download'));
  if (!form.repository && !form.editors_email) made.push(el('p', { class: 'notice' }, t('submit-way-none')));
  return made;
}

function copyButton({ t }, field, label = 'submit-way-copy') {
  const button = el('button', { type: 'button', class: 'action' }, t(label));
  const said = el('span', { role: 'status', class: 'weak' });
  button.addEventListener('click', async () => {
    said.textContent = t(await copied(field) ? 'submit-way-copied' : 'submit-way-not-copied');
  });
  const both = document.createElement('span');
  both.append(button, ' ', said);
  return both;
}

function download(session, label) {
  const name = `${session.draft.id || 'kaytanto'}.md`;
  const url = URL.createObjectURL(new Blob([session.text()], { type: 'text/markdown' }));
  session.addresses.push(url);
  return el('section', { class: 'submit-way' }, el('h4', {}, session.t(label)), el('p', {}, session.t('submit-way-download-text', { name })),
    el('p', { class: 'actions' }, el('a', { class: 'button', href: url, download: name }, session.t(label))));
}

