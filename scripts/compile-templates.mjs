/** Writes dist/templates.js: the templates of the runbook, compiled. Part of `npm run build`, after the sources. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledTemplates } from '../dist/src/runbook/compiled-templates.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'templates');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.hbs'))
  .sort();
const texts = names.map((name) => [basename(name, '.hbs'), readFileSync(join(folder, name), 'utf8')]);
const target = join(root, 'dist', 'templates.js');
writeFileSync(`${target}.${process.pid}`, compiledTemplates(Object.fromEntries(texts)));
renameSync(`${target}.${process.pid}`, target);
