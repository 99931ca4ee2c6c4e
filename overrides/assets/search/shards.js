// The files of an index, fetched when needed and kept.

/** Diacritics dropped: the order of the index, and the measure of typos. */
export const fold = (word) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** @typedef {{links: string[], postings: string, synonyms: string, unknown: boolean, folded: string}} Entry */

/** [word, columns] of each line, which starts with how many letters are those of the line above. */
function* lines(text) {
  let word = '';
  for (const line of text.split('\n')) {
    const [letters, ...rest] = line.split('\t');
    word = word.slice(0, parseInt(letters[0], 36)) + letters.slice(1);
    yield [word, rest];
  }
}

/** "1n" on lapset → lapsen: strip one letter, add the rest. */
export const edited = (word, edit) => word.slice(0, word.length - parseInt(edit[0], 36)) + edit.slice(1);

/** Documents and impacts of a list: base-36 steps, each closed by its impact A–P; Q–Z is 7–16 in a title. */
export function listOf(entry, name) {
  const read = name + 'Read', docs = [], impacts = [], titles = [];
  if (entry[read]) return entry[read];
  let doc = -1, step = 0;
  for (const char of (entry[name] ?? '').replace('*', '')) {
    if (char < 'A' || char > 'Z') step = step * 36 + parseInt(char, 36);
    else {
      const titled = char > 'P';
      docs.push((doc += step || 1));
      impacts.push(char.charCodeAt(0) - (titled ? 74 : 64));
      titles.push(titled);
      step = 0;
    }
  }
  return (entry[read] = [docs, impacts, titles]);
}

export class Shards {
  constructor(load, meta) {
    this.load = load;
    this.meta = meta;
    this.kept = new Map();
  }

  /** A file, read once; after a failure, fetched anew. */
  file(name, read) {
    if (!this.kept.has(name)) {
      const file = this.load(`${this.meta.folder}/${name}`).then(read);
      file.catch(() => this.kept.delete(name));
      this.kept.set(name, file);
    }
    return this.kept.get(name);
  }

  /** Number of the file a folded word is in. */
  place(word, bounds = this.meta.bounds) {
    let low = 0, high = bounds.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (bounds[middle] <= word) low = middle;
      else high = middle;
    }
    return low;
  }

  /** @returns {Promise<Map<string, Entry>>} */
  shard(number) {
    return this.file(`s${number}.txt`, (text) => {
      const entries = new Map();
      for (const [word, [links, postings = '', flag, synonyms = '']] of lines(text)) {
        entries.set(word, {
          links: links ? links.split(' ') : [], postings, synonyms, unknown: flag === 'u', folded: fold(word),
        });
      }
      return entries;
    });
  }

  /** The file of a word. */
  around(word) {
    return this.shard(this.place(fold(word)));
  }

  async entry(word) {
    return (await this.around(word)).get(word);
  }

  /** The [word, entry] pairs of a few files that start so. */
  async starting(prefix) {
    const start = fold(prefix), first = this.place(start), found = [];
    for (let n = first; n < first + 3; n++) {
      if (n > first && !this.meta.bounds[n]?.startsWith(start)) break;
      for (const pair of await this.shard(n)) {
        if (pair[1].folded.startsWith(start) && !pair[0].includes(' ')) found.push(pair);
      }
    }
    return found;
  }

  /** The groups of synonyms a term is in: of each the terms that texts hold. */
  async groupsOf(term) {
    const groups = await this.file('y.json', JSON.parse);
    return groups.filter((group) => group[0].includes(term)).map(([, held]) => held);
  }

  /** [name, how many practices have it] of the names that start so, as people write them. */
  async names(prefix) {
    const start = fold(prefix), first = this.place(start, this.meta.names), found = [];
    for (let n = first; n < first + 3; n++) {
      if (n > first && !this.meta.names[n]?.startsWith(start)) break;
      const names = await this.file(`p${n}.txt`, (text) =>
        Array.from(text ? lines(text) : [], ([name, [count]]) => [name, +count, fold(name.toLocaleLowerCase('fi'))]));
      found.push(...names.filter(([, , folded]) => folded.startsWith(start)));
    }
    return found;
  }

  /** [word, folded] of all words so many files from a word. */
  async near(word, ...offsets) {
    const here = this.place(fold(word)), numbers = offsets.map((offset) => here + offset);
    const files = await Promise.all(numbers.filter((n) => n in this.meta.bounds).map((n) => this.shard(n)));
    return files.flatMap((entries) => Array.from(entries, ([word, { folded }]) => [word, folded]));
  }

  /** [key, folded] of keys about as long, with its first letter or (from a dozen files) any. */
  async keysNear(word, slack, anyLetter) {
    const { vocabulary } = this.meta, numbers = new Set();
    const digit = (length) => Math.max(1, Math.min(35, length)).toString(36);
    for (const letter of anyLetter ? new Set(vocabulary.map((bound) => bound[0])) : word[0]) {
      const last = this.place(letter + digit(word.length + slack) + '\uffff', vocabulary);
      for (let n = this.place(letter + digit(word.length - slack), vocabulary); n <= last; n++) numbers.add(n);
    }
    const files = [...numbers].slice(0, 12).map((n) =>
      this.file(`v${n}.txt`, (text) => Array.from(lines(text), ([key]) => [key, fold(key)])));
    return (await Promise.all(files)).flat();
  }

  /** [base form, score] by the suffix rules, best first. */
  async baseForms(word) {
    const number = this.meta.rules.indexOf(word.slice(-2)), scores = new Map();
    if (number < 0) return [];
    const rules = await this.file(`r${number}.json`, JSON.parse);
    for (let length = Math.min(8, word.length); length > 1 && scores.size < 16; length--) {
      for (const rule of rules[word.slice(-length)]?.split(' ') ?? []) {
        const [edit, share] = rule.split(':'), base = edited(word, edit);
        if (word.length - +edit[0] > 1 && !scores.has(base)) scores.set(base, (+share + 1) * (1 + length));
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]).slice(0, 12);
  }
}
