/**
 * The facets of all practices as columns, and counting in them. Pure: no document, no network.
 * Within a facet values are joined by "or", between facets by "and".
 */

// The build writes a value as one character, from here on (browse/facet.py).
const FIRST_CHARACTER = 0x100;

/** @typedef {{name: string, label: string, values: [string, string][], of: string}} Column */

export class Columns {
  /** @param {{count: number, facets: Column[], sort: Record<string, number[]>, ended: number[]}} data */
  constructor(data) {
    this.count = data.count;
    this.facets = data.facets;
    this.sorts = data.sort;
    this.ended = new Uint8Array(data.count);
    for (const doc of data.ended) this.ended[doc] = 1;
    /** For each facet, the values of each practice as small numbers. */
    this.held = new Map(data.facets.map(({ name, of }) => [
      name,
      of.split(';').map((row) => Uint16Array.from(row, (c) => c.codePointAt(0) - FIRST_CHARACTER)),
    ]));
  }

  /**
   * Which practices satisfy the query and every facet, and how many each option would show.
   * @param {Uint8Array|null} matched  1 for each practice the query finds; null without a query
   * @param {Map<string, Set<string>>} chosen
   * @returns {{docs: number[], counts: Map<string, Uint32Array>}}
   */
  filter(matched, chosen) {
    const failed = new Uint8Array(this.count);
    const failing = new Map();
    for (const facet of this.facets) {
      const values = chosen.get(facet.name);
      if (!values) continue;
      const wanted = Uint8Array.from(facet.values, ([value]) => (values.has(value) ? 1 : 0));
      const fails = new Uint8Array(this.count);
      this.held.get(facet.name).forEach((row, doc) => {
        if (!row.some((value) => wanted[value])) {
          fails[doc] = 1;
          failed[doc] += 1;
        }
      });
      failing.set(facet.name, fails);
    }
    const docs = [];
    const counts = new Map(this.facets.map(({ name, values }) => [name, new Uint32Array(values.length)]));
    for (let doc = 0; doc < this.count; doc += 1) {
      if ((matched && !matched[doc]) || failed[doc] > 1) continue;
      if (!failed[doc]) docs.push(doc);
      for (const { name } of this.facets) {
        // An option counts what it would show: its own facet does not stand against it.
        if (failed[doc] && !failing.get(name)?.[doc]) continue;
        const count = counts.get(name);
        for (const value of this.held.get(name)[doc]) count[value] += 1;
      }
    }
    return { docs, counts };
  }

  /**
   * Sort `docs` in place: practices that have ended after the others, then by `sort`, then by title.
   * @param {number[]} docs @param {string} sort @param {Float64Array|null} score  of each practice
   */
  order(docs, sort, score) {
    const { title, newest, evidence, place } = this.sorts;
    const by = {
      relevance: score && ((a, b) => score[b] - score[a]),
      newest: (a, b) => newest[b] - newest[a],
      evidence: (a, b) => evidence[b] - evidence[a],
      place: (a, b) => place[a] - place[b],
    }[sort];
    return docs.sort((a, b) => this.ended[a] - this.ended[b] || by?.(a, b) || title[a] - title[b]);
  }
}
