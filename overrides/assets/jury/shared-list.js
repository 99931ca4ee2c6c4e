/** A shortlist that came in a link: what it holds, and what it does to one's own. */
import { asked, note } from './address.js';
import { button, confirmed, make } from './element.js';

/** The name of a shared shortlist in the address. */
export const SHARED = 'lista';

/**
 * @param {import('./sheet.js').Round} round
 * @returns {{nominees: import('./sheet.js').Nominee[], strangers: number}} those of the link that
 *   are in the round, and how many are not
 */
export function sharedList(round) {
  const ids = asked(SHARED).split(',').filter(Boolean);
  const found = ids.map((id) => round.nominees.find((one) => one.id === id || one.former.includes(id)));
  const nominees = [...new Set(found.filter(Boolean))];
  return { nominees, strangers: found.filter((one) => !one).length };
}

/**
 * @param {import('./jury.js').Context} context
 * @param {(text: string) => void} say
 */
export function sharedView({ round, desk, t }, say) {
  const whole = make('div', { className: 'jury-shared' });

  function leave(told) {
    note({ [SHARED]: '' });
    show();
    say(told);
  }

  async function take(nominees) {
    const own = desk.sheet.shortlist;
    const sure =
      !own.length ||
      (await confirmed(t('jury-shared-replace'), t('jury-replace-yes'), t('jury-cancel')));
    if (!sure) return say(t('jury-shared-kept'));
    const shortlist = nominees.map(({ id }) => ({ nominee: id, reason: '' }));
    desk.change({ ...desk.sheet, shortlist }, { what: 'list' });
    return leave(t('jury-shared-taken', { count: nominees.length }));
  }

  function show() {
    const { nominees, strangers } = sharedList(round);
    whole.hidden = !nominees.length && !strangers;
    if (whole.hidden) return;
    const ids = nominees.map(({ id }) => id).join();
    const own = desk.sheet?.shortlist ?? [];
    const same = own.map((one) => one.nominee).join() === ids;
    const may = desk.sheet && nominees.length && !same;
    whole.replaceChildren(
      make('h3', {}, t('jury-shared')),
      make('p', {}, nominees.length ? t('jury-shared-holds', { count: nominees.length }) : t('jury-shared-none')),
      strangers && nominees.length ? make('p', {}, t('jury-shared-strangers', { count: strangers })) : '',
      nominees.length ? make('ol', {}, ...nominees.map(({ title }) => make('li', {}, title))) : '',
      nominees.length ? make('p', {}, effect(own, same)) : '',
      make(
        'div',
        { className: 'actions' },
        may ? button(t('jury-shared-take'), () => take(nominees)) : null,
        button(t('jury-shared-leave'), () => leave(t('jury-shared-left'))),
      ),
    );
  }

  function effect(own, same) {
    if (!desk.sheet) return t('jury-shared-closed');
    if (same) return t('jury-shared-same');
    return own.length ? t('jury-shared-beside', { count: own.length }) : t('jury-shared-first');
  }

  addEventListener('popstate', show);
  return { whole, show };
}
