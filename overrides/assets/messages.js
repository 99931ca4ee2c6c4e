/**
 * The texts that scripts show, from the same message catalogues as the pages.
 * @typedef {(key: string, params?: Record<string, string|number>) => string} Translate
 */

/** @type {Promise<Translate>|undefined} */
let loaded;

/**
 * Load the texts once and return the function that gives them. A text with `.one` and `.other`
 * forms is chosen by `params.count`; `.zero`, where there is one, is for none.
 * @returns {Promise<Translate>}
 */
export function loadMessages() {
  loaded ??= fetch(new URL(`messages.${document.documentElement.lang}.json`, import.meta.url))
    .then((response) => response.json())
    .then((texts) => translator(texts, document.documentElement.lang));
  return loaded;
}

/**
 * @param {Record<string, string>} texts
 * @param {string} language
 * @returns {Translate}
 */
export function translator(texts, language) {
  const plural = new Intl.PluralRules(language);
  return (key, params = {}) => {
    let found = key;
    if (!(key in texts) && 'count' in params) {
      const none = params.count === 0 && `${key}.zero` in texts;
      found = `${key}.${none ? 'zero' : plural.select(Number(params.count))}`;
    }
    if (!(found in texts)) throw new Error(`no text: ${found}`);
    return texts[found].replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
  };
}
