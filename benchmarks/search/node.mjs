// node node.mjs ENGINE INDEX QUERIES.json → the documents found, as JSON
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { answers } from './measure.mjs';

const [, , engine, folder, queries] = process.argv;
const { openIndex } = await import(pathToFileURL(`${engine}/engine.mjs`));
const load = async (name) => readFileSync(`${folder}/${name}`, 'utf8');
process.stdout.write(JSON.stringify(await answers(openIndex, load, JSON.parse(readFileSync(queries)))));
