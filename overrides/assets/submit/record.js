/** Groups of controls: the fields of a record, and lists of records. */
import { el, evidenceSteps } from '../browse/dom.js';
import * as control from './control.js';
import { evidenceOf } from './evidence.js';
import { addItem, removeItem, restoreItem } from './items.js';
import { BODIES } from './rules/references.js';
import { says } from './rules/value.js';
import { uneven } from './periods.js';
import { pruned } from './written.js';

/**
 * @param {import('./session.js').Session} session @param {string} record @param {(string|number)[]} path
 * @param {string[]|null} keys  only these, in this order
 * @param {string} within  the optional group that the record is: nothing of it is needed until it is told of
 */
export function fields(session, record, path, keys = null, within = '') {
  const declared = session.form.records[record];
  // Ids are made of the rest, so they come after it.
  const shown = keys ? keys.map((key) => declared.find((field) => field.key === key))
    : [...declared.filter(({ key }) => key !== 'id'), ...declared.filter(({ key }) => key === 'id')];
  return shown.map((field) => made(session, within && field.required ? { ...field, required: false, within } : field, [...path, field.key]));
}

// What an outcome needs comes first, and its source beside the figures; the rest is asked in this order, folded or not.
const OUTCOME = ['indicator', 'statement', 'baseline', 'follow_up', 'source', 'locator', 'observed', 'change_reported'];
const FOLDED = ['change_reported', 'comparators', 'caveats', 'design'];

function outcome(session, path) {
  const rest = session.form.records.Outcome.map(({ key }) => key).filter((key) => !OUTCOME.includes(key) && key !== 'id');
  const keys = [...OUTCOME, ...rest, 'id'];
  return fields(session, 'Outcome', path, keys).map((control_, n) => (FOLDED.includes(keys[n]) ? folded(session, keys[n], path, control_) : control_));
}

/** Out of sight until it holds something or is wrong. */
function folded(session, key, path, control_) {
  const { label } = session.form.records.Outcome.find((field) => field.key === key);
  return el('details', { class: 'submit-details', open: says(session.draft.get([...path, key])) }, el('summary', {}, label), control_);
}

function made(session, field, path) {
  if (field.record?.startsWith('Stated')) return control.dated(session, field, path);
  if (field.record && field.many) return list(session, field, path);
  if (field.record) return control.group(session, field, path, fields(session, field.record, path, null, field.required ? '' : field.label));
  if (field.kind === 'flag') return control.flag(session, field, path);
  if (BODIES.includes(field.register)) return field.many ? places(session, field, path) : control.named(session, field, path);
  if (field.register === 'outcomes') return others(session, field, path);
  const options = optionsOf(session, field, path);
  if (options) return field.many ? control.checks(session, field, path, options) : control.select(session, field, path, options);
  return field.many ? control.lines(session, field, path) : control.text(session, field, path);
}

function optionsOf(session, field, path) {
  const { form, draft } = session;
  if (field.choice) return control.choices(form, field);
  if (!field.register) return null;
  let options;
  if (field.register === 'sources' || field.register === 'outcomes') {
    const own = draft.get(path.slice(0, -1));
    options = (draft.data[field.register] ?? []).filter((item) => item.id && item !== own)
      .map((item) => [item.id, item.title ?? item.statement ?? item.id]);
  } else if (field.register === 'practices') {
    options = form.practices.filter(({ id }) => id !== draft.id).map(({ id, title }) => [id, title]);
  } else {
    options = Object.entries(form.registers[field.register]).map(([id, { name }]) => [id, name]);
    options.sort(([, one], [, other]) => one.localeCompare(other, form.language));
  }
  return field.unknown ? [...options, ['unknown', session.t('submit-not-known')]] : options;
}

/** The other outcomes, offered as they are named now. */
function others(session, field, path) {
  const box = el('div');
  let said = null;
  const show = () => {
    const options = optionsOf(session, field, path);
    if (JSON.stringify(options) === said) return;
    said = JSON.stringify(options);
    box.replaceChildren(...(options.length ? [control.checks(session, field, path, options)] : []));
  };
  show();
  session.listeners.add(show);
  return box;
}

function list(session, field, path) {
  const name = session.t(`submit-item-${field.record}`);
  const items = session.draft.get(path) ?? [];
  const boxes = items.map((item, n) => {
    const here = [...path, n];
    const remove = button(session.t('submit-remove', { name, number: n + 1 }), () => removeItem(session, path, n));
    const more = { Outcome: evidence, Contact: control.consent }[field.record];
    return control.group(session, field, here, [...(field.record === 'Outcome' ? outcome(session, here) : fields(session, field.record, here)), ...(more ? [more(session, here)] : []), remove],
      session.t('submit-item', { name, number: n + 1 }));
  });
  const add = button(session.t('submit-add', { name: name.toLowerCase() }), () => addItem(session, path, field));
  add.id = `${control.idOf(path)}-add`;
  return control.group(session, field, path, [...boxes, ...undo(session, path, name), add]);
}

/** What was just removed from this list, with a way back: a wrong button is easily pressed. */
function undo(session, path, name) {
  if (session.removed?.list !== path.join('-')) return [];
  const back = button(session.t('submit-undo'), () => restoreItem(session, path));
  back.id = `${control.idOf(path)}-undo`;
  const words = el('span', { id: `${back.id}ne` }, session.t('submit-removed', { name, number: session.removed.n + 1 }));
  back.setAttribute('aria-describedby', words.id);
  return [el('p', { class: 'submit-removed' }, words, ' ', back)];
}

function places(session, field, path) {
  const given = session.draft.get(path) ?? [];
  const item = { ...field, many: false, required: false, label: session.t('submit-item-places'), help: '', example: '' };
  const boxes = (given.length ? given : ['']).map((_, n) => control.named(session, { ...item, label: `${item.label} ${n + 1}` }, [...path, n]));
  const add = button(session.t('submit-add', { name: item.label.toLowerCase() }), () => addItem(session, path, null));
  add.id = `${control.idOf(path)}-add`;
  return control.group(session, field, path, [...boxes, add]);
}

/** The level that the outcome would get, said again when it changes. */
function evidence(session, path) {
  const box = el('div', { class: 'submit-level', role: 'status' });
  let said = '';
  const show = () => {
    const outcome = pruned(session.draft.get(path) ?? {});
    const source = (session.draft.data.sources ?? []).find(({ id }) => id && id === outcome.source);
    const { indicators } = session.form.registers;
    const apart = uneven(outcome, indicators[outcome.indicator]?.flow_or_stock);
    const unsaid = apart && !(outcome.caveats ?? []).includes('part-year');
    const { level, reason, lifts, count } = evidenceOf(outcome, source, apart);
    const key = JSON.stringify([level, reason, lifts, unsaid]);
    if (key === said) return;
    said = key;
    const name = session.form.vocabularies.evidence_level[level].label[session.form.language];
    const text = (code) => session.form.texts[`evidence.${code}`].replace('{count}', count);
    box.replaceChildren(el('p', {}, evidenceSteps(level), ' ', el('strong', {}, session.t('submit-level', { level, name })), ' ', text(`reason.${reason}`)),
      ...(lifts.length ? [el('p', {}, session.t('submit-level-lift'), ' ', lifts.map((lift) => text(`lift.${lift}`)).join(' '))] : []),
      ...(unsaid ? [el('p', {}, session.t('submit-part-year', { caveat: session.form.vocabularies.caveat['part-year'].label[session.form.language] }))] : []));
  };
  show();
  session.listeners.add(show);
  return box;
}

function button(label, act) {
  const made_ = el('button', { type: 'button', class: 'quiet' }, label);
  made_.addEventListener('click', act);
  return made_;
}
