/**
 * `/` moves to the search field from anywhere but a field.
 * @param {HTMLInputElement} input
 */
export function searchShortcut(input) {
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
