// From a word of the query to keys of the index.
import { edited, fold } from './shards.js';

/**
 * @typedef {{word: string, keys: Map<string, number>, corrected: string|null, guessed: boolean, near: boolean, instead: string[], place: object|null}} Term
 *   near: nothing holds the word, and the keys are only like it or parts of it
 *   instead: for such a word, what was looked for in words that people write
 *   place: for such a word, the place it is the name of; nothing else is looked for then
 */
const LONG = 8, LEAST_GUESSED = 6, LEAST_STEM = 8, LONGEST_END = 4;
export const slackOf = (word) => (word.length < LONG ? 1 : 2);
const holds = (entry) => entry?.postings || entry?.synonyms;

/** The [key, weight] pairs a form of the index leads to. */
export async function leads(shards, form, weight) {
  const entry = await shards.entry(form);
  const keys = (entry?.links ?? []).map((link) => edited(form, link));
  return (holds(entry) ? [form, ...keys] : keys).map((key) => [key, weight]);
}

/** The same for an unseen form, by the rules that lead to keys. */
export async function ruled(shards, form, weight, most) {
  const found = [];
  let best = 0;
  for (const [base, score] of await shards.baseForms(form)) {
    if (!most || score < best / 3) break;
    if (!holds(await shards.entry(base))) continue;
    found.push(...(await leads(shards, base, weight)));
    best ||= score;
    most--;
  }
  return found;
}

/** Form → suffix rules → clitics → a place → prefix → typos → derivations → parts of a compound. @returns {Promise<Term>} */
export async function expand(shards, word, placeOf = async () => null) {
  const keys = new Map();
  const add = (pairs) => pairs.forEach(([key, weight]) => keys.get(key) >= weight || keys.set(key, weight));
  add(await leads(shards, word, 1));
  // A place that no practice names is no misspelling of a common word (Lahti and lähti).
  let place = keys.size ? null : await placeOf([word]);
  if (!keys.size && !place) add(await ruled(shards, word, 0.9, 3));
  if (!keys.size && !place && shards.meta.language === 'fi') {
    const forms = bareForms(word);
    for (const form of forms) add(await leads(shards, form, 0.9));
    if (!keys.size) for (const form of forms) add(await ruled(shards, form, 0.8, 1));
  }
  if (!keys.size) place ??= await placeOf((await shards.baseForms(word)).slice(0, 6).map(([base]) => base), word);
  if (place) return { word, keys, corrected: null, guessed: false, near: true, instead: [], place };
  const guessed = !keys.size;
  if (guessed && word.length > 2) {
    for (const [form] of await shards.starting(word)) {
      add(await leads(shards, form, 5 / (10 + form.length - word.length)));
    }
  }
  const near = !keys.size;
  // A rare unknown word may be a slip that stands in the texts as well.
  let doubtful = word.length > 3, corrected = null;
  for (const key of keys.keys()) {
    const { postings, synonyms, unknown } = (await shards.entry(key)) ?? {};
    if (synonyms || (postings && !unknown) || postings?.length > 40) doubtful = false;
  }
  if (doubtful) {
    const found = await similar(shards, word, keys.size ? 1 : slackOf(word));
    const forms = await unguessed(shards, found.map(({ form }) => form));
    // Another inflection of an unseen word is no correction to speak of.
    if (!keys.size) corrected = forms.find((form) => Math.abs(form.length - word.length) < 2) ?? null;
    if (!keys.size && !found.length) found.push(...(await derived(shards, word)));
    for (const { form, far, sure } of found) add(await leads(shards, form, (0.5 * sure) / (1 + far)));
  }
  let parts = null;
  for (let at = word.length - 3; !keys.size && word.length > 7 && at > 2; at--) {
    const rest = word.slice(at), start = await leads(shards, word.slice(0, at), 0.5);
    let end = start.length ? await leads(shards, rest, 0.6) : [];
    if (start.length && !end.length) end = await ruled(shards, rest, 0.6, 1);
    if (!end.length) continue;
    add([...start, ...end]);
    parts = [word.slice(0, at), rest];
  }
  const instead = near ? (parts ?? (await unguessed(shards, [...keys.keys()]))) : [];
  return { word, keys, corrected, guessed, near, instead, place };
}

/** Without the base forms that the index guessed for others of them: nobody need know those words. */
async function unguessed(shards, forms) {
  const guesses = new Set();
  for (const form of forms) {
    const { unknown, links } = (await shards.entry(form)) ?? {};
    if (unknown) links.forEach((link) => guesses.add(edited(form, link)));
  }
  return forms.filter((form) => !guesses.has(form));
}

/** The nearest forms and keys the word may be a misspelling of. */
async function similar(shards, word, slack) {
  const found = [];
  const compare = (target, max, sure, words) => {
    for (const [form, folded] of words) {
      let far = distance(target, folded, max);
      if (form === word || far > max) continue;
      // Short words are near many: one that begins otherwise, or is near a base form that is itself
      // a guess, is another word (väkivalta and väki, puuttua and muuttua).
      if (far && target.length < LONG && target[0] !== folded[0]) continue;
      if (sure < 1 && Math.min(target.length, form.length) < LEAST_GUESSED) continue;
      // Between equals the right dots win, then the first letter.
      if (distance(word, form, 9) > far) far += 0.1;
      if (word[0] !== form[0]) far += 0.05;
      found.push({ form, far: far + 1 - sure, sure });
    }
  };
  const close = () => found.some(({ far }) => far < 2);
  compare(fold(word), slack, 1, await shards.near(word, 0));
  if (!close()) compare(fold(word), slack, 1, await shards.near(word, -1, 1));
  // No form nearby: the word and its likely base forms against the keys.
  const bases = await shards.baseForms(word);
  for (const anyLetter of close() ? [] : [false, true]) {
    for (const [base, sure] of [[word, 1], ...bases.slice(0, 8).map(([base]) => [base, 0.8])]) {
      const target = fold(base), max = Math.min(slack, slackOf(base));
      if (base.length > 3) compare(target, max, sure, await shards.keysNear(target, max, anyLetter));
    }
    if (found.length) break;
  }
  const nearest = () => {
    found.sort((a, b) => a.far - b.far || (a.form < b.form ? -1 : 1));
    return found.filter(({ far }) => far <= found[0].far);
  };
  // A word of another language, known from the synonyms alone, was hardly meant.
  const native = await Promise.all(nearest().map(async (each) => !foreign(await shards.entry(each.form)) && each));
  return native.filter(Boolean).slice(0, 6);
}

const foreign = (entry) => entry?.unknown && !entry.postings;

/** Words that only their ends tell from this one: neuropsykiatria → neuropsykiatrinen. */
async function derived(shards, word) {
  for (let cut = 1; cut <= LONGEST_END && word.length - cut >= LEAST_STEM + cut; cut++) {
    const found = (await shards.starting(word.slice(0, -cut))).filter(([form, entry]) =>
      !foreign(entry) && form.length - word.length < LONGEST_END);
    const own = found.filter(([, entry]) => !entry.unknown), best = own.length ? own : found;
    if (best.length) return best.slice(0, 3).map(([form]) => ({ form, far: 1, sure: 1 }));
  }
  return [];
}

const rows = [0, 1, 2].map(() => new Uint8Array(64));

/** Damerau–Levenshtein, or some number above max. */
export function distance(a, b, max) {
  if (Math.abs(a.length - b.length) > max || b.length > 60) return max + 1;
  let [before, row, next] = rows;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    let least = (next[0] = i);
    for (let j = 1; j <= b.length; j++) {
      let d = row[j - 1] + (a[i - 1] !== b[j - 1]);
      if (row[j] < d) d = row[j] + 1;
      if (next[j - 1] < d) d = next[j - 1] + 1;
      if (i > 1 && before[j - 2] < d && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = before[j - 2] + 1;
      if ((next[j] = d) < least) least = d;
    }
    if (least > max) return max + 1;
    [before, row, next] = [row, next, before];
  }
  return row[b.length];
}

/** Without clitics and possessives: talossaankin → talossa. */
function bareForms(word, depth = 0, found = new Set()) {
  if (word.length < 5 || depth > 2) return found;
  const [, bare] = word.match(/^(.{3,})(?:kin|k[aä]{2}n|k[oö]s?|h[aä]n|p[aä]s?)$/) ?? [];
  const [, owned] = word.match(/^(.{3,})(?:[ns]i|ns[aä]|mme|nne)$/) ?? [];
  const [, theirs] = word.match(/^(.{2,}([aäe]))\2n$/) ?? [];
  if (bare) bareForms(bare, depth + 1, found.add(bare));
  if (owned) found.add(owned).add(owned + 'n').add(owned + 't');
  if (theirs) found.add(theirs);
  return found;
}
