// What both Node and Chromium run: `load(name)` gives the text of a file of the index.

/** Documents found by each query, by place. */
export async function answers(openIndex, load, queries) {
  const index = await openIndex(load), found = [];
  for (const query of queries) found.push((await index.search(query)).hits.map((hit) => hit.doc));
  return found;
}

/**
 * For each query, in an index just opened: the files read, milliseconds of the first search once
 * its files had arrived (they are still to be parsed), and of the same search again.
 */
export async function latencies(openIndex, load, queries) {
  const kept = new Map();
  const keep = async (name) => {
    if (!kept.has(name)) kept.set(name, await load(name));
    return kept.get(name);
  };
  const found = [];
  for (const query of queries) {
    const names = [];
    await (await openIndex((name) => (names.push(name), keep(name)))).search(query);
    const fresh = await openIndex(keep);
    let start = performance.now();
    await fresh.search(query);
    const first = performance.now() - start;
    start = performance.now();
    await fresh.search(query);
    found.push({ names, first, warm: performance.now() - start });
  }
  return found;
}
