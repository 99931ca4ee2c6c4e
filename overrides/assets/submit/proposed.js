/**
 * Organisations that are not in the register: the submitter tells of them, and an editor adds them.
 * They stand under `proposed` among the answers, which is no part of the practice, and in the file as
 * a comment in the form of the register.
 * @typedef {{id: string, name: string, kind?: string, url?: string}} Proposed
 * @typedef {(string|number)[]} Path
 */
import { UNKNOWN } from './rules/span.js';
import { walk } from './rules/value.js';
import { free, slug } from './slug.js';
import { declaredAt } from './wording.js';
import { mapping, pruned } from './written.js';

/** @param {object} data  the answers @returns {[string, Proposed][]} by the key that stays when the id changes */
const all = (data) => Object.entries(data.proposed ?? {});

/** Where the answers point to the organisation `id`. @returns {Path[]} */
const pointing = ({ form, draft: { data } }, id) => [...walk(data)]
  .filter(([path, value]) => value === id && declaredAt(form, path).at(-1)?.register === 'organisations').map(([path]) => path);

function point(session, from, to) {
  for (const path of pointing(session, from)) session.draft.set(path, to);
}

/** Those that the practice points to, with the first place that does: there they are told of. @returns {[string, Proposed, Path][]} */
export function proposals(session) {
  const { draft, listed } = session;
  return all(draft.data).filter(([, { id }]) => !Object.hasOwn(listed, id))
    .map(([key, one]) => [key, one, pointing(session, one.id)[0]]).filter(([, , path]) => path);
}

/** What the control at `path` points to, if it is proposed. @returns {{key: string, name: string, own: boolean}|undefined} `own`: told of there */
export function proposedAt(session, path) {
  const id = session.draft.get(path);
  const [key, one, first] = proposals(session).find(([, other]) => other.id === id) ?? [];
  return one && { key, name: one.name, own: first.join() === path.join() };
}

/** Propose, in the place of what stands at `path`, an organisation called so. @param {object} session @param {Path} path @param {string} name */
export function propose(session, path, name) {
  const { data } = session.draft;
  const key = String(1 + Math.max(0, ...all(data).map(([other]) => Number(other))));
  data.proposed = { ...data.proposed, [key]: { name, id: idFor(session, name, key) } };
  session.typed(path, data.proposed[key].id);
}

/** What the organisation that is told of at `path` is called now; its id is made anew. @returns {string} the id */
export function renamed(session, path, name) {
  const { draft } = session;
  const { key } = proposedAt(session, path);
  const one = draft.data.proposed[key];
  const id = idFor(session, name, key);
  point(session, one.id, id);
  Object.assign(one, { name, id });
  return id;
}

/** The list has what is told of at `path` after all, or is to be looked at again. @param {string} instead  an id, or what is typed */
export function withdraw(session, path, instead) {
  const { draft } = session;
  const { key } = proposedAt(session, path);
  point(session, draft.data.proposed[key].id, instead);
  delete draft.data.proposed[key];
  session.typed(path, instead);
}

function idFor({ draft, listed }, name, key) {
  const others = all(draft.data).filter(([other]) => other !== key).map(([, { id }]) => id);
  return free(slug(name) || 'organisaatio', [...Object.keys(listed), ...others, UNKNOWN]);
}

/** The lines of the file that tell the editor what to add to the register. @returns {string[]} */
export function notes(session) {
  return proposals(session).flatMap(([, { id, name, kind, url }]) => [session.t('submit-organisation-note'),
    ...mapping(pruned({ [id]: { name: { fi: name }, kind, url } }), '')]).map((line) => `# ${line}`);
}
