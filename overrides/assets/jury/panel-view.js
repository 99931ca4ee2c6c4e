/** Several jurors' sheets side by side. Their files are read here and kept nowhere. */
import { button, field, make, rowOf, tableOf } from './element.js';
import { read } from './exchange.js';
import { exportBar } from './exports.js';
import { merged } from './panel.js';
import { readTable } from './plain-table.js';
import { total } from './sheet.js';

/** Fewer than these make W a matter of chance. */
const [FEW_JURORS, FEW_NOMINEES] = [3, 5];

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function panelView(context, place) {
  const { round, desk, filters, t } = context;
  /** @type {Map<string, import('./sheet.js').Sheet>} by the sheet's own id */
  const sheets = new Map();
  const messages = make('div', { className: 'jury-message', role: 'alert', hidden: true });
  const loaded = make('ul', { className: 'jury-loaded' });
  const results = make('div', { className: 'jury-results' });
  const input = make('input', {
    type: 'file',
    multiple: true,
    accept: '.json,application/json',
    change: async () => {
      const said = [];
      for (const file of input.files) said.push(take(file.name, await file.text()));
      input.value = '';
      show(said);
    },
  });
  const own = button(t('jury-panel-own'), () => show([put(desk.sheet)]));
  place.replaceChildren(
    field(t('jury-panel-files'), input, t('jury-panel-files-hint')),
    make('div', { className: 'actions' }, own),
    messages,
    loaded,
    results,
  );

  function take(name, text) {
    const found = read(text, round);
    if (!('error' in found)) return put(found.sheet);
    return `${name}: ${t(`jury-refused.${found.error}`, found.params)}`;
  }

  /** The newest of one juror's sheets takes the place of an older one. */
  function put(sheet) {
    const known = sheets.has(keyOf(sheet));
    sheets.set(keyOf(sheet), sheet);
    return t(known ? 'jury-panel-again' : 'jury-panel-added', { juror: nameOf(sheet) });
  }

  /** The name belongs to it: a juror may have begun with another's file, and both count. */
  function keyOf(sheet) {
    return `${sheet.id} ${sheet.juror.trim()}`;
  }

  function nameOf(sheet) {
    if (sheet.juror.trim()) return sheet.juror.trim();
    return t('jury-panel-nameless', { number: [...sheets.keys()].indexOf(keyOf(sheet)) + 1 });
  }

  function show(said = []) {
    messages.hidden = !said.length;
    messages.replaceChildren(...said.map((text) => make('p', {}, text)));
    loaded.replaceChildren(...[...sheets.values()].map(loadedItem));
    results.replaceChildren(...(sheets.size > 1 ? summary() : [waiting()]));
  }

  const waiting = () => make('p', { className: 'empty' }, t('jury-panel-waiting'));

  function loadedItem(sheet) {
    const done = round.nominees.filter(
      ({ id }) => total(sheet, id, round.criteria).state === 'scored',
    ).length;
    const remove = () => {
      sheets.delete(keyOf(sheet));
      show();
      input.focus();
    };
    const name = nameOf(sheet);
    const aria = { label: `${t('jury-panel-remove')}: ${name}` };
    return make(
      'li',
      {},
      make('strong', {}, name),
      ` ${t('jury-progress', { done, count: round.nominees.length - sheet.conflicts.size })} `,
      button(t('jury-panel-remove'), remove, { aria }),
    );
  }

  function summary() {
    const result = merged([...sheets.values()], round);
    return [
      ...agreement(result),
      ...nominees(result),
      ...widest(result),
      ...exclusions(result),
      ...cells(result),
    ];
  }

  function agreement({ agreement: { w, word, compared, left }, weightsDiffer }) {
    const number = w === null ? null : t('jury-w', { w: context.number(w), count: compared });
    const few = w !== null && (sheets.size < FEW_JURORS || compared < FEW_NOMINEES);
    return [
      make('h3', {}, t('jury-agreement-title')),
      few ? make('p', { className: 'jury-agreement' }, t('jury-w-few')) : null,
      few ? null : make('p', { className: 'jury-agreement' }, t(w === null ? 'jury-agreement.none' : `jury-agreement.${word}`)),
      number ? make('p', {}, number) : null,
      left ? make('p', { className: 'weak' }, t('jury-w-left', { count: left })) : null,
      weightsDiffer ? make('p', { className: 'notice' }, t('jury-weights-differ')) : null,
    ].filter(Boolean);
  }

  function nominees(result) {
    const keys = ['nominee', 'rank', 'mean', 'median', 'deviation', 'least', 'greatest', 'jurors', 'excluded'];
    const { table, ...view } = tableFor('jury-panel-ranking', keys);
    for (const item of result.nominees) {
      const shared = item.shared ? 'jury-rank-shared' : 'jury-rank';
      const place = item.rank === null ? t('jury-none.unscored') : t(shared, { rank: item.rank });
      view.add(item.nominee.id, [
        item.nominee.title,
        [item.rank, place],
        ...spread(item),
        [item.count, t('jury-panel-count', { done: item.count, count: sheets.size })],
        item.excluded.map(nameOf).join(', ') || '–',
      ]);
    }
    return [
      make('h3', {}, t('jury-panel-ranking')),
      make('p', { className: 'weak' }, t('jury-panel-how')),
      filters.none(),
      view.whole,
      exportBar(context, 'raadin-jarjestys', t('jury-panel-ranking'), () => readTable(table)),
    ];
  }

  function cells(result) {
    const keys = ['nominee', 'criterion', 'mean', 'median', 'deviation', 'least', 'greatest', 'given'];
    const { table, ...view } = tableFor('jury-panel-cells', keys);
    for (const item of result.cells) {
      const scores = item.given.map(({ sheet, score }) => `${nameOf(sheet)} ${score}`).join(', ');
      const all = [item.nominee.title, item.criterion.label, ...spread(item), scores || t('jury-none.unscored')];
      view.add(item.nominee.id, all);
    }
    const bar = exportBar(context, 'arviot-perusteittain', t('jury-panel-cells'), () => readTable(table));
    return [make('details', {}, make('summary', {}, t('jury-panel-cells')), filters.none(), view.whole, bar)];
  }

  function tableFor(title, keys) {
    const columns = keys.map((key) => ({ text: t(`jury-column-${key}`) }));
    const labels = columns.map(({ text }) => text);
    const made = tableOf(t(title), columns);
    const add = (id, values) => {
      const row = rowOf(labels, values);
      row.dataset.nominee = id;
      row.hidden = !filters.shows(id);
      made.body.append(row);
    };
    return { ...made, add };
  }

  const spread = ({ mean, median, deviation, least, greatest }) =>
    [mean, median, deviation, least, greatest].map((value) => [
      value,
      value === null ? '–' : context.number(value),
    ]);

  function widest(result) {
    const items = result.widest.map(({ nominee, criterion, given }) => {
      const scores = given.map(({ sheet, score }) => `${nameOf(sheet)} ${score}`).join(', ');
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

  const ownToo = () => {
    own.hidden = !desk.sheet;
  };
  desk.onChange(({ what }) => what === 'sheet' && ownToo());
  filters.onChange(() => {
    for (const row of results.querySelectorAll('tr[data-nominee]')) {
      row.hidden = !filters.shows(row.dataset.nominee);
    }
  });
  ownToo();
  show();
}
