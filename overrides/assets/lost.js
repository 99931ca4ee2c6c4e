/**
 * Puts the words of an address that leads nowhere into the search field.
 * @param {HTMLFormElement} form
 */
export function lost(form) {
  const words = wordsOf(location.pathname);
  if (!words) return;
  form.elements.q.value = words;
  form.querySelector('[data-guess]').hidden = false;
}

/**
 * The words of the last part of a path; nothing where it is no word, as in `index.html`.
 * @param {string} path
 * @returns {string}
 */
export function wordsOf(path) {
  const last = path.split('/').filter(Boolean).filter((part) => !/^(index|404)\b/.test(part)).pop();
  let text = last ?? '';
  try {
    text = decodeURIComponent(text);
  } catch {
    // What is no sound encoding is taken as it stands.
  }
  return text.replace(/\.(html?|md|php|aspx?)$/i, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().slice(0, 100);
}
