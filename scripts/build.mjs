/**
 * Builds dist/: `npm run build`. Compiles the sources, then the templates, styles and scripts of the pages, then the
 * catalogues of the languages. A part is skipped if its inputs and outputs have not changed since its last build.
 *
 *   node scripts/build.mjs [PART...]    builds only these parts: sources, pages, languages
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
/** The folders of TypeScript files, each compiled to a folder of the same name in dist/. */
const COMPILED = ['src', 'steps', 'languages', 'tests', 'bench', 'scripts'];

const PARTS = [
  {
    name: 'sources',
    inputs: [...COMPILED, 'types', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'],
    isInput: (path) => /\.(ts|json)$/.test(path),
    outputs: COMPILED.map((folder) => `dist/${folder}`),
    isOutput: (path) => /\.(ts|js|map)$/.test(path),
    build: compileSources,
  },
  {
    name: 'pages',
    inputs: ['templates', 'dist/scripts/pages', 'dist/src/runbook', 'package-lock.json'],
    outputs: ['dist/pages'],
    build: buildPages,
  },
  {
    name: 'languages',
    inputs: ['languages', 'scripts/compile-languages.mjs', 'dist/src/translation', 'package-lock.json'],
    outputs: ['dist/languages'],
    build: () => run(join(ROOT, 'scripts', 'compile-languages.mjs')),
  },
];

const asked = process.argv.slice(2);
for (const part of PARTS) {
  if (asked.length > 0 && !asked.includes(part.name)) continue;
  const stamp = join(ROOT, 'dist', '.built', part.name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(part)) continue;
  rmSync(stamp, { force: true });
  part.build();
  write(`.built/${part.name}`, stateOf(part));
}

/** A digest of the paths, sizes and modification times of a part's inputs and outputs. */
function stateOf({ inputs, outputs, isInput = () => true, isOutput = () => true }) {
  const paths = [...inputs.flatMap(filesBelow).filter(isInput), ...outputs.flatMap(filesBelow).filter(isOutput)];
  const lines = paths.map((path) => {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    return `${path} ${size} ${mtimeMs}\n`;
  });
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** The files below a folder of the project, or the file itself, as paths with `/`; empty if the path does not exist. */
function filesBelow(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const files = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map((file) => relative(ROOT, join(file.parentPath, file.name)).replaceAll(sep, '/')).sort();
}

function compileSources() {
  removeOrphans();
  run(require.resolve('typescript/bin/tsc'), '--project', join(ROOT, 'tsconfig.build.json'));
}

/** Removes compiled files from dist/ whose sources no longer exist. */
function removeOrphans() {
  const ENDING = /(\.d\.ts|\.js)(\.map)?$/;
  const compiled = COMPILED.flatMap((folder) => filesBelow(`dist/${folder}`)).filter((path) => ENDING.test(path));
  for (const path of compiled) {
    const source = path.replace(/^dist\//, '').replace(ENDING, '.ts');
    if (!existsSync(join(ROOT, source))) rmSync(join(ROOT, path));
  }
}

function buildPages() {
  const { compiledTemplates } = require(join(ROOT, 'dist', 'scripts', 'pages', 'template-compiler.js'));
  const { pageScripts, stylesheet, templateTexts } = require(join(ROOT, 'dist', 'scripts', 'pages', 'assets.js'));
  const templates = join(ROOT, 'templates');
  write('pages/templates.js', compiledTemplates(templateTexts(templates)));
  write('pages/runbook.css', stylesheet(join(templates, 'styles', 'runbook.css')));
  write('pages/scripts.json', JSON.stringify(pageScripts(join(templates, 'scripts'))));
}

/** Replaces a file in one operation, because another process may be reading it. */
function write(name, text) {
  const target = join(ROOT, 'dist', name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}

function run(script, ...options) {
  const { status } = spawnSync(process.execPath, [script, ...options], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
