/**
 * The choice of language: the search, the filters and the place on the page go along.
 * @param {HTMLElement} nav
 */
export function languages(nav) {
  const plain = new Map([...nav.querySelectorAll('a')].map((link) => [link, link.getAttribute('href')]));
  const carry = () => {
    for (const [link, href] of plain) link.setAttribute('href', href + location.search + location.hash);
  };
  // The address changes without a load, so it is read when somebody is about to follow a link.
  for (const event of ['pointerover', 'pointerdown', 'focusin', 'click']) {
    nav.addEventListener(event, carry, { capture: true });
  }
}
