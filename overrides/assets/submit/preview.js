/** The page as it would be, from what is typed: made of nodes, never of HTML. */
import { el, evidenceSteps } from '../browse/dom.js';
import { evidenceOf } from './evidence.js';
import { change, date, figure } from './numerals.js';
import { safeTokens } from './rules/body.js';
import { filled } from './rules/check.js';
import { uneven } from './periods.js';
import { UNKNOWN } from './rules/span.js';

const known = (stated) => stated && stated !== UNKNOWN && stated.value !== UNKNOWN;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {import('./session.js').Session} session @returns {HTMLElement} */
export function preview(session) {
  const { form, draft } = session;
  const { data } = session.practice();
  const label = (vocabulary, value) => form.vocabularies[vocabulary][value]?.label[form.language] ?? value;
  const name = (register, id) => (id === 'unknown' ? session.t('submit-not-known') : form.registers[register][id]?.name ?? id);
  const fact = (key, text) => text && el('div', {}, el('dt', {}, form.texts[`glance.${key}`]), el('dd', {}, text));
  const labels = (vocabulary, values = []) => values.map((value) => label(vocabulary, value)).join(', ');
  const facts = [
    fact('place', (data.places ?? []).map((place) => session.nameOf('places', place)).join(', ')),
    fact('provider', data.provider && name('organisations', data.provider)),
    fact('status', data.status?.value && capital(label('status', data.status.value)) + (known(data.status.as_of) ? ` (${filled(form.texts['status.as-of'], { date: date(form, data.status.as_of) })})` : '')),
    fact('started', data.started && date(form, data.started)),
    fact('levels', labels('service_level', data.service_levels)),
    fact('targets', labels('target_group', data.target_groups)),
    fact('themes', labels('theme', data.themes)),
  ];
  const texts = Object.entries(session.headings()).filter(([key]) => draft.sections[key]?.trim())
    .map(([key, heading]) => el('section', { class: 'prose' }, el('h3', {}, heading), ...nodes(safeTokens(draft.sections[key]))));
  const outcomes = (data.outcomes ?? []).map((outcome) => {
    const source = (data.sources ?? []).find(({ id }) => id === outcome.source);
    const { unit, flow_or_stock: flow } = form.registers.indicators[outcome.indicator] ?? {};
    const apart = uneven(outcome, flow);
    const { level } = evidenceOf(outcome, source, apart);
    const row = (key, strong, weak, instead = 'figure.not-given') => el('div', {}, el('dt', {}, form.texts[`outcome.${key}`]),
      el('dd', {}, strong ? el('strong', {}, strong) : el('span', { class: 'weak' }, form.texts[instead]), weak && el('br'), weak && el('span', { class: 'weak' }, weak)));
    const changed = change(form, outcome, unit, apart);
    const figures = [['baseline', outcome.baseline], ['follow-up', outcome.follow_up]].filter(([, told]) => told)
      .map(([key, told]) => row(key, figure(form, told, unit), date(form, told.period)));
    if (changed || apart) figures.push(row('change', changed, '', 'outcome.uneven'));
    return el('article', { class: 'outcome' }, el('h4', {}, outcome.indicator ? name('indicators', outcome.indicator) : session.t('submit-item-Outcome')),
      outcome.statement && el('p', {}, outcome.statement), figures.length > 0 && el('dl', { class: 'figures' }, ...figures),
      el('p', {}, el('span', { class: 'evidence' }, evidenceSteps(level), session.t('submit-level', { level, name: label('evidence_level', level) }))));
  });
  const sources = (data.sources ?? []).map(({ title, publisher, date: when }) => el('li', {}, [title, publisher, when && date(form, when)].filter(Boolean).join('. ')));
  return el('article', { class: 'submit-preview', lang: data.language },
    el('h3', { class: 'submit-preview__title' }, data.title ?? session.t('submit-untitled')), el('p', { class: 'lead' }, data.summary ?? ''),
    el('dl', { class: 'facts facts--row' }, ...facts), ...texts,
    el('h3', {}, form.texts['outcomes.title']), ...outcomes,
    !outcomes.length && data.no_outcomes_because && el('p', { class: 'empty' }, data.no_outcomes_because),
    el('h3', {}, form.texts['sources.title']), el('ul', {}, ...sources));
}

const TAGS = ['p', 'ul', 'ol', 'li', 'strong', 'em', 'blockquote', 'code', 'pre', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'h3', 'h4', 'hr', 'a'];

/** Nodes of Markdown tokens; a tag that is not allowed leaves its content behind. */
function nodes(tokens) {
  const root = document.createDocumentFragment();
  const open = [root];
  for (const token of tokens) {
    const here = open.at(-1);
    if (token.type === 'inline') here.append(...nodes(token.children));
    else if (token.nesting === 1) {
      const allowed = TAGS.includes(token.tag) && !token.hidden;
      const made = allowed ? el(token.tag, token.tag === 'a' ? { href: token.attrGet('href'), rel: 'nofollow noopener' } : {}) : here;
      if (made !== here) here.append(made);
      open.push(made);
    } else if (token.nesting === -1) open.pop();
    else if (token.type === 'softbreak') here.append('\n');
    else if (token.type === 'hardbreak') here.append(el('br'));
    else if (token.type === 'hr') here.append(el('hr'));
    else if (token.type === 'code_inline') here.append(el('code', {}, token.content));
    else if (token.type === 'fence' || token.type === 'code_block') here.append(el('pre', {}, el('code', {}, token.content)));
    else here.append(token.content);
  }
  return [...root.childNodes];
}
