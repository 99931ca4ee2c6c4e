/**
 * Copies the text of the element that `data-copies` names. Where the browser gives no clipboard
 * (a page served over plain http), the text is selected for the reader to copy.
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
    const written = await navigator.clipboard?.writeText(text.textContent.trim())
      .then(() => true, () => false);
    if (!written) getSelection().selectAllChildren(text);
    said.textContent = written ? button.dataset.done : button.dataset.select;
  });
}
