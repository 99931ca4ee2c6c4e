/**
 * A ZIP archive without compression (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). Pure.
 */

/** 1 January 1980, the first day that the format knows: the same content is the same file. */
const [TIME, DAY] = [0, 0x21];
const UTF8_NAMES = 0x0800;

/**
 * @param {[string, string][]} files path and text of each
 * @returns {Uint8Array}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  const [local, central] = [[], []];
  let offset = 0;
  for (const [path, text] of files) {
    const [name, data] = [encoder.encode(path), encoder.encode(text)];
    const common = [
      [2, 20], [2, UTF8_NAMES], [2, 0], [2, TIME], [2, DAY],
      [4, crc32(data)], [4, data.length], [4, data.length], [2, name.length], [2, 0],
    ];
    const head = fields([[4, 0x04034b50], ...common]);
    const rest = [[2, 0], [2, 0], [2, 0], [4, 0], [4, offset]];
    local.push(head, name, data);
    central.push(fields([[4, 0x02014b50], [2, 20], ...common, ...rest]), name);
    offset += head.length + name.length + data.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const counts = [[2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]];
  const end = fields([[4, 0x06054b50], [2, 0], [2, 0], ...counts]);
  return joined([...local, ...central, end]);
}

/** @param {[number, number][]} items length in bytes, and value: little-endian numbers in a row */
function fields(items) {
  const bytes = items.flatMap(([length, value]) =>
    Array.from({ length }, (_, at) => (value >>> (8 * at)) & 0xff),
  );
  return Uint8Array.from(bytes);
}

function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @param {Uint8Array} data @returns {number} CRC-32 (ISO 3309) */
function crc32(data) {
  let sum = 0xffffffff;
  for (const byte of data) sum = TABLE[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
