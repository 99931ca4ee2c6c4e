/** The ways on from a finished file: addresses of GitHub and of the editors' mail. */

/** GitHub answers longer addresses with an error. */
export const MOST_ADDRESS = 8000;
/** Windows hands mail programs no longer addresses than this. */
export const MOST_MAIL = 2000;

/**
 * GitHub's page for a new file, filled in; it makes the fork and the pull request.
 * @param {{repository: string, branch: string}} form @param {string} id @param {string} text
 * @returns {{url: string, whole: boolean}} `whole`: the text is in the address, not to be pasted
 */
export function newFile({ repository, branch }, id, text) {
  const bare = `${repository}/new/${encodeURIComponent(branch)}/practices?filename=${id}.md`;
  const url = `${bare}&value=${encodeURIComponent(text)}`;
  return url.length <= MOST_ADDRESS ? { url, whole: true } : { url: bare, whole: false };
}

/** GitHub's page for changing a file; it takes no text. @param {{repository: string, branch: string}} form @param {string} id */
export const editFile = ({ repository, branch }, id) => `${repository}/edit/${encodeURIComponent(branch)}/practices/${id}.md`;

/**
 * A mail to the editors.
 * @param {string} address @param {string} subject @param {string} text @param {string} instead  when the text is too long
 * @param {string} explanation  what comes before either, where there is room for it
 * @returns {{url: string, whole: boolean}}
 */
export function mail(address, subject, text, instead, explanation = '') {
  const url = (content) => `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(content.replaceAll('\n', '\r\n'))}`;
  const above = explanation && `${explanation}\n\n`;
  if (url(above + text).length <= MOST_MAIL) return { url: url(above + text), whole: true };
  return { url: url((url(above + instead).length <= MOST_MAIL ? above : '') + instead), whole: false };
}
