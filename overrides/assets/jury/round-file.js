/**
 * The file of an award round, written from the form's values. Pure: no document.
 * @typedef {{label: string, description: string, fields: string[], indicators: string[]}} Criterion
 */
import { free, slug } from '../submit/slug.js';

// JSON's strings are YAML's double-quoted ones.
const quoted = JSON.stringify;
const list = (values) => `[${values.map(quoted).join(', ')}]`;

/**
 * @param {Record<string, string>} values @param {string[]} organisations @param {Criterion[]} criteria
 * @returns {string}
 */
export function roundFile(values, organisations, criteria) {
  const lines = [];
  const text = (key, value, indent = '') => value && lines.push(`${indent}${key}: {fi: ${quoted(value)}}`);
  const line = (key, value, indent = '') => value && lines.push(`${indent}${key}: ${quoted(value)}`);
  text('name', values.name);
  text('award', values.award);
  if (organisations.length) lines.push(`organisations: ${list(organisations)}`);
  const others = values['other-organisations'].split(/\n|;/).map((name) => name.trim()).filter(Boolean);
  if (others.length) lines.push(`other_organisations: ${list(others)}`);
  line('date', values.date);
  line('place', values.place);
  text('jury', values.jury);
  text('prize', values.prize);
  const ids = [];
  if (criteria.length) lines.push('criteria:');
  for (const { label, description, fields, indicators } of criteria) {
    const id = free(slug(label) || 'peruste', ids);
    ids.push(id);
    lines.push(`  - id: ${quoted(id)}`);
    text('label', label, '    ');
    text('description', description, '    ');
    const evidence = [fields.length && `fields: ${list(fields)}`, indicators.length && `indicators: ${list(indicators)}`];
    if (evidence.some(Boolean)) lines.push(`    evidence: {${evidence.filter(Boolean).join(', ')}}`);
  }
  line('candidates', values.candidates);
  if (values.frozen) lines.push(`frozen: {date: ${quoted(values.frozen)}}`);
  lines.push('source:');
  for (const key of ['title', 'publisher', 'date', 'kind', 'independence']) line(key, values[`source-${key}`], '  ');
  text('note', values.note);
  return `${lines.join('\n')}\n`;
}
