/**
 * Make an element. Texts become text nodes, never HTML.
 * @param {string} tag
 * @param {Record<string, string|number|boolean|null|undefined>} attributes  true: present; null, false: absent
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child || child === 0));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * The little steps that show an evidence level; the words beside it say the same.
 * @param {number} level
 */
export function evidenceSteps(level) {
  const svg = document.createElementNS(SVG, 'svg');
  const set = (element, values) => {
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    return element;
  };
  set(svg, { class: 'evidence__steps', viewBox: '0 0 34 12', width: 34, height: 12, 'aria-hidden': 'true' });
  for (let step = 1; step <= 5; step += 1) {
    svg.append(set(document.createElementNS(SVG, 'rect'), {
      x: (step - 1) * 7, y: 10 - 2 * step, width: 5, height: 2 + 2 * step, class: step <= level ? 'on' : 'off',
    }));
  }
  return svg;
}
