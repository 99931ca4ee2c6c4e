const MOST = 60;

/** `name` as a lower-case ASCII id: `Äitien tupa` gives `aitien-tupa`. @param {string} name */
export function slug(name) {
  const plain = name.toLowerCase().normalize('NFKD').replace(/[^\x00-\x7f]/g, '');
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  while (words.join('-').length > MOST && words.length > 1) words.pop();
  return words.join('-').slice(0, MOST);
}

/** `wanted`, or with a number after it where it is among `taken`. */
export function free(wanted, taken) {
  let [found, number] = [wanted, 2];
  while (taken.includes(found)) {
    found = `${wanted}-${number}`;
    number += 1;
  }
  return found;
}
