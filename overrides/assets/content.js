/**
 * The part of the document that is the page's own, also inside another engine's theme.
 * @returns {HTMLElement}
 */
export const content = () => document.querySelector('.catalogue-main') ?? document.querySelector('main');
