/** The juror's own ranking: one row per nominee, rewritten only where something changes. */
import { nothing } from '../nothing.js';
import { button, make, rowOf, tableOf, write } from './element.js';
import { isListed, listed, markOf, ranking, unlisted } from './sheet.js';
import { decimalsApart } from './statistics.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {(id: string) => void} open shows a nominee's form
 */
export function rankingView(context, open) {
  const { round, desk, filters, t } = context;
  const columns = [
    { text: t('jury-column-nominee') },
    { text: t('jury-column-rank') },
    { text: t('jury-column-average') },
    { text: t('jury-column-scored') },
    ...round.criteria.map(({ label }) => ({ text: label })),
    { text: t('jury-column-shortlist'), control: true },
  ];
  const { whole, table, body } = tableOf(t('jury-ranking'), columns);
  const rows = new Map(round.nominees.map((nominee) => [nominee.id, row(nominee)]));

  function row(nominee) {
    const name = button(nominee.title, () => open(nominee.id), { className: 'jury-open' });
    const box = make('input', {
      type: 'checkbox',
      aria: { label: t('jury-shortlist-mark', { nominee: nominee.title }) },
      change: () => {
        const change = box.checked ? listed : unlisted;
        desk.change(change(desk.sheet, nominee.id), { what: 'list' });
      },
    });
    const empty = columns.slice(1, -1).map((_, at) => (at === 2 ? '' : [null, '']));
    const labels = columns.map(({ text }) => text);
    const control = make('label', { className: 'jury-check' }, box);
    const whole = rowOf(labels, [name, ...empty, control]);
    const cells = [...whole.cells].slice(1, -1);
    return { whole, box, cells: cells.map((cell) => ({ cell, part: cell.firstElementChild })) };
  }

  /** Write a cell: a number that is kept for exports, and what is shown; else, with no text, `why` not. */
  function put({ cell, part }, text, value, why) {
    if (text !== null) write(part, text);
    else if (part.querySelector('.visually-hidden')?.textContent !== why) part.replaceChildren(nothing(why));
    if (value !== undefined && cell.dataset.value !== String(value ?? '')) {
      cell.dataset.value = value ?? '';
    }
  }

  function update() {
    const { sheet } = desk;
    const order = [];
    const results = ranking(sheet, round);
    const decimals = decimalsApart(results.map(({ rank, average }) => (rank === null ? null : average)));
    for (const result of results) {
      const { nominee, state, rank, shared, average, scored, of } = result;
      const { whole: line, cells, box } = rows.get(nominee.id);
      const [rankCell, averageCell, scoredCell, ...scores] = cells;
      const place = rank === null ? null : t(shared ? 'jury-rank-shared' : 'jury-rank', { rank });
      put(rankCell, place, rank, t('jury-no-rank'));
      put(averageCell, average === null ? t(`jury-none.${state}`) : context.number(average, decimals), average);
      const excluded = state === 'excluded';
      const reason = excluded ? sheet.conflicts.get(nominee.id).trim() : '';
      put(scoredCell, t(`jury-state.${state}`, { scored, of }) + (reason ? `: ${reason}` : ''));
      round.criteria.forEach(({ id }, at) => {
        const score = excluded ? null : markOf(sheet, nominee.id, id).score;
        put(scores[at], score === null ? null : String(score), score, t(excluded ? 'jury-none.excluded' : 'jury-none.unscored'));
      });
      if (line.dataset.state !== state) line.dataset.state = state;
      if (box.checked !== isListed(sheet, nominee.id)) box.checked = !box.checked;
      const hidden = !filters.shows(nominee.id);
      if (line.hidden !== hidden) line.hidden = hidden;
      order.push(line);
    }
    arrange(body, order);
  }

  return { whole, table, update };
}

/** Put `rows` in order with as few moves as one row's change of place needs. */
function arrange(body, rows) {
  let next = body.firstElementChild;
  for (const row of rows) {
    if (row !== next && next?.nextElementSibling === row) {
      body.append(next);
      next = row;
    }
    if (row === next) next = next.nextElementSibling;
    else body.insertBefore(row, next);
  }
}
