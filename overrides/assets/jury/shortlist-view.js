/** The shortlist: the juror's own, and one that came in a link. */
import { addressWith, asked, note } from './address.js';
import { button, confirmed, field, make } from './element.js';
import { exportBar } from './exports.js';
import { LONGEST, isListed, listed, moved, unlisted, withReason } from './sheet.js';

/** The name of a shared shortlist in the address. */
export const SHARED = 'lista';
export const FRAGMENT = '#lyhytlista';

/** @param {import('./sheet.js').Round} round @returns {import('./sheet.js').Nominee[]} */
export function sharedList(round) {
  const ids = [...new Set(asked(SHARED).split(','))];
  return ids.map((id) => round.nominees.find((one) => one.id === id)).filter(Boolean);
}

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function shortlistView(context, place) {
  const { round, desk, t } = context;
  const titles = new Map(round.nominees.map(({ id, title }) => [id, title]));
  const status = make('p', { className: 'visually-hidden', role: 'status' });
  const shared = make('div', { className: 'jury-shared' });
  const own = make('div', {});
  place.replaceChildren(shared, own, status);

  const change = (next) => desk.change(next, { what: 'list' });
  /** Of the list as it can be shown: a nominee who has left the round stays in the file alone. */
  const shown = () => desk.sheet.shortlist.filter(({ nominee }) => titles.has(nominee));

  function showShared() {
    const nominees = sharedList(round);
    shared.hidden = !nominees.length;
    if (!nominees.length) return;
    const leave = () => {
      note({ [SHARED]: '' });
      showShared();
    };
    const take = async () => {
      const sure =
        !desk.sheet.shortlist.length ||
        (await confirmed(t('jury-shared-replace'), t('jury-replace-yes'), t('jury-cancel')));
      if (!sure) return;
      change({ ...desk.sheet, shortlist: nominees.map(({ id }) => ({ nominee: id, reason: '' })) });
      leave();
    };
    shared.replaceChildren(
      make('h3', {}, t('jury-shared')),
      make('ol', {}, ...nominees.map(({ title }) => make('li', {}, title))),
      make(
        'div',
        { className: 'actions' },
        desk.sheet ? button(t('jury-shared-take'), take) : null,
        button(t('jury-shared-leave'), leave),
      ),
    );
  }

  function showOwn() {
    if (!desk.sheet) {
      own.replaceChildren(make('p', { className: 'empty' }, t('jury-list-closed')));
      return;
    }
    const items = shown();
    const list = make('ol', { className: 'jury-list' });
    list.append(...items.map(({ nominee, reason }, at) => item(nominee, reason, at, items.length)));
    own.replaceChildren(
      items.length ? list : make('p', { className: 'empty' }, t('jury-list-empty')),
      adding(),
      ...(items.length ? sharing(items) : []),
    );
  }

  function item(nominee, reason, at, count) {
    const title = titles.get(nominee);
    const named = (text) => ({ aria: { label: `${text}: ${title}` } });
    const step = (by, text) => {
      const aria = { ...named(text).aria, disabled: at + by < 0 || at + by >= count };
      return button(text, () => at + by >= 0 && at + by < count && move(nominee, by), {
        aria,
        data: { step: by },
      });
    };
    const area = make('textarea', {
      rows: 2,
      maxLength: LONGEST.reason,
      value: reason,
      input: () => desk.change(withReason(desk.sheet, nominee, area.value), { what: 'note' }),
    });
    const remove = () => {
      change(unlisted(desk.sheet, nominee));
      status.textContent = t('jury-list-removed', { nominee: title });
      place.querySelector('.jury-list button, select')?.focus();
    };
    return make(
      'li',
      { data: { nominee } },
      make('strong', {}, title),
      make(
        'div',
        { className: 'actions' },
        step(-1, t('jury-list-up')),
        step(1, t('jury-list-down')),
        button(t('jury-list-remove'), remove, named(t('jury-list-remove'))),
      ),
      field(t('jury-list-reason'), area),
    );
  }

  /** The order is that of those shown, so a step passes by anyone who is not. */
  function move(nominee, by) {
    const ids = shown().map((one) => one.nominee);
    const target = ids[ids.indexOf(nominee) + by];
    let next = desk.sheet;
    const at = (id) => next.shortlist.findIndex((one) => one.nominee === id);
    while (Math.sign(at(target) - at(nominee)) === by) next = moved(next, nominee, by);
    change(next);
    place.querySelector(`li[data-nominee="${nominee}"] [data-step="${by}"]`).focus();
    const rank = ids.indexOf(nominee) + by + 1;
    status.textContent = t('jury-list-moved', { nominee: titles.get(nominee), rank });
  }

  function adding() {
    const free = round.nominees.filter(({ id }) => !isListed(desk.sheet, id));
    const options = free.map(({ id, title }) => make('option', { value: id }, title));
    const select = make('select', {}, ...options);
    const add = () => {
      const title = titles.get(select.value);
      change(listed(desk.sheet, select.value));
      status.textContent = t('jury-list-added', { nominee: title });
      own.querySelector('.jury-add select')?.focus();
    };
    if (!free.length) return '';
    return make(
      'div',
      { className: 'jury-add' },
      field(t('jury-list-choose'), select),
      button(t('jury-list-add'), add),
    );
  }

  function sharing(items) {
    const ids = items.map(({ nominee }) => nominee).join(',');
    const filterless = Object.fromEntries(Object.keys(context.filters.chosen()).map((n) => [n, '']));
    const address = addressWith({ ...filterless, [SHARED]: ids }, FRAGMENT);
    const link = make('input', {
      type: 'text',
      readOnly: true,
      value: new URL(address, location.href).href,
      focus: () => link.select(),
    });
    const copy = async () => {
      link.select();
      // Pages served over plain http have no clipboard of the newer kind.
      if (navigator.clipboard) await navigator.clipboard.writeText(link.value);
      else document.execCommand('copy');
      status.textContent = t('jury-list-copied');
    };
    const columns = ['order', 'nominee', 'reason'].map((key) => t(`jury-column-${key}`));
    const table = () => {
      const rows = shown().map(({ nominee, reason }, at) => [at + 1, titles.get(nominee), reason]);
      return { title: t('jury-list'), columns, rows };
    };
    return [
      make(
        'div',
        { className: 'jury-share' },
        field(t('jury-list-link'), link, t('jury-list-link-hint')),
        button(t('jury-list-copy'), copy),
      ),
      exportBar(context, 'lyhytlista', t('jury-list'), table),
    ];
  }

  desk.onChange(({ what }) => {
    if (what === 'sheet' || what === 'list') showOwn();
    if (what === 'sheet') showShared();
  });
  addEventListener('popstate', showShared);
  showShared();
  showOwn();
}
