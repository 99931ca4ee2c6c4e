/** One filling-in of the form: what is typed, what is wrong with it, and where that is shown. */
import { pressing } from '../pressing.js';
import { nameRecords, today } from './items.js';
import { notes, proposals } from './proposed.js';
import { check, checkName, checkProposed, checkWhole } from './rules/check.js';
import { sections } from './rules/body.js';
import { bodily, nearestNamed } from './rules/nearest.js';
import { registerNames } from './rules/references.js';
import { placeOf } from './rules/file.js';
import { UNKNOWN } from './rules/span.js';
import { free, slug } from './slug.js';
import { worded } from './wording.js';
import { body, ordered, pruned, written } from './written.js';


export class Session {
  /** @param {object} form @param {import('./draft.js').Draft} draft @param {import('../messages.js').Translate} t */
  constructor(form, draft, t) {
    Object.assign(this, { form, draft, t });
    /** @type {Map<string, {path: (string|number)[], error: HTMLElement, target: HTMLElement}>} */
    this.slots = new Map();
    /** @type {Set<() => void>} called after every change, until the step is drawn anew */
    this.listeners = new Set();
    /** @type {Set<string>} fields and steps whose faults are shown */
    this.shown = new Set();
    // Addresses of downloads, to be given up when the file changes.
    this.addresses = [];
    // Records whose id is still made of what they say.
    this.named = new WeakSet();
    // Every id that is, has been or must not be in use.
    this.taken = [...form.practices.flatMap(({ id, former_ids: former = [] }) => [id, ...former]), ...form.removed_ids, ...form.reserved_names];
    /** @type {import('./items.js').Removed|null} what was last removed, to be put back */
    this.removed = null;
    // The organisations of the register, without those that are proposed here.
    this.listed = form.registers.organisations;
    this.redraw = (_focus) => {};
    this.pressed = pressing(() => this.showProblems());
  }

  headings() {
    return this.form.sections[this.draft.data.language] ?? this.form.sections.fi;
  }

  /** The practice as it stands. */
  practice() {
    const data = ordered(this.form, pruned(this.draft.data));
    return { id: this.draft.id, data, body: body(this.draft.sections, this.headings()) };
  }

  /** Whether the field `key` says what is published. */
  unchanged(key) {
    const [old, now] = [this.draft.before.data, this.draft.data]
      .map((record) => JSON.stringify(ordered(this.form, pruned({ [key]: record[key] ?? '' }))));
    return old === now;
  }

  /** What differs from what is published, by name; null of a new practice, or where that is not known. */
  changedParts() {
    const { before, edited, sections: now } = this.draft;
    if (!edited || !before) return null;
    const text = (section) => section?.trim() ?? '';
    return [...this.form.records.Practice.filter(({ key }) => !this.unchanged(key)).map(({ label }) => label),
      ...Object.entries(this.headings()).filter(([name]) => text(before.sections[name]) !== text(now[name])).map(([, heading]) => heading)];
  }

  text() {
    const { data, body: text } = this.practice();
    return written(data, text, notes(this), this.draft.before?.blocks, (key) => this.unchanged(key));
  }

  typed(path, value) {
    this.draft.set(path, value);
    const renamed = this.renamed(path);
    if (renamed) this.named.delete(renamed);
    nameRecords(this, renamed);
    this.changed();
  }

  /** The record whose own id stands at `path`, if one does. */
  renamed(path) {
    return path.at(-1) === 'id' && path.length === 3 ? this.draft.get(path.slice(0, -1)) : undefined;
  }

  typedSection(name, value) {
    this.draft.sections[name] = value;
    this.changed();
  }

  changed() {
    if (!this.draft.edited && !this.draft.ownId) {
      this.draft.id = free(slug(this.draft.data.title ?? ''), this.taken);
    }
    this.learn();
    this.draft.save();
    for (const listener of this.listeners) listener();
  }

  /** What is proposed may be pointed to like what the register has; without a name, by its id. */
  learn() {
    const made = Object.values(this.draft.data.proposed ?? {}).map(({ id, name }) => [id, { name: name.trim() || id }]);
    this.form.registers.organisations = { ...Object.fromEntries(made), ...this.listed };
  }

  settled(path) {
    this.shown.add(path.join('-'));
    // An id that was emptied and left is made anew.
    if (this.renamed(path)) {
      nameRecords(this);
      this.changed();
    }
    if (!this.pressed()) this.showProblems();
  }

  /** What the page calls `id` of a register. */
  nameOf(register, id) {
    return id === UNKNOWN ? this.t('submit-not-known') : this.form.registers[register][id]?.name ?? id;
  }

  /** The id of what is called so: by its name, a short one or the id itself; otherwise what was typed. */
  idOf(register, typed, unknown) {
    const name = typed.trim().toLowerCase();
    if (unknown && name === this.t('submit-not-known')) return UNKNOWN;
    return registerNames(this.form, register).get(name) ?? typed.trim();
  }

  /** What `id`, which the register does not have, was probably meant to be. @returns {string|undefined} */
  meant(register, id) {
    return Object.hasOwn(this.form.registers[register], id) ? undefined : nearestNamed(id, registerNames(this.form, register), bodily);
  }

  /** Everything that is wrong, with the step and the path of the control that shows it. */
  problems() {
    const practice = this.practice();
    const found = [...check(this.form, practice, today()), ...checkName(this.form, practice.id), ...checkWhole(this.form, this.text())];
    const shown = found.map((problem) => {
      const path = this.pathOf(problem, practice);
      return { ...problem, path, step: this.stepOf(path), message: worded(this.form, problem) };
    });
    for (const [key, one, owner] of proposals(this)) {
      for (const problem of checkProposed(this.form, one, ['proposed', key])) {
        const path = problem.loc.at(-1) === 'name' ? owner : problem.loc;
        shown.push({ ...problem, path, step: this.stepOf(owner), message: worded(this.form, problem) });
      }
    }
    for (const [n, contact] of (practice.data.contacts ?? []).entries()) {
      if (this.draft.settledContact(contact) || this.draft.agreed(contact)) continue;
      shown.push({ path: ['contacts', n, 'consent'], step: 'yhteys', message: this.t('submit-consent-missing'), code: 'consent' });
    }
    const other = this.draft.edited ? undefined : this.form.practices.find(({ id }) => id === practice.id);
    if (other) shown.push({ path: ['id'], step: this.stepOf(['id']), message: this.t('submit-name-taken', { id: practice.id, title: other.title }), code: 'taken' });
    const order = this.form.steps.map(({ id }) => id);
    return shown.sort((one, other) => order.indexOf(one.step) - order.indexOf(other.step));
  }

  pathOf(problem, practice) {
    if (problem.code === 'outcomes-or-reason') return ['no_outcomes_because'];
    if (['removed-id', 'former-id-used'].includes(problem.code) && !problem.loc.length) return ['id'];
    if (problem.code === 'too-large') return ['section', 'need'];
    if (problem.code === 'line-long') {
      const { key, line } = placeOf(this.text(), problem.line);
      return key ? [key] : this.sectionAt(line, practice);
    }
    if (!problem.body) return problem.loc;
    if (problem.code === 'section-missing') {
      return ['section', Object.entries(this.headings()).find(([, heading]) => problem.params.expected === `## ${heading}`)[0]];
    }
    return this.sectionAt(problem.line, practice);
  }

  /** The section that holds `line` of the body; a heading that the writer made belongs to the one above it. */
  sectionAt(line, practice) {
    const headings = Object.entries(this.headings());
    const above = sections(practice.body).filter((section) => section.line <= line);
    const own = above.map(({ heading }) => headings.find(([, own_]) => own_ === heading)?.[0]).filter(Boolean);
    return ['section', own.at(-1) ?? 'need'];
  }

  stepOf([first]) {
    if (first === 'section') return 'kuvaus';
    return this.form.steps.find(({ fields }) => fields.includes(first))?.id ?? 'valmis';
  }

  /** The control at `path`, or the nearest one around it. */
  slotOf(path) {
    for (let length = path.length; length > 0; length -= 1) {
      const found = this.slots.get(`f-${path.slice(0, length).join('-')}`);
      if (found) return found;
    }
    return undefined;
  }

  /** Show the faults of fields that were left, and of steps that were finished. */
  showProblems() {
    const problems = this.problems();
    const texts = new Map();
    for (const problem of problems) {
      const found = this.slotOf(problem.path);
      const wanted = found && (this.shown.has(problem.step) || this.shown.has(found.path.join('-')));
      if (wanted) texts.set(found, [...(texts.get(found) ?? []), problem.message]);
    }
    for (const found of this.slots.values()) {
      const said = texts.get(found);
      // What is folded away opens where a fault comes up in it.
      for (let around = said && found.error.hidden && found.target; around; around = around.parentElement) if (around.tagName === 'DETAILS') around.open = true;
      found.error.hidden = !said;
      found.error.textContent = said ? this.t('submit-error') + [...new Set(said)].join(' · ') : '';
      found.asked?.(Boolean(said));
      if (said) found.target.setAttribute('aria-invalid', 'true');
      else found.target.removeAttribute('aria-invalid');
    }
    return problems;
  }
}
