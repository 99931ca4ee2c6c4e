/**
 * Items of lists: added, removed and put back, and the ids that are made for them.
 * @typedef {{list: string, n: number, item: object}} Removed
 * @typedef {import('./session.js').Session} Session
 * @typedef {(string|number)[]} Path
 */
import { free, slug } from './slug.js';

export const today = () => new Date().toISOString().slice(0, 10);

/** @param {Session} session @param {Path} path  of the list @param {object|null} field  null: an item is a text */
export function addItem(session, path, field) {
  const { draft, form } = session;
  const items = draft.get(path) ?? [];
  if (!field) {
    draft.set(path, [...(items.length ? items : ['']), '']);
    session.redraw(`f-${[...path, draft.get(path).length - 1].join('-')}`);
    return;
  }
  const item = {};
  const sources = draft.data.sources ?? [];
  if (field.record === 'Outcome' && sources.length === 1 && sources[0].id) item.source = sources[0].id;
  if (field.record === 'Contact') item.verified = today();
  if (form.records[field.record][0].key === 'id') session.named.add(item);
  draft.set(path, [...items, item]);
  session.changed();
  const first = form.records[field.record].find(({ key }) => key !== 'id');
  session.redraw(`f-${[...path, items.length, first.key].join('-')}`);
}

/** @param {Session} session @param {Path} path @param {number} n */
export function removeItem(session, path, n) {
  const items = session.draft.get(path);
  session.removed = { list: path.join('-'), n, item: items[n] };
  const left = items.filter((_, i) => i !== n);
  session.draft.set(path, left.length ? left : undefined);
  shift(session, path, n, -1);
  session.changed();
  session.redraw(`f-${path.join('-')}-undo`);
}

/** Put back what was last removed from the list at `path`, where it was. @param {Session} session @param {Path} path */
export function restoreItem(session, path) {
  const { n, item } = session.removed;
  session.removed = null;
  const items = session.draft.get(path) ?? [];
  session.draft.set(path, [...items.slice(0, n), item, ...items.slice(n)]);
  shift(session, path, n, 1);
  session.changed();
  session.redraw(`f-${[...path, Math.min(n, items.length)].join('-')}`);
}

/** What is known of the items from the `n`th on goes with them to their new places. */
function shift(session, path, n, by) {
  const moved = (key, joint) => {
    const start = path.join(joint) + joint;
    const [, number, rest] = (key.startsWith(start) && /^(\d+)(.*)$/.exec(key.slice(start.length))) || [];
    if (number === undefined || Number(number) < n) return key;
    return Number(number) + by < n ? null : `${start}${Number(number) + by}${rest}`;
  };
  const { draft } = session;
  session.shown = new Set([...session.shown].map((key) => moved(key, '-')).filter((key) => key !== null));
  draft.asTyped = Object.fromEntries(Object.entries(draft.asTyped).map(([key, typed]) => [moved(key, '.'), typed]).filter(([key]) => key !== null));
}

/**
 * Keep the ids that are made, not typed, in step with what the records say.
 * @param {Session} session
 * @param {object} [typed]  the record whose id is being typed: an empty one is not filled in under the hand
 */
export function nameRecords({ draft: { data }, form, named }, typed) {
  const name = (register, base) => (data[register] ?? []).forEach((item, n, all) => {
    if (!item.id && item !== typed) named.add(item);
    if (!named.has(item)) return;
    const made = slug(base(item));
    const taken = all.filter((other) => other !== item).map(({ id }) => id);
    const id = made && free(made, taken);
    if (!id || id === item.id) return;
    for (const outcome of register === 'sources' && item.id ? data.outcomes ?? [] : []) {
      if (outcome.source === item.id) outcome.source = id;
    }
    item.id = id;
    const input = document.getElementById(`f-${register}-${n}-id`);
    if (input) input.value = id;
  });
  name('sources', ({ kind, title = '' }) => form.vocabularies.source_kind[kind]?.label[form.language] ?? title);
  name('outcomes', ({ indicator, follow_up: followUp }) => {
    const period = followUp?.period?.value ?? followUp?.period ?? '';
    return `${form.registers.indicators[indicator]?.name ?? ''} ${String(period).slice(0, 4)}`;
  });
}
