import { builtinModules } from 'node:module';
import ts from 'typescript';
import {
  collect,
  type Import,
  importsOf,
  isDeclaredAround,
  type SourceFile,
  type Violation,
  violation,
} from './source-tree';

/**
 * Who may import whom. The rooms stand in the order in which data flows; each may import what stands above it, as
 * far as the table says, the files beside the rooms, and itself.
 */
const BEFORE_EVIDENCE = ['x509', 'windows', 'adcs', 'products', 'world', 'operator', 'judge', 'exploration'];
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  x509: [],
  windows: ['x509'],
  adcs: ['x509'],
  products: ['x509', 'windows', 'adcs', 'world', 'operator', 'judge', 'exploration'],
  world: ['x509', 'windows', 'adcs', 'products'],
  operator: ['x509', 'windows', 'adcs', 'world'],
  judge: ['x509', 'windows', 'adcs', 'products', 'world', 'operator'],
  exploration: ['x509', 'windows', 'adcs', 'products', 'world', 'operator', 'judge'],
  evidence: BEFORE_EVIDENCE,
  gherkin: ['evidence'],
  recording: ['evidence', 'gherkin'],
  translation: [],
  package: ['x509', 'translation'],
  execution: ['evidence', 'gherkin', 'package'],
  runbook: ['evidence', 'gherkin', 'recording', 'translation'],
  cli: [...BEFORE_EVIDENCE, 'evidence', 'gherkin', 'recording', 'translation', 'package', 'execution', 'runbook'],
};
/** The public surface, which may import any room. */
const PUBLIC_SURFACE = 'src/index.ts';
const BESIDE_THE_ROOMS = [
  PUBLIC_SURFACE,
  'src/refusal.ts',
  'src/hresult.ts',
  'src/determinism.ts',
  'src/shell-quotes.ts',
  'src/input-error.ts',
  'src/memo.ts',
];

/** Which rooms may import a package or a part of Node.js; `types:` when nothing may remain of the import. */
const MODULES: readonly { readonly module: RegExp; readonly rooms: readonly string[] }[] = [
  { module: /^node-forge(\/|$)/, rooms: ['x509'] },
  { module: /^(@peculiar\/|pkijs|asn1js|jsrsasign|node-rsa)/, rooms: ['x509'] },
  { module: /^crypto$/, rooms: ['x509', 'cli'] },
  { module: /^(fs|path|process|child_process|os|console)(\/|$)/, rooms: ['package', 'execution', 'cli'] },
  { module: /^handlebars(\/|$)/, rooms: [] },
  { module: /^@cucumber\//, rooms: ['execution', 'types:cli', 'types:gherkin', 'types:recording', 'types:runbook'] },
  { module: /^diff(\/|$)/, rooms: ['runbook'] },
  { module: /^yaml(\/|$)/, rooms: ['world'] },
  { module: /^valibot(\/|$)/, rooms: ['world', 'cli'] },
  { module: /^(commander|cli-progress)(\/|$)/, rooms: ['cli'] },
  { module: /^(ts-node|typescript|@biomejs\/|@valibot\/|playwright|axe-core)/, rooms: [] },
];

/** Values that every file has without importing them, and the only rooms that may use them. */
const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  process: ['execution', 'cli'],
  console: ['cli'],
  crypto: ['x509', 'cli'],
};

/** `src/x509/certificate.ts` is in the room x509; a file beside the rooms is in none. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

export function roomsOutOfOrder(files: readonly SourceFile[]): Violation[] {
  return inSrc(files).flatMap((file) => {
    const unknown = placeProblem(file);
    if (unknown) return [{ at: `${file.path}:1`, what: unknown }];
    return importsOf(file, files).flatMap((i) => refused(i, directionProblem(i)));
  });
}

function placeProblem(file: SourceFile): string | undefined {
  const room = roomOf(file.path);
  if (room === undefined) return BESIDE_THE_ROOMS.includes(file.path) ? undefined : 'stands in no room';
  return ROOMS[room] ? undefined : `stands in "${room}", which is not in the table of rooms`;
}

function directionProblem({ from, file }: Import): string | undefined {
  if (file === undefined || from.path === PUBLIC_SURFACE) return undefined;
  if (file === PUBLIC_SURFACE) return 'imports the public surface; import from the file that declares the name';
  if (BESIDE_THE_ROOMS.includes(file)) return undefined;
  const room = roomOf(from.path);
  const target = roomOf(file);
  if (target === undefined) return `imports ${file}, outside the rooms`;
  if (room === undefined) return `stands beside the rooms and imports ${file}`;
  if (target === room) return undefined;
  const allowed = ROOMS[room] ?? [];
  if (!allowed.includes(target)) return `${room} imports ${target}; it may import ${allowed.join(', ') || 'no room'}`;
  return undefined;
}

/** A circle of files, types included: what cannot be read without the other is one file. */
export function importCycles(files: readonly SourceFile[]): Violation[] {
  const arrows = new Map(files.map((file) => [file.path, importsOf(file, files).filter((i) => i.file !== undefined)]));
  const done = new Set<string>();
  const found: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (done.has(path)) return;
    for (const arrow of arrows.get(path) ?? []) {
      const next = arrow.file ?? '';
      const start = [...trail, path].indexOf(next);
      if (start < 0) visit(next, [...trail, path]);
      else found.push({ at: `${path}:${arrow.line}`, what: [...[...trail, path].slice(start), next].join(' → ') });
    }
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return found;
}

export function modulesOutOfPlace(files: readonly SourceFile[]): Violation[] {
  return inSrc(files).flatMap((file) => [
    ...importsOf(file, files).flatMap((i) => refused(i, moduleProblem(i))),
    ...globalsOutOfPlace(file),
  ]);
}

function moduleProblem({ from, module, file, typesOnly }: Import): string | undefined {
  const name = module.replace(/^node:/, '');
  const entry = file === undefined ? MODULES.find((known) => known.module.test(name)) : undefined;
  const room = roomOf(from.path) ?? 'src';
  if (!entry || entry.rooms.includes(room)) return undefined;
  if (typesOnly && entry.rooms.includes(`types:${room}`)) return undefined;
  const kind = builtinModules.includes(name) ? 'a part of Node.js' : 'a package';
  return `imports ${module}, ${kind} for ${entry.rooms.join(', ') || 'no file under src/'} only`;
}

function globalsOutOfPlace(file: SourceFile): Violation[] {
  return collect(file, (node) => {
    const name = globalUsed(node);
    const rooms = name === undefined ? undefined : GLOBALS[name];
    if (!rooms || name === undefined || rooms.includes(roomOf(file.path) ?? 'src')) return undefined;
    if (isDeclaredAround(node, name)) return undefined;
    return violation(file, node, `uses ${name}, which is for ${rooms.join(', ')} only`);
  });
}

/** `console` in `console.log`, `process` in `globalThis.process.env`. */
function globalUsed(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return undefined;
  const object = node.expression;
  if (ts.isIdentifier(object)) {
    if (object.text !== 'globalThis' && object.text !== 'global') return object.text;
    return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
  }
  return undefined;
}

/** Support code of the steps: no cryptography library behind the simulation's back. */
export function stepsBehindTheScenes(files: readonly SourceFile[]): Violation[] {
  return files
    .filter((file) => file.path.startsWith('steps/'))
    .flatMap((file) =>
      importsOf(file, files).flatMap((i) => {
        const name = i.module.replace(/^node:/, '');
        if (/^(node-forge|handlebars|yaml|valibot|commander|cli-progress)(\/|$)/.test(name)) {
          return refused(i, `imports ${i.module}; steps only translate sentences to calls`);
        }
        const hashing = name === 'crypto' && !file.path.startsWith('steps/support/');
        return refused(i, hashing ? `imports ${i.module}; only steps/support may, for a hash of output` : undefined);
      }),
    );
}

/** A file under src/ that nothing under src/, steps/, scripts/ or bench/ imports is dead, but for the package's entries. */
export function filesNobodyImports(files: readonly SourceFile[]): Violation[] {
  const imported = new Set(
    files.flatMap((f) => importsOf(f, files).flatMap((i) => (i.file === f.path ? [] : [i.file]))),
  );
  return inSrc(files)
    .filter((file) => !['src/cli/main.ts', PUBLIC_SURFACE].includes(file.path) && !imported.has(file.path))
    .map((file) => ({ at: `${file.path}:1`, what: 'nothing imports it' }));
}

const CLOCKS_AND_DICE = ['Date.now', 'Math.random', 'performance.now', 'process.hrtime'];

/** Time and chance come from src/determinism.ts. */
export function clocksAndDice(files: readonly SourceFile[]): Violation[] {
  return inSrc(files)
    .filter((file) => !['execution', 'cli'].includes(roomOf(file.path) ?? ''))
    .flatMap((file) => collect(file, (node) => clockOrDie(file, node)));
}

/** A place where the clock of the machine or chance is asked. */
export function clockOrDie(file: SourceFile, node: ts.Node): Violation | undefined {
  const isDate = (callee: ts.Expression) => /^(globalThis\.)?Date$/.test(callee.getText(file.ast));
  if (ts.isNewExpression(node) && isDate(node.expression) && !node.arguments?.length) {
    return violation(file, node, 'new Date() without an argument is the clock');
  }
  if (ts.isCallExpression(node) && isDate(node.expression)) return violation(file, node, 'Date() is the clock');
  const access = accessed(node);
  return CLOCKS_AND_DICE.includes(access) ? violation(file, node, `${access} is not in the determinism`) : undefined;
}

/** `Math.random`, also when written `Math['random']` or `globalThis.Math.random`. */
function accessed(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return `${lastName(node.expression)}.${node.name.text}`;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return `${lastName(node.expression)}.${node.argumentExpression.text}`;
  }
  return '';
}

function lastName(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  return ts.isIdentifier(node) ? node.text : '';
}

function inSrc(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => file.path.startsWith('src/'));
}

function refused(i: Import, what: string | undefined): Violation[] {
  return what === undefined ? [] : [{ at: `${i.from.path}:${i.line}`, what }];
}
