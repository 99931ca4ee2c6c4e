/**
 * Keeps the box at the side in sight while the page is scrolled: where it is higher than the
 * window its end stays, so that all of it can be read without a scroll bar of its own.
 * @param {HTMLElement} box
 */
export function glance(box) {
  new ResizeObserver(() => box.style.setProperty('--height', `${box.offsetHeight}px`)).observe(box);
  box.classList.add('is-kept');
}
