/**
 * The comparison: the practices that the address names, side by side.
 */
import { el } from '../browse/dom.js';
import { loadMessages } from '../messages.js';
import { alone } from './alone.js';
import { SHOWN, chosen, named, onChange, remove } from './selection.js';
import { sources } from './sources.js';
import { table } from './table.js';

/** @param {HTMLElement} root */
export async function compare(root) {
  const t = await loadMessages();
  const here = new URL('./', document.baseURI);
  const address = (id) => new URL(`../kaytannot/${id}/`, here).href;
  const given = () => new URLSearchParams(location.search).get('k');
  const selected = () => chosen().map(({ id }) => id);
  let { ids, beyond, unsound } = named(given() ?? selected().join(',')), before = selected(), turn = 0;
  // The address always names what is shown, so that it can be shared and reloaded.
  if (given() === null && ids.length) history.replaceState(null, '', `?k=${ids.join(',')}`);
  const status = root.querySelector('[data-part="status"]');
  const place = root.querySelector('[data-part="comparison"]');
  const files = new Map();
  const browse = el('p', {}, el('a', { href: new URL('../kaytannot/', here).href }, t('compare-browse')));
  const print = button(t('compare-print'), () => window.print());
  const again = el('p', {}, button(t('compare-again'), async () => {
    await show();
    (place.querySelector('.compare-again button') ?? place.querySelector('[tabindex], a'))?.focus();
  }));
  again.className = 'compare-again';
  const mark = el('input', { type: 'checkbox', checked: true });
  mark.addEventListener('change', () => place.classList.toggle('no-differences', !mark.checked));
  const tools = el('p', { class: 'compare-tools' }, el('label', {}, mark, ` ${t('compare-differences')}`), ' ', print);

  /** @param {string} [first]  said before all else */
  async function show(first) {
    const mine = (turn += 1);
    document.dispatchEvent(new CustomEvent(SHOWN));
    for (const id of ids) if (!files.has(id)) files.set(id, load(new URL(`${id}.json`, here)));
    const loaded = await Promise.all(ids.map(async (id) => [id, await files.get(id)]));
    if (mine !== turn) return;
    const found = loaded.map(([, item]) => item).filter((item) => typeof item === 'object');
    const those = (what) => loaded.filter(([, item]) => item === what).map(([id]) => id);
    const unknown = [...those(UNKNOWN), ...unsound], failed = those(FAILED);
    // What could not be loaded may be there the next time.
    for (const id of failed) files.delete(id);
    const said = [first];
    if (failed.length) said.push(t('compare-failed', { ids: listed(failed) }));
    if (unknown.length) said.push(t('compare-unknown', { ids: listed(unknown) }));
    if (beyond.length) said.push(t('compare-beyond', { ids: listed(beyond) }));
    if (!found.length && !failed.length) said.push(t('compare-empty'));
    else if (found.length === 1 && !failed.length) said.push(t('compare-one'));
    status.textContent = said.filter(Boolean).join(' ');
    const parts = found.length ? [tools, table(found, t, address, takeOut), ...alone(found, t, address), sources(found, t, address)] : [];
    place.replaceChildren(failed.length ? again : '', ...parts, found.length < 2 && !failed.length ? browse : '');
  }

  /** Show the comparison without these; the Back button shows them again. */
  function leaveOut(gone, said) {
    const left = ids.filter((id) => !gone.has(id));
    if (left.length === ids.length) return;
    [ids, beyond, unsound] = [left, [], []];
    history.pushState(null, '', `?k=${ids.join(',')}`);
    return show(said);
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

  // What is taken back in the bar is taken out here too, but for a comparison that is another's.
  onChange(() => {
    const own = before.length === ids.length && ids.every((id) => before.includes(id));
    const now = selected();
    const gone = new Set(before.filter((id) => !now.includes(id)));
    before = now;
    if (own) leaveOut(gone);
  });
  window.addEventListener('popstate', () => {
    ({ ids, beyond, unsound } = named(given() ?? ''));
    show();
  });
  await show();
}

const UNKNOWN = 'unknown';
const FAILED = 'failed';

/** What a practice's file says; UNKNOWN where there is none, FAILED where nobody could tell. */
async function load(url) {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.json();
    return response.status === 404 || response.status === 410 ? UNKNOWN : FAILED;
  } catch {
    return FAILED;
  }
}

const listed = (ids) => ids.join(', ').slice(0, 200);

function button(text, act) {
  const made = el('button', { type: 'button', class: 'quiet' }, text);
  made.addEventListener('click', act);
  return made;
}
