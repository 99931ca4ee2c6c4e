/** The form in which one nominee is scored. */
import { field, make, write } from './element.js';
import {
  LONGEST,
  SCORES,
  markOf,
  total,
  withConflict,
  withNote,
  withScore,
  withoutConflict,
} from './sheet.js';

/** @param {import('./jury.js').Context} context */
export function nomineeForm(context) {
  const { round, desk, t } = context;
  const form = make('form', { className: 'jury-form' });
  form.addEventListener('submit', (event) => event.preventDefault());
  let shown = null;

  /** @param {import('./sheet.js').Nominee} nominee */
  function show(nominee) {
    shown = nominee;
    const change = (next, what) => desk.change(next, { what, nominee: nominee.id });
    const result = make('p', { className: 'jury-form__result', role: 'status' });
    const fields = make('fieldset', { className: 'jury-form__criteria' });
    fields.setAttribute('aria-label', t('jury-scores-of', { nominee: nominee.title }));
    fields.append(...round.criteria.map((criterion) => criterionField(nominee, criterion, change)));
    const link = round.rows.get(nominee.id).cells[0].querySelector('a');
    const heading = make('h4', { tabIndex: -1 }, make('a', { href: link.href }, nominee.title));
    form.replaceChildren(heading, conflictField(nominee, change), fields, result);
    update();
  }

  /** What follows from the sheet and is not typed here. */
  function update() {
    if (!shown || !desk.sheet) return;
    form.querySelector('.jury-form__criteria').disabled = desk.sheet.conflicts.has(shown.id);
    const { state, average, scored, of } = total(desk.sheet, shown.id, round.criteria);
    const values = { average: average === null ? '' : context.number(average), scored, of };
    write(form.querySelector('.jury-form__result'), t(`jury-result.${state}`, values));
  }

  function conflictField(nominee, change) {
    const has = desk.sheet.conflicts.has(nominee.id);
    const reason = make('input', {
      type: 'text',
      maxLength: LONGEST.juror,
      value: desk.sheet.conflicts.get(nominee.id) ?? '',
      input: () => change(withConflict(desk.sheet, nominee.id, reason.value), 'score'),
    });
    const why = field(t('jury-conflict-reason'), reason);
    why.hidden = !has;
    const box = make('input', {
      type: 'checkbox',
      checked: has,
      change: () => {
        const { sheet } = desk;
        why.hidden = !box.checked;
        change(
          box.checked
            ? withConflict(sheet, nominee.id, reason.value)
            : withoutConflict(sheet, nominee.id),
          'score',
        );
      },
    });
    const label = make('label', { className: 'jury-check' }, box, ` ${t('jury-conflict')}`);
    return make('div', { className: 'jury-conflict' }, label, why);
  }

  function criterionField(nominee, criterion, change) {
    const mark = markOf(desk.sheet, nominee.id, criterion.id);
    const choice = (score, text) => {
      const input = make('input', {
        type: 'radio',
        name: `score-${criterion.id}`,
        value: score ?? '',
        checked: mark.score === score,
        change: () => change(withScore(desk.sheet, nominee.id, criterion.id, score), 'score'),
      });
      return make('label', {}, input, make('span', {}, text));
    };
    const note = make('textarea', {
      rows: 2,
      maxLength: LONGEST.note,
      value: mark.note,
      input: () => change(withNote(desk.sheet, nominee.id, criterion.id, note.value), 'note'),
    });
    const facts = make('div', { className: 'jury-facts' }, ...round.facts(nominee.id, criterion.id));
    return make(
      'fieldset',
      { className: 'jury-criterion' },
      make('legend', {}, criterion.label),
      make('p', { className: 'weak' }, round.describe.get(criterion.id)),
      facts,
      make(
        'div',
        { className: 'jury-scores' },
        ...SCORES.map((score) => choice(score, String(score))),
        choice(null, t('jury-unscored')),
      ),
      field(t('jury-note'), note),
    );
  }

  return { form, show, update, focus: () => form.querySelector('h4').focus() };
}
