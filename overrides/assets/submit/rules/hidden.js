/** Characters that a reader would not see. */

/** @param {object} form @returns {{visible: (text: string, limit?: number) => string, hidden: (text: string) => string|undefined, word: (text: string) => string}} */
export function hiddenIn(form) {
  const one = new RegExp(form.hidden, 'u');
  const every = new RegExp(form.hidden, 'gu');
  const code = (letter) => letter.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    visible(text, limit = 60) {
      const shown = [...text.replaceAll('\n', ' ').replace(every, (letter) => `U+${code(letter)}`)];
      return shown.length <= limit ? shown.join('') : `${shown.slice(0, limit - 1).join('')}…`;
    },
    /** The word in which the first one stands, with its place shown. */
    word(text) {
      const { 0: letter, index } = one.exec(text);
      const [before] = /\S{0,20}$/u.exec(text.slice(0, index));
      const [after] = /^\S{0,20}/u.exec(text.slice(index + letter.length));
      return `${before}[U+${code(letter)}]${after.replace(every, '')}`;
    },
    hidden(text) {
      const letter = one.exec(text)?.[0];
      if (letter === undefined) return undefined;
      const name = form.hidden_names[code(letter)];
      return `U+${code(letter)}${name ? ` (${name})` : ''}`;
    },
  };
}
