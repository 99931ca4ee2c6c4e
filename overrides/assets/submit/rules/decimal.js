/**
 * Numbers exactly as they are written: `1.3 - 1.4` is `-0.1`.
 * @typedef {{digits: bigint, scale: number}} Decimal
 */
export const NUMBER = /^-?[0-9]{1,12}(\.[0-9]{1,6})?$/;

/** @param {string|undefined} text @returns {Decimal|null} null when it is no number */
export function decimal(text) {
  const plain = text?.trim();
  if (!plain || !NUMBER.test(plain)) return null;
  const [whole, part = ''] = plain.split('.');
  return { digits: BigInt(whole + part), scale: part.length };
}

/** @param {Decimal} one @param {Decimal} other @returns {Decimal} */
export function minus(one, other) {
  const scale = Math.max(one.scale, other.scale);
  const scaled = (value) => value.digits * 10n ** BigInt(scale - value.scale);
  return { digits: scaled(one) - scaled(other), scale };
}

/** @param {Decimal} value @returns {-1|0|1} */
export const sign = (value) => (value.digits > 0n ? 1 : value.digits < 0n ? -1 : 0);

/** @param {Decimal} value */
export const isWhole = ({ digits, scale }) => digits % 10n ** BigInt(scale) === 0n;

/** @param {Decimal} value @returns {string} */
export function written({ digits, scale }) {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = scale ? `${text.slice(0, -scale)}.${text.slice(-scale)}` : text;
  return (digits < 0n ? '-' : '') + whole;
}
