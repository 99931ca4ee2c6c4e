/**
 * The nearest allowed value to what somebody wrote: the measure of Python's difflib (Ratcliff and
 * Obershelp), so that both checks suggest the same.
 */
const CLOSE_ENOUGH = 0.7;
const SHOWN = 12;

/** @param {string} one @param {string} other @param {boolean} auto  leave out what is too common @returns {number} 0–1 */
export function ratio(one, other, auto = true) {
  const a = [...one];
  const b = [...other];
  const total = a.length + b.length;
  return total ? (2 * matches(a, b, places(b, auto), 0, a.length, 0, b.length)) / total : 1;
}

/** No pair is more alike than the letters that both have. @returns {number} */
export function quickRatio(one, other) {
  const left = new Map();
  for (const letter of other) left.set(letter, (left.get(letter) ?? 0) + 1);
  let both = 0;
  for (const letter of one) {
    const number = left.get(letter) ?? 0;
    left.set(letter, number - 1);
    if (number > 0) both += 1;
  }
  const total = [...one].length + [...other].length;
  return total ? (2 * both) / total : 1;
}

function places(b, auto) {
  const found = new Map();
  for (const [n, letter] of b.entries()) (found.get(letter) ?? found.set(letter, []).get(letter)).push(n);
  if (auto && b.length >= 200) {
    for (const [letter, at] of found) if (at.length > Math.floor(b.length / 100) + 1) found.delete(letter);
  }
  return found;
}

function matches(a, b, where, aFrom, aTo, bFrom, bTo) {
  let [bestA, bestB, size] = [aFrom, bFrom, 0];
  let before = new Map();
  for (let i = aFrom; i < aTo; i += 1) {
    const now = new Map();
    for (const j of where.get(a[i]) ?? []) {
      if (j >= bTo) break;
      if (j < bFrom) continue;
      const run = (before.get(j - 1) ?? 0) + 1;
      now.set(j, run);
      if (run > size) [bestA, bestB, size] = [i - run + 1, j - run + 1, run];
    }
    before = now;
  }
  while (bestA > aFrom && bestB > bFrom && a[bestA - 1] === b[bestB - 1]) [bestA, bestB, size] = [bestA - 1, bestB - 1, size + 1];
  while (bestA + size < aTo && bestB + size < bTo && a[bestA + size] === b[bestB + size]) size += 1;
  if (!size) return 0;
  return size + matches(a, b, where, aFrom, bestA, bFrom, bestB)
    + matches(a, b, where, bestA + size, aTo, bestB + size, bTo);
}

/** Lower case without marks on letters: `Käytössä` gives `kaytossa`. @param {string} text */
export const folded = (text) => text.toLowerCase().normalize('NFKD').replace(/\p{Mn}/gu, '');

// What a name of a public body says beside whose it is.
const KIND_OF_BODY = /^(city|municipality) of | (kaupunki|kunta|hyvinvointialue|hva|stad|kommun|valfardsomrade|wellbeing services county)$/;
/** How a municipality, county or organisation looks to one who misspells: `Rauman kaupunki` is as near to `Rauma`. */
export const bodily = (text) => folded(text).replace(KIND_OF_BODY, '') || folded(text);

/** @param {string} found @param {Iterable<string>} allowed @param {(text: string) => string} look @returns {string|undefined} */
export function nearest(found, allowed, look = folded) {
  const plain = new Map();
  for (const name of [...allowed].reverse()) plain.set(look(name), name);
  const word = look(found);
  let best = [CLOSE_ENOUGH, ''];
  for (const name of plain.keys()) {
    if (quickRatio(name, word) < best[0]) continue;
    const score = ratio(name, word);
    if (score > best[0] || (score === best[0] && name > best[1])) best = [score, name];
  }
  return best[1] ? plain.get(best[1]) : undefined;
}

/** @param {string} found @param {Map<string, string>} names  names and ids to ids @param {(text: string) => string} look */
export function nearestNamed(found, names, look = folded) {
  const close = nearest(found, names.keys(), look);
  return close === undefined ? undefined : names.get(close);
}

/** A list to be read, cut where it grows long. @param {string[]} values */
export const listing = (values) => values.slice(0, SHOWN).join(', ') + (values.length > SHOWN ? ' …' : '');
