/**
 * Leaves the language of an address that leads nowhere, and puts its words into the search field.
 * @param {HTMLElement} page  a part for each language, which tells where its pages begin
 */
export function lost(page) {
  const [own, ...others] = page.children;
  const chosen = others.find(({ dataset }) => location.pathname.startsWith(dataset.tree));
  if (chosen) only(chosen, page);
  const words = wordsOf(location.pathname.slice((chosen ?? own).dataset.tree.length));
  if (!words) return;
  for (const form of page.querySelectorAll('form')) {
    form.elements.q.value = words;
    form.querySelector('[data-guess]').hidden = false;
  }
}

/** The part alone, under the heading of the page. */
function only(chosen, page) {
  const heading = document.createElement('h1'), small = chosen.querySelector('h2');
  heading.textContent = small.textContent;
  small.replaceWith(heading);
  document.title = document.title.replace(page.querySelector('h1').textContent, heading.textContent);
  page.replaceChildren(chosen);
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
