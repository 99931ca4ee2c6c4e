/** A shortlist that came in a link: what it holds, and what it does to one's own. */
import { asked, note } from './address.js';
import { button, confirmed, make } from './element.js';
import { FRAGMENT, reasonsIn } from './shared-reasons.js';

/** The name of a shared shortlist in the address. */
export const SHARED = 'lista';

/**
 * @param {import('./sheet.js').Round} round
 * @returns {{items: {nominee: import('./sheet.js').Nominee, reason: string}[], strangers: number}}
 *   those of the link that are in the round, with the reasons if it holds them, and how many are not
 */
export function sharedList(round) {
  const ids = asked(SHARED).split(',').filter(Boolean);
  const reasons = reasonsIn(location.hash, ids.length);
  const found = ids.map((id, at) => ({
    nominee: round.nominees.find((one) => one.id === id || one.former.includes(id)),
    reason: reasons[at],
  }));
  const known = found.filter(({ nominee }) => nominee);
  const items = known.filter(({ nominee }, at) => known.findIndex((one) => one.nominee === nominee) === at);
  return { items, strangers: found.length - known.length };
}

/**
 * @param {import('./jury.js').Context} context
 * @param {(text: string) => void} say
 */
export function sharedView({ round, desk, t }, say) {
  const whole = make('div', { className: 'jury-shared' });

  function leave(told) {
    note({ [SHARED]: '' }, false, FRAGMENT);
    show();
    say(told);
  }

  async function take(items) {
    const own = desk.sheet.shortlist;
    const sure =
      !own.length ||
      (await confirmed(t('jury-shared-replace'), t('jury-replace-yes'), t('jury-cancel')));
    if (!sure) return say(t('jury-shared-kept'));
    const shortlist = items.map(({ nominee, reason }) => ({ nominee: nominee.id, reason }));
    desk.change({ ...desk.sheet, shortlist }, { what: 'list' });
    return leave(t('jury-shared-taken', { count: items.length }));
  }

  function show() {
    const { items, strangers } = sharedList(round);
    whole.hidden = !items.length && !strangers;
    if (whole.hidden) return;
    const own = desk.sheet?.shortlist ?? [];
    // A link without reasons says nothing against one's own.
    const alike = ({ nominee, reason }, at) => own[at]?.nominee === nominee.id && (!reason || own[at].reason.trim() === reason);
    const same = own.length === items.length && items.every(alike);
    const may = desk.sheet && items.length && !same;
    const line = ({ nominee, reason }) =>
      make('li', {}, nominee.title, conflict(nominee), reason ? make('p', { className: 'jury-written weak' }, reason) : '');
    whole.replaceChildren(
      make('h3', {}, t('jury-shared')),
      make('p', {}, items.length ? t('jury-shared-holds', { count: items.length }) : t('jury-shared-none')),
      strangers && items.length ? make('p', {}, t('jury-shared-strangers', { count: strangers })) : '',
      items.length ? make('ol', {}, ...items.map(line)) : '',
      items.length ? make('p', {}, effect(own, same)) : '',
      make(
        'div',
        { className: 'actions' },
        may ? button(t('jury-shared-take'), () => take(items)) : null,
        button(t('jury-shared-leave'), () => leave(t('jury-shared-left'))),
      ),
    );
  }

  const conflict = ({ id }) =>
    desk.sheet?.conflicts.has(id) ? make('span', { className: 'part flag' }, t('jury-state.excluded')) : '';

  function effect(own, same) {
    if (!desk.sheet) return t('jury-shared-closed');
    if (same) return t('jury-shared-same');
    return own.length ? t('jury-shared-beside', { count: own.length }) : t('jury-shared-first');
  }

  addEventListener('popstate', show);
  return { whole, show };
}
