/**
 * The comparison: the practices that the address names, side by side.
 */
import { el, evidenceSteps } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { reasonsAgainst } from './comparable.js';
import { chosen, onChange, parse, remove } from './selection.js';

/** @param {HTMLElement} root */
export async function compare(root) {
  const t = await loadMessages();
  const here = new URL('./', document.baseURI);
  const given = new URLSearchParams(location.search).get('k');
  const selected = () => chosen().map(({ id }) => id);
  let ids = parse(given ?? selected().join(',')), before = selected(), turn = 0;
  // The address always names what is shown, so that it can be shared and reloaded.
  if (given === null && ids.length) history.replaceState(null, '', `?k=${ids.join(',')}`);
  const status = root.querySelector('[data-part="status"]');
  const place = root.querySelector('[data-part="comparison"]');
  const files = new Map();
  const load = async (id) => {
    const response = await fetch(new URL(`${id}.json`, here)).catch(() => null);
    return response?.ok ? response.json() : id;
  };
  const browse = el('p', {}, el('a', { href: new URL('../kaytannot/', here).href }, t('compare-browse')));
  const print = el('button', { type: 'button', class: 'quiet' }, t('compare-print'));
  print.addEventListener('click', () => window.print());
  const mark = el('input', { type: 'checkbox', checked: true });
  mark.addEventListener('change', () => place.classList.toggle('no-differences', !mark.checked));
  const tools = el('p', { class: 'compare-tools' }, el('label', {}, mark, ` ${t('compare-differences')}`), ' ', print);

  /** @param {string[]} lost  what the address names and cannot be a practice @param {string} [first]  said before all else */
  async function show(lost, first) {
    const mine = (turn += 1);
    for (const id of ids) if (!files.has(id)) files.set(id, load(id));
    const loaded = await Promise.all(ids.map((id) => files.get(id)));
    if (mine !== turn) return;
    const found = loaded.filter((item) => typeof item === 'object');
    const unknown = [...loaded.filter((item) => typeof item === 'string'), ...lost];
    const said = [first];
    if (unknown.length) said.push(t('compare-unknown', { ids: unknown.join(', ').slice(0, 200) }));
    if (!found.length) said.push(t('compare-empty'));
    else if (found.length === 1) said.push(t('compare-one'));
    status.textContent = said.filter(Boolean).join(' ');
    if (!found.length) return place.replaceChildren(browse);
    place.replaceChildren(tools, table(found, t, here, takeOut), found.length === 1 ? browse : '');
  }

  /** Show the comparison without these; the Back button shows them again. */
  function leaveOut(gone, said) {
    const left = ids.filter((id) => !gone.has(id));
    if (left.length === ids.length) return;
    ids = left;
    history.pushState(null, '', `?k=${ids.join(',')}`);
    return show([], said);
  }

  /** The pressed button is gone: the focus goes to that of the next practice, or to the list's link. */
  async function takeOut({ id, title }, position) {
    if (selected().includes(id)) {
      before = before.filter((other) => other !== id);
      remove(id);
    }
    await leaveOut(new Set([id]), t('compare-removed', { title }));
    const buttons = place.querySelectorAll('.compare-remove');
    (buttons[Math.min(position, buttons.length - 1)] ?? browse.querySelector('a')).focus();
  }

  // What is taken back in the bar is taken out here too.
  onChange(() => {
    const now = selected();
    const gone = new Set(before.filter((id) => !now.includes(id)));
    before = now;
    leaveOut(gone);
  });
  window.addEventListener('popstate', () => {
    const named = new URLSearchParams(location.search).get('k') ?? '';
    ids = parse(named);
    show(unsound(named));
  });
  await show(unsound(given ?? ''));
}

function unsound(given) {
  const kept = new Set(parse(given));
  return given.split(',').filter((id) => id && !kept.has(id));
}

function table(items, t, here, takeOut) {
  const address = (id) => new URL(`../kaytannot/${id}/`, here).href;
  const unseen = (key) => el('span', { class: 'visually-hidden' }, t(key));
  const group = (key) => el('tr', { class: 'group', role: 'row' },
    el('th', { scope: 'rowgroup', role: 'rowheader', colspan: items.length + 1 }, t(key)));
  const row = (heading, cells, different) => el('tr', { role: 'row', class: different ? 'is-different' : null },
    el('th', { scope: 'row', role: 'rowheader' }, heading, different && el('span', { class: 'weak different' }, ` (${t('compare-different')})`)),
    ...cells.map((cell, n) => el('td', { role: 'cell', 'data-label': items[n].title }, cell)));
  const facts = items[0].facts.map(([label], n) => {
    const values = items.map((item) => item.facts[n][1] || '–');
    return row(label, values, new Set(values).size > 1);
  });
  const region = { class: 'table table--compare', role: 'region', tabindex: 0, 'aria-label': t('compare-table') };
  return el('div', region, el('table', { role: 'table' },
    el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, el('td', { role: 'cell' }),
      ...items.map((item) => el('th', { scope: 'col', role: 'columnheader', lang: item.language },
        el('a', { href: address(item.id) }, item.title))))),
    // Beside the names and not in them: a heading is read out with every cell.
    el('tbody', { role: 'rowgroup', class: 'compare-removals' }, el('tr', { role: 'row' }, el('td', { role: 'cell' }),
      ...items.map((item, n) => el('td', { role: 'cell', 'data-label': item.title },
        el('a', { class: 'compare-name', href: address(item.id), lang: item.language }, item.title), removal(item, () => takeOut(item, n), t))))),
    el('tbody', { role: 'rowgroup' }, group('compare-facts'), ...facts),
    el('tbody', { role: 'rowgroup' }, group('compare-outcomes'), ...outcomes(items, t, row, address)),
    el('tbody', { role: 'rowgroup' }, group('compare-contacts'), row(unseen('compare-contacts'), items.map((item) => el('span', {},
      ...item.contacts.map((lines) => el('span', { class: 'part' }, lines.join(', '))),
      item.contacts.length ? el('a', { href: `${address(item.id)}#yhteys` }, t('compare-contact-link')) : item.no_contacts))))));
}

function removal({ title }, act, t) {
  const button = el('button', { type: 'button', class: 'quiet compare-remove', 'aria-label': t('compare-remove', { title }) },
    t('compare-take-out'), el('span', { 'aria-hidden': 'true' }, ' ✕'));
  button.addEventListener('click', act);
  return button;
}

/** One row per indicator that any of the practices reports. */
function outcomes(items, t, row, address) {
  const names = new Map(items.flatMap((item) => item.outcomes.map((o) => [o.indicator, o.name])));
  if (!names.size) return [row(el('span', { class: 'visually-hidden' }, t('compare-outcomes')), items.map((item) => el('span', { lang: spoken(item) }, item.no_outcomes)))];
  const reporting = (indicator) => items.filter((item) => item.outcomes.some((o) => o.indicator === indicator)).length;
  // What several practices report comes first: that is what can be compared at all.
  const inOrder = [...names].sort(([one], [other]) => reporting(other) - reporting(one));
  const alone = items.length > 1 && reporting(inOrder[0][0]) < 2;
  const said = alone ? [el('tr', { role: 'row' }, el('td', { role: 'cell', colspan: items.length + 1 }, t('compare-none-shared')))] : [];
  const rows = inOrder.map(([indicator, name]) => {
    const lists = items.map((item) => item.outcomes.filter((o) => o.indicator === indicator));
    const cells = lists.map((list, n) => el('div', {}, ...(list.length
      ? list.map((outcome) => told(outcome, items[n], address(items[n].id), t))
      : [el('span', { class: 'weak' }, t('compare-nothing'))])));
    const heading = el('span', {}, name, el('span', { class: 'weak part' }, verdict(lists, t)));
    return row(heading, cells);
  });
  return [...said, ...rows];
}

/** Whether the numbers of the different practices may be compared. */
function verdict(lists, t) {
  const reasons = new Set();
  let pairs = 0;
  lists.forEach((list, n) => lists.slice(n + 1).forEach((others) => {
    for (const one of list) {
      for (const other of others) {
        pairs += 1;
        for (const reason of reasonsAgainst(one, other)) reasons.add(reason);
      }
    }
  }));
  if (!pairs) return '';
  if (!reasons.size) return t('compare-same');
  return t('compare-not', { reasons: [...reasons].map((reason) => t(`reason-${reason}`)).join('; ') });
}

/** The language of what the practice itself says, where it is not that of the page. */
const spoken = (item) => (item.written_in === document.documentElement.lang ? null : item.written_in);

function told(outcome, item, address, t) {
  const figure = ([value, when]) => (value || when) && [value || t('compare-not-given'), when && `(${when})`].filter(Boolean).join(' ');
  const [baseline, followUp] = outcome.figures.map(figure);
  const line = (text) => text && el('span', { class: 'part' }, text);
  return el('div', { class: 'told' },
    outcome.statement && el('span', { class: 'part', lang: spoken(item) }, outcome.statement),
    line(baseline && t('compare-baseline', { value: baseline })),
    line(followUp && t('compare-follow-up', { value: followUp })),
    line(outcome.change && t('compare-change', { value: outcome.change })),
    el('span', { class: `part result result--${outcome.result}` }, outcome.resultLabel),
    el('span', { class: 'part' }, el('span', { class: 'evidence' }, evidenceSteps(outcome.level), el('span', {}, outcome.levelLabel))),
    line(outcome.independence),
    outcome.caveats.length > 0 && el('span', { class: 'part weak' }, outcome.caveats.join(', ')),
    el('a', { class: 'part', href: `${address}#tulos-${outcome.id}` }, outcome.name));
}
