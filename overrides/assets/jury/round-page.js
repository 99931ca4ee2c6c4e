/**
 * The round as its page tells it. The page is the only source: there is no data beside the HTML.
 * @typedef {import('./sheet.js').Round & {
 *   title: string,
 *   rows: Map<string, HTMLTableRowElement>,
 *   facts: (nominee: string, criterion: string) => Node[],
 *   told: (nominee: string) => Node|null,
 *   describe: Map<string, string>}} RoundPage
 */

/** @param {HTMLElement} root @returns {RoundPage} */
export function readRound(root) {
  const rows = [...root.querySelectorAll('[data-jury="nominees"] tbody tr')];
  const criteria = [...document.querySelectorAll('[data-criterion-head]')];
  const judged = new Map(
    [...root.querySelectorAll('[data-jury="criteria"] tbody tr')].map((row) => [
      row.dataset.nominee,
      new Map([...row.querySelectorAll('td')].map((cell) => [cell.dataset.criterion, cell])),
    ]),
  );
  const told = new Map([...root.querySelectorAll('template[data-told]')].map((each) => [each.dataset.told, each]));
  const words = (text) => (text ? text.split(' ') : []);
  return {
    round: root.dataset.round,
    title: document.querySelector('h1').textContent,
    nominees: rows.map((row) => ({
      id: row.dataset.nominee,
      title: row.cells[0].querySelector('a').textContent,
      former: words(row.dataset.former),
    })),
    criteria: criteria.map((head) => ({
      id: head.dataset.criterionHead,
      label: head.querySelector('dt').textContent,
    })),
    describe: new Map(
      criteria.map((head) => [head.dataset.criterionHead, head.querySelector('dd').textContent]),
    ),
    rows: new Map(rows.map((row) => [row.dataset.nominee, row])),
    facts: (nominee, criterion) => {
      const cell = judged.get(nominee)?.get(criterion);
      return cell ? [...cell.children].map((part) => part.cloneNode(true)) : [];
    },
    told: (nominee) => told.get(nominee)?.content.cloneNode(true) ?? null,
  };
}
