/**
 * The statistics of a jury. Pure: numbers in, numbers out; what is not known is null, never zero.
 */

/** Sums of fractions differ in their last bits; what is closer than this is the same. */
const GRAIN = 1e9;

/** @param {number} value @returns {number} a value that equal results share */
const grain = (value) => Math.round(value * GRAIN) / GRAIN;

/** With how many decimals numbers are shown at least, and at most. */
const [FEWEST, MOST] = [2, 6];

/**
 * How many decimals show apart what is apart: two that look the same must not have two ranks.
 * @param {(number|null)[]} values
 * @returns {number}
 */
export function decimalsApart(values) {
  const sorted = [...new Set(values.filter((value) => value !== null).map(grain))].sort((a, b) => a - b);
  let decimals = FEWEST;
  const alike = (value, at) => at > 0 && value.toFixed(decimals) === sorted[at - 1].toFixed(decimals);
  while (decimals < MOST && sorted.some(alike)) decimals += 1;
  return decimals;
}

/** @param {number[]} values @returns {number|null} the arithmetic mean */
export function mean(values) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** @param {number[]} values @returns {number|null} the middle value, or the mean of the two */
export function median(values) {
  if (!values.length) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The sample standard deviation (divisor n − 1), since jurors are a sample of possible jurors.
 * @param {number[]} values
 * @returns {number|null} null for fewer than two values
 */
export function deviation(values) {
  if (values.length < 2) return null;
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}

/**
 * Ranks as a jury reads them: the greatest value is first, equals share a rank and the next rank
 * is skipped (1, 2, 2, 4). A null has no rank.
 * @param {(number|null)[]} values
 * @returns {{rank: number|null, shared: boolean}[]} in the order of `values`
 */
export function sharedRanks(values) {
  const { above, equal } = counted(values);
  return values.map((value) => {
    if (value === null) return { rank: null, shared: false };
    return { rank: above.get(grain(value)) + 1, shared: equal.get(grain(value)) > 1 };
  });
}

/**
 * Ranks as rank statistics need them: equals get the mean of the ranks that they fill together.
 * @param {number[]} values
 * @returns {number[]} 1 for the greatest
 */
export function averageRanks(values) {
  const { above, equal } = counted(values);
  return values.map((value) => above.get(grain(value)) + (equal.get(grain(value)) + 1) / 2);
}

/**
 * Kendall's coefficient of concordance W, corrected for ties:
 * W = 12 S / (m² (n³ − n) − m Σ T), where S is the sum of squared deviations of the rank sums from
 * their mean, and T of a juror is Σ (t³ − t) over the groups of t equal values
 * (Kendall & Babington Smith 1939; Siegel & Castellan 1988, section 9.4).
 * @param {number[][]} rows for each juror the values given to the same items
 * @returns {number|null} 0–1; null for fewer than two jurors or items, or when nobody tells any
 *   item from another
 */
export function kendallW(rows) {
  const [m, n] = [rows.length, rows[0]?.length ?? 0];
  if (m < 2 || n < 2) return null;
  const ranks = rows.map(averageRanks);
  const sums = ranks[0].map((_, item) => ranks.reduce((sum, row) => sum + row[item], 0));
  const middle = (m * (n + 1)) / 2;
  const squares = sums.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const ties = rows.reduce((sum, row) => {
    const groups = [...counted(row).equal.values()];
    return sum + groups.reduce((all, t) => all + t ** 3 - t, 0);
  }, 0);
  const whole = m * m * (n ** 3 - n) - m * ties;
  return whole === 0 ? null : (12 * squares) / whole;
}

/**
 * Spearman's rank correlation: that of Pearson over the ranks, which holds with ties too
 * (Spearman 1904; Siegel & Castellan 1988, section 9.3).
 * @param {number[]} one @param {number[]} other the values given to the same items
 * @returns {number|null} −1–1; null for fewer than two items, or when either tells none apart
 */
export function spearman(one, other) {
  if (one.length < 2) return null;
  const [x, y] = [one, other].map(averageRanks);
  const middle = (one.length + 1) / 2;
  const sum = (a, b) => a.reduce((all, value, at) => all + (value - middle) * (b[at] - middle), 0);
  const whole = Math.sqrt(sum(x, x) * sum(y, y));
  return whole === 0 ? null : sum(x, y) / whole;
}

/**
 * How alike the jurors' orders are two by two, each pair over the items that both have valued:
 * the mean of Spearman's correlations. Over complete rankings without ties it says the same as W,
 * (m W − 1) / (m − 1) (Kendall & Babington Smith 1939; Siegel & Castellan 1988, section 9.4).
 * @param {(number|null)[][]} rows for each juror the values of the same items, null for none
 * @returns {{mean: number|null, w: number|null, pairs: number, of: number, least: number,
 *   most: number}} the mean, the W that it would be, how many pairs could be compared of how many,
 *   and the fewest and the most items that such a pair shares
 */
export function pairwise(rows) {
  const found = [];
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1)) {
      const shared = one.map((_, item) => item).filter((item) => one[item] !== null && other[item] !== null);
      const of = (row) => shared.map((item) => row[item]);
      found.push({ shared: shared.length, rho: spearman(of(one), of(other)) });
    }
  }
  const known = found.filter(({ rho }) => rho !== null);
  const middle = mean(known.map(({ rho }) => rho));
  const counts = known.map(({ shared }) => shared);
  const m = rows.length;
  return {
    mean: middle,
    w: middle === null ? null : Math.max(0, (middle * (m - 1) + 1) / m),
    pairs: known.length,
    of: found.length,
    least: known.length ? Math.min(...counts) : 0,
    most: known.length ? Math.max(...counts) : 0,
  };
}

/**
 * How W is said in words. Schmidt (1997, Decision Sciences 28:3, table 2) calls 0.1 very weak,
 * 0.3 weak, 0.5 moderate, 0.7 strong and 0.9 unusually strong agreement; the bounds lie halfway.
 * @param {number} w
 * @returns {'very-weak'|'weak'|'moderate'|'strong'|'very-strong'}
 */
export function agreementWord(w) {
  const words = ['very-weak', 'weak', 'moderate', 'strong', 'very-strong'];
  return words[[0.2, 0.4, 0.6, 0.8].filter((bound) => grain(w) >= bound).length];
}

/** How many values lie above each value, and how many equal it. */
function counted(values) {
  const equal = new Map();
  for (const value of values) {
    if (value !== null) equal.set(grain(value), (equal.get(grain(value)) ?? 0) + 1);
  }
  const above = new Map();
  let seen = 0;
  for (const value of [...equal.keys()].sort((a, b) => b - a)) {
    above.set(value, seen);
    seen += equal.get(value);
  }
  return { above, equal };
}
