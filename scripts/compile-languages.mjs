/**
 * Writes dist/languages/<language>.json: the catalogue of each folder below languages/, from its YAML files. Part of
 * `npm run build`, after the sources.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { catalogueOf } from '../dist/src/translation/catalogue.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const languages = readdirSync(join(root, 'languages'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of languages) {
  const folder = join(root, 'languages', name);
  const read = (file) => parse(readFileSync(join(folder, `${file}.yaml`), 'utf8'));
  const parts = ['sentences', 'phrases', 'keywords', 'cells', 'controls', 'screen'].map((part) => [part, read(part)]);
  const all = (part) => readdirSync(join(folder, part)).map((file) => read(join(part, file.replace(/\.yaml$/, ''))));
  const [facts, texts] = [all('facts'), all('texts')];
  const siteValues = read('site-values');
  const pages = readdirSync(join(folder, 'pages')).map((file) => file.replace(/\.yaml$/, ''));
  const pageWords = Object.fromEntries(pages.map((file) => [file, read(join('pages', file))]));
  const target = join(root, 'dist', 'languages', `${name}.json`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(
    `${target}.${process.pid}`,
    JSON.stringify(catalogueOf({ ...Object.fromEntries(parts), facts, texts, siteValues, pages: pageWords })),
  );
  renameSync(`${target}.${process.pid}`, target);
}
