/**
 * Copies text. Where the browser gives no clipboard (a page served over plain http) or refuses it,
 * the old way is tried, and at last the text is left selected for the reader to copy.
 * @param {HTMLElement} element shows the text: a field, or any other element
 * @returns {Promise<boolean>} whether the text is on the clipboard
 */
export async function copied(element) {
  const field = 'select' in element;
  const text = field ? element.value : element.textContent.trim();
  const written = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  if (written) return true;
  const before = document.activeElement;
  // What is folded away cannot be selected.
  const folded = element.closest('details:not([open])');
  if (folded) folded.open = true;
  if (field) element.focus();
  if (field) element.select();
  else getSelection().selectAllChildren(element);
  const done = document.execCommand('copy');
  if (done && folded) folded.open = false;
  if (done) before?.focus();
  return done;
}
