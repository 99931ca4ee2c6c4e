/**
 * Says at each field of a form what is wrong in it. What is asked of a field is in its HTML
 * (`required`) or set by a script (`setCustomValidity`); the browser's own bubbles speak the
 * browser's language, go away by themselves and show one fault at a time.
 */
import { pressing } from '../pressing.js';

let made = 0;

/**
 * @param {HTMLFormElement} form
 * @param {(control: HTMLInputElement|HTMLSelectElement) => string} missing what to say of an empty one
 */
export function formFaults(form, missing) {
  form.noValidate = true;

  function faultOf(control) {
    if (control.required && !control.value.trim()) return missing(control);
    return control.validity?.customError ? control.validationMessage : '';
  }

  /** @returns {boolean} whether something is wrong */
  function show(control) {
    const text = faultOf(control);
    const said = placeOf(control, Boolean(text));
    if (said) said.textContent = text;
    if (text) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    return Boolean(text);
  }

  const left = [];
  const tell = () => left.splice(0).forEach((control) => control.value.trim() && show(control));
  const pressed = pressing(tell);
  form.addEventListener('change', ({ target }) => {
    left.push(target);
    if (!pressed()) tell();
  });
  // What is typed in one field may mend another, such as one that says the same.
  const again = () => {
    for (const control of form.elements) if (control.ariaInvalid) show(control);
  };
  form.addEventListener('input', again);
  return {
    again,
    /** @returns {HTMLElement[]} the controls in which something is wrong; each now says what */
    shown: () => [...form.elements].filter((control) => control.willValidate && show(control)),
  };
}

/** Where a control's fault is said; made when it is needed for the first time. */
function placeOf(control, needed) {
  const field = control.closest('.round-form__field');
  const known = field?.querySelector('.round-form__fault');
  if (known || !needed || !field) return known;
  made += 1;
  const said = document.createElement('span');
  said.className = 'round-form__fault';
  said.id = `virhe-${made}`;
  // Within a label it would become a part of the field's name.
  if (control.closest('label')) field.append(said);
  else control.before(said);
  const described = [control.getAttribute('aria-describedby'), said.id].filter(Boolean);
  control.setAttribute('aria-describedby', described.join(' '));
  return said;
}
