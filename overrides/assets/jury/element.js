/**
 * Small makers of elements. Text only ever enters as text.
 * @param {string} tag
 * @param {Record<string, unknown>} [given] properties; `data` and `aria` are mappings of their own,
 *   and a function is an event listener under its event's name
 * @param {...(Node|string|null)} children
 * @returns {HTMLElement}
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  const { data = {}, aria = {}, ...properties } = given;
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(aria)) element.setAttribute(`aria-${name}`, value);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** @param {string} text @param {() => void} click @param {Record<string, unknown>} [given] */
export const button = (text, click, given = {}) =>
  make('button', { type: 'button', className: 'action', click, ...given }, text);

let fields = 0;

/** @param {string} label @param {HTMLElement} control @param {string} [hint] */
export function field(label, control, hint) {
  fields += 1;
  control.id = `jury-field-${fields}`;
  if (hint) control.setAttribute('aria-describedby', `${control.id}-hint`);
  return make(
    'div',
    { className: 'jury-field' },
    make('label', { className: 'jury-field__label', htmlFor: control.id }, label),
    hint ? make('span', { className: 'weak', id: `${control.id}-hint` }, hint) : null,
    control,
    control.matches('textarea, input[type="text"]') ? make('p', { className: 'jury-on-paper' }) : null,
  );
}

/**
 * Write out what is typed, for paper: there a field shows no more than its own size of it.
 * @param {HTMLElement} root
 */
export function writeOut(root) {
  for (const written of root.querySelectorAll('.jury-on-paper')) {
    write(written, written.previousElementSibling.value);
  }
}

/** Write `text` only where it differs: most of a table does not change with one score. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** More columns than these are too many for a sheet of paper that stands upright. */
const WIDE = 11;

/**
 * A table in the site's own dress, empty.
 * @param {string} title
 * @param {{text: string, control?: boolean}[]} columns
 */
export function tableOf(title, columns) {
  const headings = columns.map(({ text, control }) =>
    make('th', { scope: 'col', role: 'columnheader', data: control ? { control: '' } : {} }, text),
  );
  const body = make('tbody', { role: 'rowgroup' });
  const table = make(
    'table',
    { role: 'table' },
    make('caption', { className: 'visually-hidden' }, title),
    make('thead', { role: 'rowgroup' }, make('tr', { role: 'row' }, ...headings)),
    body,
  );
  const className = columns.length > WIDE ? 'table table--wide' : 'table';
  const region = { className, role: 'region', tabIndex: 0, aria: { label: title } };
  return { whole: make('div', region, table), table, body };
}

/**
 * A row of a table: texts, numbers as `[number, text]` or `[number, text, notice]`, and parts as
 * elements in a list. The first cell heads the row.
 * @param {string[]} labels the headings, which narrow windows show before each value
 * @param {(string|Node|[number|null, string, string?]|HTMLElement[])[]} values
 */
export function rowOf(labels, values) {
  const cells = values.map((value, at) => {
    const head = at === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell' };
    const tag = at === 0 ? 'th' : 'td';
    const data = { label: labels[at] };
    if (!Array.isArray(value)) return make(tag, { ...head, data }, make('span', { className: 'part' }, value));
    if (value[0] instanceof Node) return make(tag, { ...head, data }, ...value);
    const [number, text, notice] = value;
    const parts = [make('span', { className: 'part' }, text)];
    if (notice) parts.push(make('span', { className: 'part flag' }, notice));
    return make(tag, { ...head, data: { ...data, value: number ?? '' } }, ...parts);
  });
  return make('tr', { role: 'row' }, ...cells);
}

/**
 * Ask before something that cannot be undone.
 * @param {string} question
 * @param {string} yes
 * @param {string} no
 * @returns {Promise<boolean>}
 */
export function confirmed(question, yes, no) {
  return new Promise((resolve) => {
    const close = (value) => () => dialog.close(value);
    const dialog = make(
      'dialog',
      { className: 'jury-dialog' },
      make('p', { id: 'jury-question' }, question),
      make('div', { className: 'actions' }, button(no, close('')), button(yes, close('yes'))),
    );
    dialog.setAttribute('aria-labelledby', 'jury-question');
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    (document.querySelector('.catalogue') ?? document.body).append(dialog);
    dialog.showModal();
  });
}
