/** What jurors have written: whom they have shortlisted and why, and their notes. */
import { nothing } from '../nothing.js';
import { make, write } from './element.js';
import { exportBar } from './exports.js';
import { nomineeTable } from './nominee-table.js';
import { readTable } from './plain-table.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {ReturnType<typeof import('./panel.js').merged>['lists']} lists
 * @param {number} count how many jurors there are
 * @param {(sheet: import('./sheet.js').Sheet) => string} nameOf
 */
export function listsPart(context, lists, count, nameOf) {
  const { filters, t } = context;
  const title = make('h3', {}, t('jury-lists'));
  if (!lists.length) return [title, make('p', {}, t('jury-lists-none'))];
  const { table, whole, add } = nomineeTable(context, 'jury-lists', ['nominee', 'lists', 'listed', 'reasons']);
  for (const { nominee, listed } of lists) {
    const jurors = listed.map(({ sheet, rank }) => t('jury-panel-listed', { juror: nameOf(sheet), rank }));
    const reasons = listed
      .filter(({ reason }) => reason.trim())
      .map(({ sheet, reason }) => part(t('jury-panel-reason', { juror: nameOf(sheet), reason })));
    add(nominee.id, [
      nominee.title,
      [listed.length, t('jury-panel-count', { done: listed.length, count })],
      jurors.join(', '),
      reasons.length ? reasons : nothing(t('no-value')),
    ]);
  }
  return [
    title,
    make('p', { className: 'weak' }, t('jury-lists-how')),
    filters.none(),
    whole,
    exportBar(context, 'lyhytlistat', t('jury-lists'), () => readTable(table, t)),
  ];
}

/**
 * A part that opens, with notes in a table.
 * @param {import('./jury.js').Context} context
 * @param {string} title the key of it
 * @param {(sheet: import('./sheet.js').Sheet) => string} [nameOf] where there are many jurors
 */
export function notesPart(context, title, nameOf) {
  const { filters, t } = context;
  const summary = make('summary', {});
  const body = make('div', {});
  const whole = make('details', { className: 'jury-notes' }, summary, body);
  const keys = ['nominee', 'criterion', ...(nameOf ? ['juror'] : []), 'score', 'note'];

  function tableOf(notes) {
    const { table, whole: region, add } = nomineeTable(context, title, keys);
    for (const { nominee, criterion, sheet, score, note } of notes) {
      const points = [score, score === null ? nothing(t('jury-none.unscored')) : String(score)];
      const juror = nameOf ? [nameOf(sheet)] : [];
      add(nominee.id, [nominee.title, criterion.label, ...juror, points, [part(note)]]);
    }
    const bar = exportBar(context, 'muistiinpanot', t(title), () => readTable(table, t));
    return [filters.none(), region, bar];
  }

  /** @param {ReturnType<typeof import('./panel.js').notes>} notes */
  function count(notes) {
    whole.classList.toggle('is-none', !notes.length);
    write(summary, `${t(title)} (${notes.length})`);
  }

  /** @param {ReturnType<typeof import('./panel.js').notes>} notes */
  function show(notes) {
    count(notes);
    body.replaceChildren(...(notes.length ? tableOf(notes) : [make('p', {}, t('jury-notes-none'))]));
  }
  return { whole, count, show };
}

const part = (text) => make('span', { className: 'part jury-written' }, text);
