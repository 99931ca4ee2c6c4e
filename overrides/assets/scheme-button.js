/**
 * Switches between light and dark and remembers the choice in this browser.
 * @param {HTMLButtonElement} button
 */
export function scheme(button) {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.scheme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.hidden = false;
  show();
  dark.addEventListener('change', show);
  button.addEventListener('click', () => {
    root.dataset.scheme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('ulkoasu', root.dataset.scheme);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
    show();
  });
}
