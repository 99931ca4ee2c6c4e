/**
 * Keeps what is written in the form of a round in this browser, from the first answer until the
 * writer deletes it.
 */
import { ownKey } from '../own-key.js';

const KEY = ownKey('kierros');
/** The fields of one criterion. */
const OF_CRITERION = '[data-key]';

/** @param {HTMLFormElement} form @returns {object} all that is written in it */
function written(form) {
  const controls = [...form.elements].filter(({ name }) => name);
  const texts = controls.filter(({ type }) => type !== 'checkbox').map(({ name, value }) => [name, value]);
  const ticked = controls.filter(({ checked }) => checked).map(({ name, value }) => [name, value]);
  const criteria = [...form.querySelectorAll('.round-form__criterion')].map((criterion) =>
    [...criterion.querySelectorAll(OF_CRITERION)].map((control) =>
      control.type === 'checkbox' ? [control.dataset.key, control.value, control.checked] : [control.dataset.key, control.value],
    ),
  );
  return { texts, ticked, criteria };
}

/** @param {object} found @param {HTMLFormElement} form @param {() => HTMLElement} add makes a criterion */
function restore({ texts, ticked, criteria }, form, add) {
  for (const [name, value] of texts) {
    const control = form.elements.namedItem(name);
    if (control && 'value' in control) control.value = value;
  }
  for (const box of form.querySelectorAll('input[type="checkbox"][name]')) {
    box.checked = ticked.some(([name, value]) => name === box.name && value === box.value);
  }
  for (const fields of criteria) {
    const controls = [...add().querySelectorAll(OF_CRITERION)];
    for (const [key, value, checked] of fields) {
      const found = controls.find((one) => one.dataset.key === key && (one.type !== 'checkbox' || one.value === value));
      if (found?.type === 'checkbox') found.checked = checked === true;
      else if (found) found.value = value;
    }
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {() => HTMLElement} add makes an empty criterion
 * @returns {{restored: boolean, state: () => 'nothing'|'kept'|'refused', keep: () => void, forget: () => void}}
 */
export function keeping(form, add) {
  let state = 'nothing';
  let restored = false;
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (found) {
      restore(found, form, add);
      restored = true;
      state = 'kept';
    }
  } catch {
    // Storage is refused, or what stands there is not ours: the form begins empty.
  }
  return {
    restored,
    state: () => state,
    keep() {
      try {
        localStorage.setItem(KEY, JSON.stringify(written(form)));
        state = 'kept';
      } catch {
        state = 'refused';
      }
    },
    forget() {
      try {
        localStorage.removeItem(KEY);
      } catch {
        // Nothing was kept.
      }
      state = 'nothing';
    },
  };
}
