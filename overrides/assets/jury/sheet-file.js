/** The score sheet as a file: taken out and brought in. */
import { download } from './download.js';
import { confirmed, field, make } from './element.js';
import { read, write } from './exchange.js';
import { isEmpty } from './sheet.js';

/**
 * @param {import('./jury.js').Context} context
 * @param {(text: string) => void} say what has come of it; "" takes away what was said
 */
export function sheetFile({ round, desk, t }, say) {
  /** As it was when it was last taken out. */
  let takenOut = 0;

  const bring = (label) => {
    const input = make('input', {
      type: 'file',
      accept: '.json,application/json',
      change: async () => {
        const [file] = input.files;
        if (file) await take(await file.text());
        input.value = '';
      },
      cancel: () => say(''),
    });
    return field(label, input);
  };

  /** Bring in a file: whole, or not at all. */
  async function take(text) {
    say('');
    const found = read(text, round);
    if ('error' in found) {
      say(`${t(`jury-refused.${found.error}`, found.params)} ${t('jury-unchanged')}`);
      return;
    }
    const replace =
      !desk.sheet ||
      isEmpty(desk.sheet) ||
      (await confirmed(t('jury-replace'), t('jury-replace-yes'), t('jury-cancel')));
    if (!replace) {
      say(t('jury-kept'));
      return;
    }
    desk.replace(found.sheet, found.saved || undefined);
    say(t('jury-taken') + (found.strangers ? ` ${t('jury-strangers', { count: found.strangers })}` : ''));
  }

  /** The time in the file is that of the last change: it tells the newer of two sheets. */
  function save() {
    takenOut = desk.changed;
    const name = slugged(desk.sheet.juror) || desk.sheet.id.slice(0, 6);
    const text = write(desk.sheet, new Date(desk.changed || Date.now()).toISOString());
    download(`${round.round}-arvio-${name}.json`, text, 'application/json');
  }

  addEventListener('beforeunload', (event) => {
    const lost = desk.sheet && !desk.kept && !isEmpty(desk.sheet) && takenOut !== desk.changed;
    if (lost) event.preventDefault();
  });
  return { bring, save };
}

/** @param {string} text @returns {string} what a file name can hold of it on every system */
function slugged(text) {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40);
}
