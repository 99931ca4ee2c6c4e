/**
 * What may not stand in the texts of a round, by the rules of a practice and in the words of its form.
 */
import { translator } from '../messages.js';
import { hiddenIn } from '../submit/rules/hidden.js';
import { personalIn } from '../submit/rules/personal.js';
import { repeatedIn } from '../submit/rules/repeated.js';

/**
 * @param {string} given the rules and their words, as the page gives them
 * @returns {{personal: (text: string) => string, repeated: (texts: string[]) => Map<number, string>}}
 *   what is wrong in a text, and in those texts of a list that have stood there before
 */
export function roundCheck(given) {
  const rules = JSON.parse(given);
  const hidden = hiddenIn(rules);
  const say = translator(rules.texts, document.documentElement.lang);
  return {
    personal(text) {
      const [first] = personalIn(rules, text, hidden);
      return first ? say(first[0], { found: first[1] }) : '';
    },
    repeated: (texts) => new Map([...repeatedIn(texts)].map((n) => [n, say('repeated', { found: hidden.visible(texts[n].trim()) })])),
  };
}
