/**
 * Makes what is printed tell where it was read: the address, with what the reader chose, on every
 * sheet, and whole addresses in the notes. The build cannot know either before it is published.
 */
const ROOT = new URL('../../', import.meta.url).href;

export function printed() {
  // A file on the reader's own disk is no address for others.
  if (!location.protocol.startsWith('http')) return;
  const page = document.documentElement, said = page.dataset.source ?? '';
  const canonical = document.querySelector('link[rel="canonical"]')?.href;
  const bare = canonical ? said.replace(` – ${canonical}`, '') : said;
  window.addEventListener('beforeprint', () => {
    page.dataset.source = `${bare} – ${location.href.replace(/#.*/, '')}`;
    for (const note of document.querySelectorAll('.print-notes li')) {
      if (note.textContent.startsWith('/')) note.textContent = ROOT + note.textContent.slice(1);
    }
  });
}
