/**
 * Text from word processors and PDF files, made into what can be published: without what is not
 * seen, with plain spaces, and with lists as Markdown writes them. Whatever else the check refuses is
 * left for it to tell of.
 */
import { el } from '../browse/dom.js';

// Soft hyphens, joiners, zero-width and directional signs, variation selectors, tags.
const UNSEEN = /[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e01ef}]/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
// Bullets, also those of the Symbol and Wingdings fonts; Word writes a second level as `o` and a tab.
const BULLET = /^[ \t]*([•·‧∙◦▪▫■□●○‣⁃➢➤\uf0b7\uf0a7\uf0d8\uf02d]|[o§-](?=\t))[ \t]*(?=\S)/;
const SECOND_LEVEL = ['o', '◦', '○', '▫', '□'];
const DASH = /^[ \t]*[–—][ \t]+(?=\S)/;
const LISTED = /^ *- /;

/** Without what is not seen. @param {string} text */
export const seen = (text) => text.replace(BREAKS, '\n').replace(/\u001e/g, '-').replace(/\u001f/g, '').replace(UNSEEN, '').replace(SPACES, ' ');

/** A line without the bullet before it. @param {string} line */
export const unbulleted = (line) => line.replace(BULLET, '').replace(DASH, '');

/**
 * With bullets as Markdown writes them.
 * @param {string} text @param {boolean} typed  under the hand, a dash that begins a line is left as it is
 */
export function listed(text, typed = false) {
  const lines = text.split('\n');
  const near = (n, by) => {
    let at = n + by;
    while (lines[at]?.trim() === '') at += by;
    return lines[at] ?? '';
  };
  const made = lines.map((line, n) => {
    const [whole, sign] = BULLET.exec(line) ?? [];
    if (sign) return `${SECOND_LEVEL.includes(sign) ? '  ' : ''}- ${line.slice(whole.length)}`;
    // A dash alone may begin what somebody says: only several in a row are a list.
    const row = !typed && DASH.test(line) && (DASH.test(near(n, -1)) || DASH.test(near(n, 1)));
    return row ? line.replace(DASH, '- ') : line;
  });
  // A paragraph right after a list would be read as a part of its last item; what was wrapped is one.
  return made.map((line, n) => (lines[n] !== line && LISTED.test(line) && /^\p{Lu}/u.test(made[n + 1] ?? '') ? `${line}\n` : line)).join('\n');
}

/**
 * Mend what was typed or pasted into the field of `event`, before anything else reads it.
 * @param {InputEvent} event @param {import('../messages.js').Translate} t
 */
export function mend({ target: field, inputType = '', data, isComposing }, t) {
  if (isComposing || !field.matches('input[type=text], textarea')) return;
  const shown = seen(field.value);
  const typed = data?.length === 1 || /^(delete|insertLineBreak|insertComposition)/.test(inputType);
  const text = field.id.startsWith('f-section-') ? listed(shown, typed) : shown;
  if (text === field.value) return;
  const said = [...shown].length < [...field.value.replace(BREAKS, '\n')].length && t('submit-mended-unseen');
  const after = field.value.length - field.selectionEnd;
  field.value = text;
  field.setSelectionRange(text.length - after, text.length - after);
  tell(field, [said, text !== shown && t('submit-mended-list')].filter(Boolean).join(' '));
}

function tell(field, words) {
  if (!words) return;
  const around = field.closest('.submit-field');
  const note = around.querySelector('.submit-mended') ?? el('p', { class: 'weak submit-mended', role: 'status' });
  around.append(note);
  note.textContent = words;
}
