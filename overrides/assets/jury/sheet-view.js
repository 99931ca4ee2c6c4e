/** The score sheet: started, filled, taken out, brought in and deleted by the juror alone. */
import { note } from './address.js';
import { download } from './download.js';
import { button, confirmed, field, make, write } from './element.js';
import { exportBar } from './exports.js';
import { nomineeForm } from './nominee-form.js';
import { CHOSEN, nomineePicker } from './nominee-picker.js';
import { notes as notesOf } from './panel.js';
import { notesPart } from './panel-written.js';
import { readTable } from './plain-table.js';
import { rankingView } from './ranking-view.js';
import { sheetFile } from './sheet-file.js';
import { LONGEST, total, withJuror } from './sheet.js';
import { weightFields } from './weight-fields.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function sheetView(context, place) {
  const { round, desk, filters, t } = context;
  const message = make('p', { className: 'jury-message', role: 'alert', hidden: true });
  const say = (text) => {
    message.hidden = !text;
    message.textContent = text;
  };
  const unkept = make('p', { className: 'notice jury-unkept', role: 'status' });
  const file = sheetFile(context, say);
  const form = nomineeForm(context);
  const picker = nomineePicker(context, form);
  const rank = rankingView(context, (id) => {
    picker.choose(id);
    form.focus();
  });
  const notes = notesPart(context, 'jury-notes-own');
  /** The table is made when somebody looks at it: it may be as long as the sheet. */
  const showNotes = (how) => desk.sheet && notes[how](notesOf([desk.sheet], round));
  form.form.addEventListener('change', () => showNotes(notes.whole.open ? 'show' : 'count'));
  notes.whole.addEventListener('toggle', () => notes.whole.open && showNotes('show'));
  addEventListener('beforeprint', () => showNotes('show'));
  const progress = make('p', { className: 'jury-progress' });
  const weights = weightFields(context);
  const juror = make('input', {
    type: 'text',
    maxLength: LONGEST.juror,
    autocomplete: 'off',
    input: () => desk.change(withJuror(desk.sheet, juror.value), { what: 'juror' }),
  });

  async function remove() {
    say('');
    if (!(await confirmed(t('jury-remove-sure'), t('jury-remove-yes'), t('jury-cancel')))) return;
    desk.remove();
    note({ [CHOSEN]: '' });
    say(t('jury-removed'));
    place.querySelector('button')?.focus();
  }

  const closed = make(
    'div',
    { className: 'jury-closed' },
    button(t('jury-start'), () => {
      desk.start();
      say('');
      juror.focus();
    }, { className: 'action action--main' }),
    file.bring(t('jury-continue')),
  );
  const broken = make(
    'div',
    { className: 'jury-closed' },
    button(t('jury-rescue'), () => download(`${round.round}.json`, desk.unreadable.text, 'application/json')),
    button(t('jury-remove'), remove),
  );
  const tools = make(
    'div',
    { className: 'jury-tools' },
    field(t('jury-juror'), juror, t('jury-juror-hint')),
    make(
      'div',
      { className: 'actions' },
      button(t('jury-save'), file.save),
      button(t('jury-remove'), remove),
    ),
    file.bring(t('jury-bring')),
  );
  const open = make(
    'div',
    { className: 'jury-open-sheet' },
    tools,
    progress,
    weights.whole,
    make('h3', {}, t('jury-score')),
    make('p', { className: 'section-intro' }, t('jury-score-how')),
    picker.whole,
    form.form,
    picker.foot,
    make('h3', {}, t('jury-ranking')),
    make('p', { className: 'section-intro' }, t('jury-ranking-how')),
    context.filters.none(),
    rank.whole,
    exportBar(context, 'oma-jarjestys', t('jury-ranking'), () => readTable(rank.table, t)),
    notes.whole,
  );

  function count() {
    const totals = round.nominees.map(({ id }) => total(desk.sheet, id, round.criteria));
    const judged = totals.filter(({ state }) => state !== 'excluded');
    const done = judged.filter(({ state }) => state === 'scored').length;
    write(progress, t('jury-progress', { done, count: judged.length }));
  }

  /** An empty status takes no room, and stands there before it speaks. */
  const warn = () => write(unkept, desk.kept ? '' : t('jury-not-kept'));

  function showAll() {
    const { sheet, unreadable } = desk;
    place.replaceChildren(unkept, message, sheet ? open : unreadable ? broken : closed);
    warn();
    if (unreadable) {
      say(t('jury-unreadable', { why: t(`jury-refused.${unreadable.error}`, unreadable.params) }));
    }
    if (!sheet) return;
    juror.value = sheet.juror;
    weights.update();
    picker.fill();
    rank.update();
    count();
    showNotes(notes.whole.open ? 'show' : 'count');
  }

  desk.onChange(({ what, nominee }) => {
    if (what === 'sheet') return showAll();
    if (!desk.sheet) return undefined;
    warn();
    if (what === 'score') picker.name(nominee);
    if (what === 'weight') {
      weights.update();
      picker.names();
    }
    if (what === 'score' || what === 'weight') form.update();
    if (what !== 'note' && what !== 'juror') rank.update();
    count();
    return undefined;
  });
  filters.onChange(() => {
    if (!desk.sheet) return;
    picker.fill();
    rank.update();
  });
  showAll();
}
