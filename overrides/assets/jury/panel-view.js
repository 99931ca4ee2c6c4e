/** Several jurors' sheets side by side. Their files are read here and kept nowhere. */
import { button, field, make } from './element.js';
import { read } from './exchange.js';
import { counting, withSheet } from './panel-sheets.js';
import { panelSummary } from './panel-summary.js';
import { total } from './sheet.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {HTMLElement} place
 */
export function panelView(context, place) {
  const { round, desk, filters, t } = context;
  /** @type {import('./panel-sheets.js').Held[]} */
  let held = [];
  const moment = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'short',
    timeStyle: 'short',
  });
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
    cancel: () => show(),
  });
  const own = button(t('jury-panel-own'), () => show([put(desk.sheet, desk.changed)]));
  place.replaceChildren(
    field(t('jury-panel-files'), input, t('jury-panel-files-hint')),
    make('div', { className: 'actions' }, own),
    messages,
    loaded,
    results,
  );

  function take(name, text) {
    const found = read(text, round);
    if (!('error' in found)) return put(found.sheet, found.saved);
    return `${name}: ${t(`jury-refused.${found.error}`, found.params)}`;
  }

  function put(sheet, saved) {
    const { held: next, how, other } = withSheet(held, sheet, saved);
    held = next;
    const kept = held.find((item) => item.sheet === sheet) ? sheet : other;
    return t(`jury-panel-taken.${how}`, { juror: nameOf(kept), other: other ? nameOf(other) : '' });
  }

  /** A number tells apart those without a name, and those of one name. */
  function nameOf(sheet) {
    const name = sheet.juror.trim();
    const alike = held.filter((item) => item.sheet.juror.trim() === name);
    const number = alike.findIndex((item) => item.sheet === sheet) + 1;
    if (!name) return t('jury-panel-nameless', { number });
    return number > 1 ? t('jury-panel-namesake', { juror: name, number }) : name;
  }

  function show(said = []) {
    messages.hidden = !said.length;
    messages.replaceChildren(...said.map((text) => make('p', {}, text)));
    loaded.replaceChildren(...held.map(loadedItem));
    const counted = held.filter((item) => item.counted).map(({ sheet }) => sheet);
    results.replaceChildren(...(counted.length > 1 ? panelSummary(context, counted, nameOf) : [waiting()]));
  }

  const waiting = () => make('p', { className: 'empty' }, t('jury-panel-waiting'));

  function loadedItem(item) {
    const { sheet, saved, counted } = item;
    const done = round.nominees.filter(
      ({ id }) => total(sheet, id, round.criteria).state === 'scored',
    ).length;
    const count = round.nominees.length - sheet.conflicts.size;
    const name = nameOf(sheet);
    /** @param {string} key @param {() => import('./panel-sheets.js').Held[]} next */
    const act = (key, next) => {
      const change = () => {
        held = next();
        show();
        input.focus();
      };
      return button(t(key), change, { aria: { label: `${t(key)}: ${name}` } });
    };
    return make(
      'li',
      { data: { counted } },
      make('strong', {}, name),
      make('span', {}, t('jury-progress', { done, count })),
      saved ? make('span', { className: 'weak' }, t('jury-panel-saved', { moment: moment.format(saved) })) : null,
      counted ? null : make('span', { className: 'weak' }, t('jury-panel-waits')),
      counted ? null : act('jury-panel-count-in', () => counting(held, item)),
      act('jury-panel-remove', () => held.filter((other) => other !== item)),
    );
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
