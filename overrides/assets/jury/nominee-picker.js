/** Chooses the nominee of the form: a list, and the one before and after. The address keeps it. */
import { asked, note } from './address.js';
import { button, field, make, write } from './element.js';
import { total } from './sheet.js';

/** The name of the chosen nominee in the address. */
export const CHOSEN = 'ehdokas';

/**
 * @param {import('./jury.js').Context} context
 * @param {ReturnType<typeof import('./nominee-form.js').nomineeForm>} form
 */
export function nomineePicker({ round, desk, filters, t }, form) {
  const options = new Map(round.nominees.map(({ id }) => [id, make('option', { value: id })]));
  const titles = new Map(round.nominees.map(({ id, title }) => [id, title]));
  const select = make('select', { change: () => choose(select.value) });
  const near = (by) => select.options[select.selectedIndex + by]?.value;
  const step = (by, then = () => {}) => () => {
    if (!near(by)) return;
    choose(near(by));
    then();
  };
  const before = button(t('jury-previous'), step(-1));
  const after = button(t('jury-next'), step(1));
  // Below the form they lead up to its beginning, and so they say where to.
  const [below, further] = [button('', step(-1, form.focus)), button('', step(1, form.focus))];
  const foot = make('div', { className: 'jury-picker actions' }, below, further);
  const whole = make(
    'div',
    { className: 'jury-picker' },
    field(t('jury-nominee'), select),
    make('div', { className: 'actions' }, before, after),
  );

  /** @param {string} id shown, and noted in the address */
  function choose(id) {
    note({ [CHOSEN]: id });
    show(id);
  }

  function show(id) {
    select.value = id;
    before.setAttribute('aria-disabled', !near(-1));
    after.setAttribute('aria-disabled', !near(1));
    for (const [each, by, key] of [[below, -1, 'jury-previous'], [further, 1, 'jury-next']]) {
      each.hidden = !near(by);
      write(each, near(by) ? t(`${key}-named`, { nominee: titles.get(near(by)) }) : '');
    }
    const nominee = round.nominees.find((one) => one.id === id);
    if (nominee) form.show(nominee);
  }

  /** @param {string} id how far the nominee is */
  function name(id) {
    const { state, scored, of } = total(desk.sheet, id, round.criteria);
    const how = t(`jury-state.${state}`, { scored, of });
    write(options.get(id), `${titles.get(id)} (${how})`);
  }

  const names = () => round.nominees.forEach(({ id }) => name(id));

  /** Without a choice the work goes on where it was left: at what is half done or not begun. */
  function next(shown) {
    const states = shown.map(({ id }) => total(desk.sheet, id, round.criteria).state);
    const at = [states.indexOf('partial'), states.indexOf('unscored'), 0].find((one) => one >= 0);
    return shown[at]?.id ?? '';
  }

  /** Offer those that are shown; the chosen one stays if it is among them. */
  function fill() {
    const chosen = [select.value, asked(CHOSEN)].find((id) => filters.shows(id));
    const shown = round.nominees.filter(({ id }) => filters.shows(id));
    select.replaceChildren(...shown.map(({ id }) => options.get(id)));
    names();
    whole.hidden = !shown.length;
    foot.hidden = !shown.length;
    show(chosen ?? next(shown));
  }
  return { whole, foot, fill, choose, name, names };
}
