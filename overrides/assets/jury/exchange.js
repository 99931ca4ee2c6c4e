/**
 * A score sheet as a file, and back. Pure. A file is not trusted: what it says is read field by
 * field, and anything out of place refuses the whole file.
 */
import { LONGEST, MAX_WEIGHT, SCORES, newSheet } from './sheet.js';

export const FORMAT = 'hyvat-kaytannot/arviointilomake';
export const VERSION = 1;
/** No honest sheet is larger, in characters: 200 nominees × 12 criteria with long notes. */
export const LARGEST = 20_000_000;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Refuses the file for the reason `code`, which names a message. */
class Refused extends Error {
  /** @param {string} code @param {Record<string, string|number>} params */
  constructor(code, params = {}) {
    super(code);
    this.params = params;
  }
}

/**
 * @param {import('./sheet.js').Sheet} sheet
 * @param {string} saved when, as ISO 8601
 * @returns {string} the text of the file
 */
export function write(sheet, saved) {
  const marks = [...sheet.marks].map(([nominee, own]) => [nominee, Object.fromEntries(own)]);
  const file = {
    format: FORMAT,
    version: VERSION,
    round: sheet.round,
    sheet: sheet.id,
    saved,
    juror: sheet.juror,
    weights: Object.fromEntries(sheet.weights),
    marks: Object.fromEntries(marks),
    conflicts: [...sheet.conflicts].map(([nominee, reason]) => ({ nominee, reason })),
    shortlist: sheet.shortlist,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/**
 * @param {string} text
 * @param {import('./sheet.js').Round} round
 * @returns {{sheet: import('./sheet.js').Sheet, saved: number, strangers: number}
 *   |{error: string, params: Record<string, string|number>}} the sheet, when it was saved (in
 *   milliseconds, 0 where the file does not say) and how many of its nominees are not in the round
 *   any more; or why the file is refused
 */
export function read(text, round) {
  try {
    return sheetOf(parsed(text), round);
  } catch (error) {
    if (error instanceof Refused) return { error: error.message, params: error.params };
    throw error;
  }
}

function parsed(text) {
  if (text.length > LARGEST) throw new Refused('large');
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Refused(/^\s*\{/.test(text) ? 'truncated' : 'foreign');
  }
  if (!isObject(file) || file.format !== FORMAT) throw new Refused('foreign');
  if (!Number.isSafeInteger(file.version) || file.version < 0) throw new Refused('broken');
  if (file.version > VERSION) throw new Refused('future', { version: file.version });
  if (file.version < VERSION) throw new Refused('old', { version: file.version });
  return file;
}

function sheetOf(file, round) {
  if (file.round !== round.round) throw new Refused('other-round');
  const criteria = new Set(round.criteria.map(({ id }) => id));
  const renamed = new Map(round.nominees.flatMap((n) => n.former.map((id) => [id, n.id])));
  const nominee = (id) => renamed.get(slug(id)) ?? id;
  const criterion = (id) => {
    if (!criteria.has(slug(id))) throw new Refused('other-criteria');
    return id;
  };
  const sheet = newSheet(round.round, slug(file.sheet));
  sheet.juror = textOf(file.juror, LONGEST.juror);
  for (const [id, weight] of entries(file.weights)) {
    sheet.weights.set(criterion(id), whole(weight, MAX_WEIGHT));
  }
  for (const [id, own] of entries(file.marks)) {
    const marks = entries(own).map(([key, mark]) => [criterion(key), markOf(mark)]);
    sheet.marks.set(once(sheet.marks, nominee(id)), new Map(marks));
  }
  for (const item of list(file.conflicts)) {
    const id = once(sheet.conflicts, nominee(item.nominee));
    sheet.conflicts.set(id, textOf(item.reason, LONGEST.reason));
  }
  const shortlist = new Map();
  for (const item of list(file.shortlist)) {
    shortlist.set(once(shortlist, nominee(item.nominee)), textOf(item.reason, LONGEST.reason));
  }
  sheet.shortlist = [...shortlist].map(([id, reason]) => ({ nominee: id, reason }));
  const known = new Set(round.nominees.map(({ id }) => id));
  const named = new Set([...sheet.marks.keys(), ...sheet.conflicts.keys(), ...shortlist.keys()]);
  const saved = Date.parse(textOf(file.saved ?? '', LONGEST.saved)) || 0;
  return { sheet, saved, strangers: [...named].filter((id) => !known.has(id)).length };
}

function markOf(mark) {
  if (!isObject(mark)) throw new Refused('broken');
  const score = mark.score === null ? null : whole(mark.score, SCORES.at(-1));
  return { score, note: textOf(mark.note, LONGEST.note) };
}

function slug(value) {
  if (typeof value !== 'string' || value.length > 80 || !ID.test(value)) throw new Refused('broken');
  return value;
}

/** The key, unless it is there already: two names of one nominee cannot both be right. */
function once(map, id) {
  if (map.has(id)) throw new Refused('broken');
  return id;
}

function textOf(value, longest) {
  if (typeof value !== 'string' || value.length > longest) throw new Refused('broken');
  return value;
}

function whole(value, greatest) {
  if (!Number.isInteger(value) || value < 0 || value > greatest) throw new Refused('broken');
  return value;
}

function entries(value) {
  if (!isObject(value)) throw new Refused('broken');
  return Object.entries(value);
}

function list(value) {
  if (!Array.isArray(value) || !value.every(isObject)) throw new Refused('broken');
  return value;
}

function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
