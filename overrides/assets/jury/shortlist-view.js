/** The shortlist: the juror's own, and one that came in a link. */
import { copied } from '../clipboard.js';
import { addressWith } from './address.js';
import { button, field, make, write } from './element.js';
import { exportBar } from './exports.js';
import { CHOSEN } from './nominee-picker.js';
import { SHARED, sharedView } from './shared-list.js';
import { FRAGMENT, LONGEST_LINK, withReasons } from './shared-reasons.js';
import { LONGEST, isListed, listed, moved, unlisted, withReason } from './sheet.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function shortlistView(context, place) {
  const { round, desk, t } = context;
  const titles = new Map(round.nominees.map(({ id, title }) => [id, title]));
  const status = make('p', { className: 'jury-status', role: 'status' });
  const say = (text) => {
    status.textContent = text;
  };
  const shared = sharedView(context, say);
  let reasonsToo = false;
  /** What the link holds follows what is written. */
  let rewriteLink = () => {};
  const own = make('div', {});
  /** Where each of the listed is marked as one whom the juror may not judge, and what is marked. */
  let flags = new Map(), marked;
  place.replaceChildren(shared.whole, status, own);

  const change = (next) => desk.change(next, { what: 'list' });
  /** Of the list as it can be shown: a nominee who has left the round stays in the file alone. */
  const shown = () => desk.sheet.shortlist.filter(({ nominee }) => titles.has(nominee));

  function showOwn() {
    if (!desk.sheet) {
      own.replaceChildren(make('p', { className: 'empty' }, t(desk.kept ? 'jury-list-closed' : 'jury-list-closed-unkept')));
      return;
    }
    const items = shown();
    flags = new Map(items.map(({ nominee }) => [nominee, make('span', { className: 'part flag' })]));
    const list = make('ol', { className: 'jury-list' });
    list.append(...items.map(({ nominee, reason }, at) => item(nominee, reason, at, items.length)));
    own.replaceChildren(
      items.length ? list : make('p', { className: 'empty' }, t('jury-list-empty')),
      adding(),
      ...(items.length ? sharing(items) : []),
    );
    markConflicts();
  }

  function markConflicts() {
    marked = desk.sheet.conflicts;
    for (const [nominee, flag] of flags) {
      flag.hidden = !marked.has(nominee);
      const reason = marked.get(nominee)?.trim();
      write(flag, flag.hidden ? '' : t('jury-list-conflict') + (reason ? ` ${t('jury-list-conflict-reason', { reason })}` : ''));
    }
    for (const option of own.querySelectorAll('.jury-add option')) {
      const title = titles.get(option.value);
      write(option, marked.has(option.value) ? `${title} (${t('jury-state.excluded')})` : title);
    }
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
      input: () => {
        desk.change(withReason(desk.sheet, nominee, area.value), { what: 'note' });
        rewriteLink();
      },
    });
    const remove = () => {
      change(unlisted(desk.sheet, nominee));
      say(t('jury-list-removed', { nominee: title }));
      place.querySelector('.jury-list button, select')?.focus();
    };
    return make(
      'li',
      { data: { nominee } },
      make('strong', {}, title),
      flags.get(nominee),
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
    say(t('jury-list-moved', { nominee: titles.get(nominee), rank }));
  }

  function adding() {
    const free = round.nominees.filter(({ id }) => !isListed(desk.sheet, id));
    const options = free.map(({ id, title }) => make('option', { value: id }, title));
    const select = make('select', {}, ...options);
    const add = () => {
      const title = titles.get(select.value);
      change(listed(desk.sheet, select.value));
      say(t('jury-list-added', { nominee: title }));
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
    const addressOf = (fragment) =>
      new URL(addressWith({ ...filterless, [CHOSEN]: '', [SHARED]: ids }, fragment), location.href).href;
    const link = make('input', { type: 'text', readOnly: true, focus: () => link.select() });
    const told = make('p', { role: 'status' });
    const long = make('p', { className: 'jury-share__long', role: 'status' });
    const box = make('input', { type: 'checkbox', checked: reasonsToo, change: () => {
      reasonsToo = box.checked;
      rewriteLink();
    } });
    box.setAttribute('aria-describedby', 'jury-list-reasons');
    rewriteLink = () => {
      const whole = addressOf(withReasons(shown().map(({ reason }) => reason)));
      const over = whole.length - LONGEST_LINK;
      link.value = reasonsToo && over <= 0 ? whole : addressOf(FRAGMENT);
      long.textContent = reasonsToo && over > 0 ? t('jury-list-long', { count: over }) : '';
    };
    rewriteLink();
    const copy = async () => {
      told.textContent = t((await copied(link)) ? 'jury-list-copied' : 'jury-list-not-copied');
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
        make('label', { className: 'jury-check' }, box, ` ${t('jury-list-reasons')}`),
        make('p', { className: 'weak', id: 'jury-list-reasons' }, t('jury-list-reasons-hint')),
        long,
        field(t('jury-list-link'), link, t('jury-list-link-hint')),
        button(t('jury-list-copy'), copy),
        told,
      ),
      exportBar(context, 'lyhytlista', t('jury-list'), table),
    ];
  }

  desk.onChange(({ what }) => {
    if (what === 'score' && desk.sheet.conflicts !== marked) {
      markConflicts();
      shared.show();
    }
    if (what !== 'sheet' && what !== 'list') return;
    showOwn();
    shared.show();
  });
  shared.show();
  showOwn();
}
