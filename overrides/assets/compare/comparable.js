/**
 * Whether two outcomes of the same indicator may be put side by side as numbers: the rule of
 * derive/comparability.py, on the values that the build wrote out.
 * @typedef {{unit: string|null, population: string|null, lengths: [string, number][]|null}} Measured
 * @param {Measured} one @param {Measured} other
 * @returns {string[]}  why not; empty when comparable
 */
export function reasonsAgainst(one, other) {
  const reasons = [];
  if (!one.unit || !other.unit) reasons.push('no-number');
  else if (one.unit !== other.unit) reasons.push('unit');
  if (!one.population || !other.population) reasons.push('population-unknown');
  else if (one.population !== other.population) reasons.push('population');
  if (!one.lengths || !other.lengths) reasons.push('period-unknown');
  else if (String(one.lengths) !== String(other.lengths)) reasons.push('period');
  return reasons;
}
