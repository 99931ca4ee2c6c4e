/**
 * Whether a change that a source reports agrees with the two values beside it. Values and changes
 * are rounded as they are written. The same reckoning as `tools/catalogue/check/reported.py`.
 */
import { decimal, minus, sign, written } from './decimal.js';
import { textAt } from './value.js';

// Numbers have at most six decimals; half of the last, and a fifth of any, are whole with eight.
const PLACES = 8;
const HUNDRED = 100n * 10n ** BigInt(PLACES);
const ABOUT = 5n;
const FIGURES = ['baseline', 'follow_up'];

/**
 * The change that the values make, where the reported one cannot be it; null where they agree.
 * @param {object} outcome @param {string|undefined} unit  of the indicator @returns {string|null}
 */
export function disagreement(outcome, unit) {
  const [before, after] = FIGURES.map((key) => decimal(textAt(outcome, key, 'value')));
  const told = decimal(textAt(outcome, 'change_reported', 'value'));
  const of = textAt(outcome, 'change_reported', 'unit');
  if (!before || !after || !told || of === 'ratio') return null;
  const difference = minus(after, before);
  // Of a share in percent a change is in percentage points: nobody could tell which was meant.
  const relative = of === 'percent' && unit !== 'percent' && sign(before) > 0;
  const expected = relative ? percent(difference, before) : written(difference);
  if (sign(difference) !== sign(told)) return expected;
  const precisions = FIGURES.map((key) => precisionOf(outcome, key));
  if (precisions.some((precision) => !['exact', 'about'].includes(precision))) return null;
  const [first, second] = [before, after].map((value, n) => figure(value, precisions[n], unit === 'count'));
  const said = saying(told, precisionOf(outcome, 'change_reported'));
  const fitting = [
    ...(of !== undefined && of === unit ? [fits(first, second, said)] : []),
    ...(relative ? [fitsPercent(first, second, said)] : []),
  ];
  return !fitting.length || fitting.includes(true) ? null : expected;
}

const precisionOf = (outcome, key) => textAt(outcome, key, 'precision') || 'exact';

/** The least and the most that a value may stand for; whole things are not rounded. */
function figure(value, precision, whole) {
  const slack = (whole && precision === 'exact' ? 0n : rounding(value)) + about(value, precision);
  return [parts(value) - slack, parts(value) + slack];
}

/** What a reported change may stand for, `null` for an open end; over and under speak of its size. */
function saying(told, precision) {
  const [size, slack] = [abs(parts(told)), rounding(told) + about(told, precision)];
  const low = precision === 'under' ? 0n : size - slack;
  const high = precision === 'over' ? null : size + slack;
  return sign(told) >= 0 ? [low, high] : [high === null ? null : -high, -low];
}

const within = (least, most, [low, high], [factor, other] = [1n, 1n]) => (
  (high === null || least <= high * other) && (low === null || low * factor <= most));
const fits = (first, second, said) => within(second[0] - first[1], second[1] - first[0], said);
/** Of the difference in percent of the first value, without dividing. */
const fitsPercent = (first, second, said) => first[0] <= 0n
  || within((second[0] - first[1]) * HUNDRED, (second[1] - first[0]) * HUNDRED, said, first);

const abs = (number) => (number < 0n ? -number : number);
const parts = ({ digits, scale }) => digits * 10n ** BigInt(PLACES - scale);
const about = (value, precision) => (precision === 'about' ? abs(parts(value)) / ABOUT : 0n);

/** Half of the last place that is written: zeros at the end of a whole number are none. */
function rounding({ digits, scale }) {
  const zeros = scale || !digits ? 0 : /0*$/.exec(String(digits))[0].length;
  return 5n * 10n ** BigInt(PLACES - 1 + zeros - scale);
}

/** To one decimal, half away from zero. */
function percent(difference, before) {
  const [size, whole] = [abs(parts(difference)), parts(before)];
  const tenths = (2n * size * 1000n + whole) / (2n * whole);
  return written({ digits: sign(difference) < 0 ? -tenths : tenths, scale: 1 });
}
