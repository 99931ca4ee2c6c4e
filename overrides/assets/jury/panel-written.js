/** What jurors have written: whom they have shortlisted and why, and their notes. */
import { make } from './element.js';
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
      reasons.length ? reasons : '–',
    ]);
  }
  return [
    title,
    make('p', { className: 'weak' }, t('jury-lists-how')),
    filters.none(),
    whole,
    exportBar(context, 'lyhytlistat', t('jury-lists'), () => readTable(table)),
  ];
}

/**
 * @param {import('./jury.js').Context} context
 * @param {string} title
 * @param {ReturnType<typeof import('./panel.js').notes>} notes
 * @param {(sheet: import('./sheet.js').Sheet) => string} [nameOf] where there are many jurors
 */
export function notesPart(context, title, notes, nameOf) {
  const { filters, t } = context;
  const summary = make('summary', {}, `${title} (${notes.length})`);
  if (!notes.length) return make('details', {}, summary, make('p', {}, t('jury-notes-none')));
  const keys = ['nominee', 'criterion', ...(nameOf ? ['juror'] : []), 'score', 'note'];
  const { table, whole, add } = nomineeTable(context, 'jury-notes', keys);
  for (const { nominee, criterion, sheet, score, note } of notes) {
    const points = [score, score === null ? '–' : String(score)];
    const juror = nameOf ? [nameOf(sheet)] : [];
    add(nominee.id, [nominee.title, criterion.label, ...juror, points, [part(note)]]);
  }
  const bar = exportBar(context, 'muistiinpanot', title, () => readTable(table));
  return make('details', {}, summary, filters.none(), whole, bar);
}

const part = (text) => make('span', { className: 'part jury-written' }, text);
