/**
 * What this browser keeps for this site: other sites of the same host see the same storage, and
 * may well be catalogues made by the same program.
 */
const PLACE = new URL('../../', import.meta.url).pathname;

/** The key of `name` for the site at `place`, its path on the host. @param {string} name @param {string} [place] @returns {string} */
export const ownKey = (name, place = PLACE) => (place === '/' ? name : place + name);
