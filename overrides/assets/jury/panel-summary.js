/** What several jurors' sheets say together: their agreement, ranking, differences and conflicts. */
import { make } from './element.js';
import { exportBar } from './exports.js';
import { merged } from './panel.js';
import { listsPart, notesPart } from './panel-written.js';
import { nomineeTable } from './nominee-table.js';
import { readTable } from './plain-table.js';
import { nothing } from '../nothing.js';
import { decimalsApart } from './statistics.js';

/** Fewer than these make W a matter of chance. */
const [FEW_JURORS, FEW_NOMINEES] = [3, 5];

/**
 * @param {import('./jury.js').Context} context
 * @param {import('./sheet.js').Sheet[]} sheets
 * @param {(sheet: import('./sheet.js').Sheet) => string} nameOf
 * @returns {HTMLElement[]}
 */
export function panelSummary(context, sheets, nameOf) {
  const { filters, t } = context;
  const result = merged(sheets, context.round);

  function agreement({ agreement: { w, word, compared, left, pairs }, weightsDiffer }) {
    const number = w === null ? null : t('jury-w', { w: context.number(w), count: compared });
    const apart = pairs?.mean ?? null;
    const held = apart === null ? compared : pairs.least;
    const few = word !== null && (sheets.length < FEW_JURORS || held < FEW_NOMINEES);
    return [
      make('h3', {}, t('jury-agreement-title')),
      make('p', { className: 'jury-agreement' }, few ? t('jury-w-few') : t(`jury-agreement.${word ?? 'none'}`)),
      number ? make('p', {}, number) : null,
      left ? make('p', { className: 'weak' }, t('jury-w-left', { count: left })) : null,
      apart === null ? null : make('p', {}, pairsSaid(pairs)),
      weightsDiffer ? make('p', { className: 'notice' }, t('jury-weights-differ')) : null,
    ].filter(Boolean);
  }

  function pairsSaid({ mean, pairs, of, least, most }) {
    const shared = least === most ? String(least) : `${least}–${most}`;
    return t('jury-pairs', { mean: context.number(mean), pairs, of, shared });
  }

  function nominees(result) {
    const keys = ['nominee', 'rank', 'mean', 'median', 'deviation', 'least', 'greatest', 'jurors', 'unfinished', 'excluded'];
    const { table, ...view } = nomineeTable(context, 'jury-panel-ranking', keys);
    const decimals = decimalsApart(result.nominees.map(({ rank, mean }) => (rank === null ? null : mean)));
    const ranked = result.nominees.filter(({ rank }) => rank !== null);
    const most = Math.max(0, ...ranked.map(({ count }) => count));
    for (const item of result.nominees) {
      const shared = item.shared ? 'jury-rank-shared' : 'jury-rank';
      const place = item.rank === null ? t(`jury-panel-none.${item.state}`) : t(shared, { rank: item.rank });
      const fewer = item.rank !== null && item.count < most;
      view.add(item.nominee.id, [
        item.nominee.title,
        [item.rank, place, fewer ? t('jury-panel-fewer', { count: item.count, most }) : ''],
        ...spread(item, { mean: decimals }),
        [item.count, t('jury-panel-count', { done: item.count, count: sheets.length })],
        item.unfinished.map(nameOf).join(', ') || nothing(t('no-value')),
        item.excluded.map(nameOf).join(', ') || nothing(t('no-value')),
      ]);
    }
    const open = result.nominees.filter((item) => item.unfinished.length).length;
    const uneven = ranked.filter(({ count }) => count < most).length;
    return [
      make('h3', {}, t('jury-panel-ranking')),
      make('p', { className: 'weak' }, t('jury-panel-how')),
      open ? make('p', { className: 'notice' }, t('jury-panel-open', { count: open })) : '',
      uneven ? make('p', { className: 'notice' }, t('jury-panel-uneven', { count: uneven })) : '',
      filters.none(),
      view.whole,
      exportBar(context, 'raadin-jarjestys', t('jury-panel-ranking'), () => readTable(table, t)),
    ];
  }

  function cells(result) {
    const keys = ['nominee', 'criterion', 'mean', 'median', 'deviation', 'least', 'greatest', 'given'];
    const { table, ...view } = nomineeTable(context, 'jury-panel-cells', keys);
    for (const item of result.cells) {
      const scores = scoresOf(item.given);
      const all = [item.nominee.title, item.criterion.label, ...spread(item, { ends: 0 }), scores || t('jury-none.unscored')];
      view.add(item.nominee.id, all);
    }
    const bar = exportBar(context, 'arviot-perusteittain', t('jury-panel-cells'), () => readTable(table, t));
    return [make('details', {}, make('summary', {}, t('jury-panel-cells')), filters.none(), view.whole, bar)];
  }

  /** @param {{mean?: number, ends?: number}} decimals of the mean, and of the least and greatest */
  function spread({ mean, median, deviation, least, greatest }, decimals) {
    const shown = (value, places) => [value, value === null ? nothing(t('jury-no-number')) : context.number(value, places)];
    const middle = [shown(mean, decimals.mean), shown(median), shown(deviation)];
    return [...middle, shown(least, decimals.ends), shown(greatest, decimals.ends)];
  }

  const scoresOf = (given) =>
    given.map(({ sheet, score }) => t('jury-panel-given', { juror: nameOf(sheet), score })).join(', ');

  function widest(result) {
    const items = result.widest.map(({ nominee, criterion, given }) => {
      const scores = scoresOf(given);
      return make('li', {}, `${nominee.title}, ${criterion.label}: ${scores}`);
    });
    const none = make('p', {}, t('jury-widest-none'));
    return [
      make('h3', {}, t('jury-widest')),
      items.length ? make('ol', { data: { jury: 'widest' } }, ...items) : none,
    ];
  }

  function exclusions(result) {
    const items = result.exclusions.map(({ sheet, nominee, reason }) =>
      make('li', {}, `${nameOf(sheet)}: ${nominee.title}${reason ? ` (${reason})` : ''}`),
    );
    const none = make('p', {}, t('jury-exclusions-none'));
    return [
      make('h3', {}, t('jury-exclusions')),
      items.length ? make('ul', { data: { jury: 'exclusions' } }, ...items) : none,
    ];
  }

  const notes = notesPart(context, 'jury-notes', nameOf);
  notes.show(result.notes);
  return [
    ...agreement(result),
    ...nominees(result),
    ...listsPart(context, result.lists, sheets.length, nameOf),
    ...widest(result),
    ...exclusions(result),
    ...cells(result),
    notes.whole,
  ];
}
