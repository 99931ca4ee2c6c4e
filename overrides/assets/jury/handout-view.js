/** The hand-out: one page per nominee, for paper, without anybody's scores. */
import { content } from '../content.js';
import { asked, note } from './address.js';
import { button, make } from './element.js';
import { sharedList } from './shared-list.js';

const [VIEW, NAME] = ['nakyma', 'tuloste'];
/** Up to so many criteria leave more room for notes on one page; more stand side by side. */
const ROOMY = 6;

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function handoutView(context, place) {
  const { round, desk, filters, t } = context;
  const sheets = make('div', { className: 'handout', hidden: true });
  content().append(sheets);
  const start = button(t('jury-handout'), () => {
    note({ [VIEW]: NAME }, true);
    show();
    sheets.querySelector('button').focus();
  });
  const none = filters.none();
  /** A hand-out is for others: one's own reasons are on it only if that is asked for. */
  let reasonsToo = false;
  place.replaceChildren(make('div', { className: 'actions' }, start), none);

  /** A shared shortlist goes before one's own, and a shortlist before the rows on the screen. */
  function chosen() {
    const bare = (nominees) => nominees.map((nominee) => ({ nominee, reason: '' }));
    const shared = sharedList(round).items;
    if (shared.length) return { of: 'shared', items: shared };
    const own = desk.sheet?.shortlist ?? [];
    const listed = own
      .map(({ nominee, reason }) => ({ nominee: round.nominees.find((n) => n.id === nominee), reason }))
      .filter(({ nominee }) => nominee);
    if (listed.length) return { of: 'own', items: listed };
    return { of: 'rows', items: bare(round.nominees.filter(({ id }) => filters.shows(id))) };
  }

  /** Nobody to print: nothing is offered. */
  function offer() {
    const some = chosen().items.length > 0;
    start.hidden = !some;
    none.hidden = some;
  }

  function show() {
    const asks = asked(VIEW) === NAME;
    document.documentElement.classList.toggle('is-handout', asks);
    sheets.hidden = !asks;
    if (!asks) {
      sheets.replaceChildren();
      return;
    }
    const leave = () => {
      note({ [VIEW]: '' });
      show();
      (start.hidden ? none.querySelector('button') : start).focus();
    };
    const { of, items } = chosen();
    const pages = () => items.map(({ nominee, reason }, at) => page(nominee, reasonsToo ? reason : '', at + 1, items.length));
    const box = make('input', { type: 'checkbox', checked: reasonsToo, change: () => {
      reasonsToo = box.checked;
      for (const old of sheets.querySelectorAll('.handout__page')) old.remove();
      sheets.append(...pages());
    } });
    sheets.replaceChildren(
      make('h1', { className: 'handout__title' }, round.title),
      make(
        'div',
        { className: 'actions handout__tools' },
        items.length ? button(t('jury-handout-print'), () => print(), { className: 'action action--main' }) : null,
        button(t('jury-handout-leave'), leave),
        make('span', { className: 'weak' }, items.length ? t('jury-handout-pages', { count: items.length }) : t('jury-none-fit')),
        items.length ? make('p', { className: 'weak' }, t(`jury-handout-of.${of}`)) : null,
        items.some(({ reason }) => reason)
          ? make('label', { className: 'jury-check handout__choice' }, box, ` ${t('jury-handout-reasons')}`)
          : null,
      ),
      ...pages(),
    );
  }

  function page(nominee, reason, number, count) {
    const row = round.rows.get(nominee.id);
    const [head, ...facts] = [...row.cells];
    const summary = head.querySelector('.part + .part');
    const kinds = { roomy: round.criteria.length <= ROOMY && !round.told(nominee.id), tight: round.criteria.length > ROOMY };
    const names = Object.keys(kinds).filter((kind) => kinds[kind]).map((kind) => ` handout__page--${kind}`);
    return make(
      'article',
      { className: `handout__page${names.join('')}` },
      // Stands on every sheet, should one not be enough.
      make(
        'header',
        { className: 'handout__head' },
        make('p', { className: 'weak' }, `${round.title} · ${number}/${count}`),
        make('h2', {}, nominee.title),
      ),
      make(
        'div',
        { className: 'handout__body' },
        summary ? labelled(t('jury-handout-summary'), summary.textContent) : null,
        make('dl', { className: 'facts facts--row' }, ...facts.map(fact)),
        reason ? labelled(t('jury-list-reason'), reason) : null,
        make(
          'div',
          { className: 'handout__criteria' },
          ...round.criteria.map((criterion) => criterionOf(nominee, criterion, kinds.roomy)),
        ),
        toldOf(nominee, head.querySelector('a').href),
        // A line for each criterion would be too little to write on.
        kinds.roomy ? null : make('p', { className: 'handout__notes' }, t('jury-handout-notes')),
      ),
    );
  }

  /** Last, since paper shows as many of the outcomes as there is room for: all have an address. */
  function toldOf(nominee, address) {
    const outcomes = round.told(nominee.id);
    if (!outcomes) return null;
    const count = outcomes.querySelector('table').dataset.count;
    return make(
      'div',
      { className: 'handout__told' },
      make('p', { className: 'weak' }, t('jury-handout-outcomes', { count, address })),
      outcomes,
    );
  }

  const labelled = (label, text) =>
    make('p', { className: 'jury-written' }, make('strong', {}, `${label}: `), text);

  const criterionOf = (nominee, criterion, roomy) =>
    make(
      'section',
      { className: 'handout__criterion' },
      make('h3', {}, criterion.label),
      make('p', { className: 'weak' }, round.describe.get(criterion.id)),
      make('div', { className: 'jury-facts' }, ...round.facts(nominee.id, criterion.id)),
      roomy ? make('p', { className: 'handout__lines' }, t('jury-handout-notes')) : null,
    );

  const fact = (cell) =>
    make(
      'div',
      {},
      make('dt', {}, cell.dataset.label),
      make('dd', {}, ...[...cell.children].map((part) => part.cloneNode(true))),
    );

  for (const { onChange } of [filters, desk]) onChange(offer);
  addEventListener('popstate', () => {
    offer();
    show();
  });
  offer();
  show();
}
