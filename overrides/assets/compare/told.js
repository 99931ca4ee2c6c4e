/**
 * One outcome in a few lines, with its figures, how it went and how surely it is known.
 */
import { el, evidenceSteps } from '../browse/dom.js';

/** The language of what the practice itself says, where it is not that of the page. */
export const spoken = (item) => (item.written_in === document.documentElement.lang ? null : item.written_in);

/**
 * @param {object} outcome @param {object} item  its practice @param {string} address  of the practice's page
 * @param {import('../messages.js').Translate} t
 * @param {string} [tag]
 */
export function told(outcome, item, address, t, tag = 'div') {
  const figure = ([value, when]) => (value || when) && [value || t('compare-not-given'), when && `(${when})`].filter(Boolean).join(' ');
  const [baseline, followUp] = outcome.figures.map(figure);
  const line = (text, kind = '') => text && el('span', { class: `part${kind}` }, text);
  const link = el('a', { class: 'part told__name', href: `${address}#tulos-${outcome.id}` }, outcome.name);
  // In a table the row has the name already; the link closes the cell.
  const first = tag === 'li';
  return el(tag, { class: 'told' },
    first && link,
    outcome.statement && el('span', { class: 'part', lang: spoken(item) }, outcome.statement),
    line(baseline && t('compare-baseline', { value: baseline }), ' told__figure'),
    line(followUp && t('compare-follow-up', { value: followUp }), ' told__figure'),
    line(outcome.change && t('compare-change', { value: outcome.change }), ' told__figure'),
    el('span', { class: 'part told__judged' },
      el('span', { class: `result result--${outcome.result}` }, outcome.resultLabel), ' ',
      el('span', { class: 'evidence' }, evidenceSteps(outcome.level), el('span', {}, outcome.levelLabel))),
    line([outcome.independence, ...outcome.caveats].join(', '), ' weak'),
    !first && link);
}
