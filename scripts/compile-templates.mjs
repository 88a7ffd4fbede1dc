/** Writes dist/templates.js and dist/scripts.json: the templates of the runbook and the scripts of its pages, compiled. Part of `npm run build`, after the sources. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledScript, compiledTemplates } from '../dist/src/runbook/compiled-templates.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'templates');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.hbs'))
  .sort();
const texts = names.map((name) => [basename(name, '.hbs'), readFileSync(join(folder, name), 'utf8')]);
const parts = readdirSync(join(folder, 'scripts')).sort();

write('templates.js', compiledTemplates(Object.fromEntries(texts)));
write('scripts.json', JSON.stringify(Object.fromEntries(parts.map((part) => [part, compiledScript(textsIn(part))]))));

function textsIn(part) {
  const names = readdirSync(join(folder, 'scripts', part)).sort();
  return names.map((name) => readFileSync(join(folder, 'scripts', part, name), 'utf8'));
}

function write(name, text) {
  const target = join(root, 'dist', name);
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}
