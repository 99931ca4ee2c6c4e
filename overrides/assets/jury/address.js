/**
 * The state of the view in the address: filters, a shared shortlist, the hand-out.
 */
const query = () => new URLSearchParams(location.search);

/** @param {string} name @returns {string} "" where the address does not say */
export const asked = (name) => query().get(name) ?? '';

/**
 * @param {Record<string, string>} values by name; "" takes the name away
 * @param {string} [fragment]
 * @returns {string} this page's address with `values`
 */
export function addressWith(values, fragment = '') {
  const next = query();
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  // A comma is allowed in a query, and a link with commas is one that people can read.
  const text = next.toString().replaceAll('%2C', ',');
  return location.pathname + (text ? `?${text}` : '') + (fragment || location.hash);
}

/** Note `values` in the address; with `step` the Back button returns from it. */
export function note(values, step = false, fragment = '') {
  if (step) history.pushState(null, '', addressWith(values, fragment));
  else history.replaceState(null, '', addressWith(values, fragment));
}
