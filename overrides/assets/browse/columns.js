/**
 * The facets of all practices as columns, and counting in them. Pure: no document, no network.
 * Within a facet values are joined by "or", between facets by "and". Facets of what a practice has
 * several of, as outcomes, must meet in one of them: see parts.js.
 */
import { Parts } from './parts.js';

// The build writes a value as one character, from here on (browse/facet.py).
const FIRST_CHARACTER = 0x100;
// What a practice known by name only stands behind others by, where they are about as relevant.
const STUB = 'stub', NEAR_TIE = 1 / 32768;

/** @typedef {{name: string, label: string, values: [string, string][], of: string, each?: string}} Column */

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
    this.parts = new Map();
    for (const each of new Set(data.facets.map((facet) => facet.each).filter(Boolean))) {
      const names = data.facets.filter((facet) => facet.each === each).map(({ name }) => name);
      const parts = new Parts(names, names.map((name) => this.held.get(name)));
      this.parts.set(each, parts);
      names.forEach((name, n) => this.held.set(name, parts.whole[n]));
    }
    this.stubs = this.having('completeness', STUB);
  }

  /**
   * Which practices have a value of a facet.
   * @param {string} name @param {string} value
   * @returns {Uint8Array}  1 for each that has it
   */
  having(name, value) {
    const number = this.facets.find((facet) => facet.name === name)?.values.findIndex(([known]) => known === value) ?? -1;
    return Uint8Array.from({ length: this.count }, (_, doc) => (number >= 0 && this.held.get(name)[doc].includes(number) ? 1 : 0));
  }

  /**
   * Which practices satisfy the query and every facet, and how many each option would show.
   * @param {Uint8Array|null} matched  1 for each practice the query finds; null without a query
   * @param {Map<string, Set<string>>} chosen
   * @returns {{docs: number[], counts: Map<string, Uint32Array>}}
   */
  filter(matched, chosen) {
    const failed = new Uint8Array(this.count), failing = new Map(), meeting = new Map();
    const test = (unit, passes) => {
      const fails = new Uint8Array(this.count);
      for (let doc = 0; doc < this.count; doc += 1) {
        if (passes(doc)) continue;
        fails[doc] = 1;
        failed[doc] += 1;
      }
      failing.set(unit, fails);
    };
    for (const facet of this.facets) {
      const values = chosen.get(facet.name);
      if (!values || facet.each) continue;
      const wanted = wantedOf(facet, values), held = this.held.get(facet.name);
      test(facet.name, (doc) => held[doc].some((value) => wanted[value]));
    }
    for (const [each, parts] of this.parts) {
      const wanted = parts.names.map((name) => (chosen.has(name)
        ? wantedOf(this.facets.find((facet) => facet.name === name), chosen.get(name)) : null));
      if (!wanted.some(Boolean)) continue;
      const meet = parts.meeting(wanted);
      meeting.set(each, meet);
      test(each, meet.passes);
    }
    const docs = [];
    const counts = new Map(this.facets.map(({ name, values }) => [name, new Uint32Array(values.length)]));
    for (let doc = 0; doc < this.count; doc += 1) {
      if ((matched && !matched[doc]) || failed[doc] > 1) continue;
      if (!failed[doc]) docs.push(doc);
      for (const { name, each } of this.facets) {
        // An option counts what it would show: its own facet does not stand against it.
        if (failed[doc] && !failing.get(each ?? name)?.[doc]) continue;
        const count = counts.get(name), meet = meeting.get(each);
        if (meet) meet.tally(name, doc, count);
        else for (const value of this.held.get(name)[doc]) count[value] += 1;
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
    const relevance = (doc) => score[doc] - NEAR_TIE * this.stubs[doc];
    const by = {
      relevance: score && ((a, b) => relevance(b) - relevance(a)),
      newest: (a, b) => newest[b] - newest[a],
      evidence: (a, b) => evidence[b] - evidence[a],
      place: (a, b) => place[a] - place[b],
    }[sort];
    return docs.sort((a, b) => this.ended[a] - this.ended[b] || by?.(a, b) || title[a] - title[b]);
  }
}

/** 1 for each of the facet's values that is chosen. */
function wantedOf(facet, values) {
  return Uint8Array.from(facet.values, ([value]) => (values.has(value) ? 1 : 0));
}
