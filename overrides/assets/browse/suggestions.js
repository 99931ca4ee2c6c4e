/**
 * Suggestions below the search field: a combobox as the ARIA practices describe it. The arrows move
 * in the list, Enter takes, Escape closes; the field keeps the focus all the time.
 */
import { el } from './dom.js';

const WAIT = 150;

/**
 * @param {HTMLInputElement} input
 * @param {(typed: string) => Promise<{text: string, note: string, take: () => void}[]>} suggest
 * @param {HTMLElement} status  where the count is announced
 * @param {import('../messages.js').Translate} t
 */
export function suggestions(input, suggest, status, t) {
  const list = el('ul', { role: 'listbox', id: 'ehdotukset', class: 'suggestions', hidden: true, 'aria-label': t('suggestions', { count: 2 }) });
  let items = [], active = -1, timer = 0, asked = 0;
  for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false'], ['autocomplete', 'off']]) {
    input.setAttribute(name, value);
  }
  input.after(list);

  const mark = (position) => {
    active = position;
    [...list.children].forEach((item, n) => item.setAttribute('aria-selected', String(n === active)));
    if (active < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', list.children[active].id);
  };
  const close = () => {
    asked += 1;
    clearTimeout(timer);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    mark(-1);
  };
  const show = (found) => {
    items = found;
    list.replaceChildren(...found.map(({ text, note }, n) => {
      const item = el('li', { role: 'option', id: `ehdotus-${n}`, 'aria-selected': 'false' }, text,
        note && el('span', { class: 'weak' }, ` ${note}`));
      // Before the field loses the focus, which would close the list.
      item.addEventListener('pointerdown', (event) => {
        event.preventDefault();
        take(n);
      });
      return item;
    }));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    active = -1;
    status.textContent = t('suggestions', { count: found.length });
  };
  const take = (position) => {
    const { take: act } = items[position];
    close();
    act();
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value.trim(), turn = (asked += 1);
    if (typed.length < 2) return close();
    timer = setTimeout(async () => {
      const found = await suggest(typed).catch(() => []);
      if (turn === asked) show(found);
    }, WAIT);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (list.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1, n = items.length + 1;
      mark(((active + 1 + step + n) % n) - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  return { close };
}
