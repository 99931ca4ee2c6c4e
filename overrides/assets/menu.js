/**
 * The menu of narrow screens: a button that opens the main navigation. Without scripts the
 * navigation is always open and the button hidden.
 * @param {HTMLButtonElement} button
 */
export function menu(button) {
  const target = document.getElementById(button.getAttribute('aria-controls'));
  const set = (open) => {
    button.setAttribute('aria-expanded', String(open));
    target.classList.toggle('is-closed', !open);
  };
  button.hidden = false;
  set(false);
  button.addEventListener('click', () => set(button.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') {
      set(false);
      button.focus();
    }
  });
}
