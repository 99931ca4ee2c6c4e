/** The weights of the criteria. */
import { field, make, write } from './element.js';
import { MAX_WEIGHT, weightOf, withWeight } from './sheet.js';

/**
 * The weight of each criterion, and its share of the whole.
 * @param {import('./jury.js').Context} context
 */
export function weightFields({ round, desk, t }) {
  const steps = Array.from({ length: MAX_WEIGHT + 1 }, (_, weight) => weight);
  const each = round.criteria.map((criterion) => {
    const options = steps.map((weight) => make('option', { value: weight }, String(weight)));
    const select = make(
      'select',
      {
        change: () => {
          const next = withWeight(desk.sheet, criterion.id, Number(select.value));
          desk.change(next, { what: 'weight' });
        },
      },
      ...options,
    );
    const share = make('span', { className: 'weak' });
    const whole = make('div', { className: 'jury-weight' }, field(criterion.label, select), share);
    return { criterion, select, share, whole };
  });
  function update() {
    const sum = round.criteria.reduce((all, { id }) => all + weightOf(desk.sheet, id), 0);
    for (const { criterion, select, share } of each) {
      const weight = weightOf(desk.sheet, criterion.id);
      select.value = String(weight);
      const percent = sum ? Math.round((100 * weight) / sum) : 0;
      write(share, t('jury-weight-share', { percent }));
    }
  }
  const whole = make(
    'fieldset',
    { className: 'jury-weights' },
    make('legend', {}, t('jury-weights')),
    make('p', { className: 'weak' }, t('jury-weights-how')),
    ...each.map((one) => one.whole),
  );
  return { whole, update };
}
