/** What stands where there is nothing to tell: a dash to see, and words to hear. */
import { el } from './browse/dom.js';

/** @param {string} words @returns {HTMLElement} */
export const nothing = (words) => el('span', { class: 'nothing' },
  el('span', { 'aria-hidden': 'true' }, '–'), el('span', { class: 'visually-hidden' }, words));

/** The text of `element`; where it has nothing to tell, the dash alone. @param {Element} element */
export const textSeen = (element) => (element.querySelector('.nothing > [aria-hidden]') ?? element).textContent;
