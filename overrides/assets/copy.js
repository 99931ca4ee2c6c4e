import { copied } from './clipboard.js';

/**
 * Copies the text of the element that `data-copies` names, or leaves it selected, and says which.
 * @param {HTMLButtonElement} button
 */
export function copy(button) {
  const text = document.getElementById(button.dataset.copies);
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  said.className = 'cite__said';
  button.hidden = false;
  button.addEventListener('click', async () => {
    // It must stand there before it speaks, and no sooner than it is needed.
    if (!said.isConnected) button.after(' ', said);
    said.textContent = (await copied(text)) ? button.dataset.done : button.dataset.select;
  });
}
