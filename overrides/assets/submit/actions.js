/** Buttons of the form that are not a part of any field. */
import { el } from '../browse/dom.js';

/** @param {string} label @param {() => void} run @param {string} kind  its class */
export function act(label, run, kind = 'action action--main') {
  const button = el('button', { type: 'button', class: kind }, label);
  button.addEventListener('click', run);
  return button;
}

/** A button that deletes what is kept, after asking again. @param {import('../messages.js').Translate} t @param {() => void} forget */
export function deletion(t, forget) {
  const sure = el('span', { class: 'actions', hidden: true });
  const first = act(t('submit-delete'), () => {
    sure.hidden = false;
    first.hidden = true;
    sure.querySelector('button').focus();
  }, 'quiet');
  sure.append(act(t('submit-delete-sure'), forget, 'action'), act(t('submit-delete-keep'), () => {
    sure.hidden = true;
    first.hidden = false;
    first.focus();
  }, 'quiet'));
  return [first, sure];
}
