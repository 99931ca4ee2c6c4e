/**
 * Facets of what a practice has several of: an outcome has an indicator, a result and a level of
 * evidence, an award a round and a role. What is chosen must meet in one of them. Pure.
 */

// The facet that tells the best of the outcomes that are meant: of all, until others are chosen.
const BEST = 'evidence';
const NOTHING = 0xffff, NONE = -1, SEVERAL = -2;

export class Parts {
  /**
   * @param {string[]} names  of the facets
   * @param {Uint16Array[][]} rows  of each facet, for each practice the value of each part
   */
  constructor(names, rows) {
    const longest = (_, doc) => Math.max(...rows.map((row) => row[doc].length));
    this.names = names;
    this.best = names.indexOf(BEST);
    /** Where the parts of each practice begin among all parts, and where the last one's end. */
    this.starts = Uint32Array.from({ length: rows[0].length + 1 });
    rows[0].map(longest).forEach((parts, doc) => { this.starts[doc + 1] = this.starts[doc] + parts; });
    /** Of each facet, the value of every part. */
    this.values = rows.map((row) => {
      const flat = new Uint16Array(this.starts[row.length]).fill(NOTHING);
      row.forEach((values, doc) => flat.set(values, this.starts[doc]));
      return flat;
    });
    this.level = this.best < 0 ? new Uint16Array(this.starts.at(-1)) : this.values[this.best];
    /** Of each facet, the values of each practice as a whole. */
    this.whole = rows.map((row, n) => row.map((values) =>
      (values.length < 2 ? values : Uint16Array.from(n === this.best ? [Math.max(...values)] : new Set(values)))));
  }

  /**
   * @param {(Uint8Array|null)[]} wanted  of each facet, 1 for each value that is chosen; null where none is
   */
  meeting(wanted) {
    const { starts, values, level, best, names } = this, levels = wanted[best] ?? null;
    const choosing = [...wanted.keys()].filter((n) => wanted[n] && n !== best);
    // Of each part, the facet that alone stands against it.
    const against = new Int8Array(level.length).fill(NONE);
    for (const n of choosing) {
      const chosen = wanted[n], own = values[n];
      for (let part = 0; part < own.length; part += 1) {
        if (!chosen[own[part]]) against[part] = against[part] === NONE ? n : SEVERAL;
      }
    }
    /** The best level of the parts that fit, or NONE. */
    const most = (doc) => {
      let found = NONE;
      for (let part = starts[doc]; part < starts[doc + 1]; part += 1) {
        if (against[part] === NONE && level[part] > found) found = level[part];
      }
      return found;
    };
    const passes = (doc) => {
      const found = most(doc);
      return found !== NONE && (!levels || levels[found] === 1);
    };
    /** Adds to `count` the values of a facet that would show the practice, as the others are chosen. */
    const tally = (name, doc, count) => {
      const n = names.indexOf(name);
      if (n === best) {
        const found = most(doc);
        if (found !== NONE) count[found] += 1;
        return;
      }
      const own = values[n], end = starts[doc + 1];
      const fits = (part) => own[part] !== NOTHING && (against[part] === NONE || against[part] === n);
      parts: for (let part = starts[doc]; part < end; part += 1) {
        if (!fits(part) || (levels && !levels[level[part]])) continue;
        // Of the parts with a value the best one counts, and the practice once.
        for (let other = starts[doc]; other < end; other += 1) {
          if (own[other] !== own[part] || other === part || !fits(other)) continue;
          if (level[other] > level[part] || (level[other] === level[part] && other < part)) continue parts;
        }
        count[own[part]] += 1;
      }
    };
    return { passes, tally };
  }
}
