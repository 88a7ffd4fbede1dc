import { builtinModules } from 'node:module';
import { dirname } from 'node:path/posix';
import ts from 'typescript';
import {
  BESIDE_THE_ROOMS,
  BROWSER_PROGRAMS,
  GLOBALS,
  MODULES,
  PROGRAMS,
  PUBLIC_SURFACE,
  programOf,
  ROOMS,
  roomOf,
} from '../import-table';
import {
  collect,
  type Import,
  importsOf,
  isDeclaredAround,
  type SourceFile,
  type Violation,
  violation,
} from '../source-tree';

/** Each file in src/ is in a room of the table, and imports only what the table allows; so do the programs outside src/. */
export function roomsOutOfOrder(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => {
    const unknown = locationProblem(file);
    if (unknown) return [{ at: `${file.path}:1`, what: unknown }];
    return importsOf(file, files).flatMap((i) => refused(i, directionProblem(i)));
  });
}

function locationProblem({ path }: SourceFile): string | undefined {
  const room = roomOf(path);
  if (room !== undefined) return ROOMS[room] ? undefined : `"${room}" is not in the table of rooms`;
  if (BESIDE_THE_ROOMS.includes(path) || programOf(path) !== undefined) return undefined;
  return path.startsWith('src/') ? 'is in no room' : 'is in no program of the table';
}

function directionProblem({ from, file, module }: Import): string | undefined {
  const program = programOf(from.path);
  if (file === undefined) {
    const browser = program !== undefined && BROWSER_PROGRAMS.includes(program);
    return browser ? `imports ${module}; a browser loads no package` : undefined;
  }
  if (from.path === PUBLIC_SURFACE) return undefined;
  if (file === PUBLIC_SURFACE) return 'imports the public surface; import from the file that declares the name';
  if (BESIDE_THE_ROOMS.includes(file)) return undefined;
  const source = roomOf(from.path) ?? program;
  const target = roomOf(file) ?? programOf(file);
  if (target === undefined) return `imports ${file}, outside the rooms`;
  if (source === undefined) return `is beside the rooms and imports ${file}`;
  if (target === source) return undefined;
  const allowed = ROOMS[source] ?? PROGRAMS[source] ?? [];
  return allowed.includes(target)
    ? undefined
    : `${source} imports ${target}; it may import ${allowed.join(', ') || 'no room'}`;
}

/** Finds import cycles, including imports of types. */
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

/** Finds folders of src/ that import each other. A folder and the folders in it are one. */
export function mutualFolders(files: readonly SourceFile[]): Violation[] {
  const arrows = inSrc(files).flatMap((file) =>
    importsOf(file, files).flatMap(({ file: target, line }) => {
      const [from, to] = [dirname(file.path), dirname(target ?? file.path)];
      return `${from}/`.startsWith(`${to}/`) || `${to}/`.startsWith(`${from}/`) ? [] : [{ file, line, from, to }];
    }),
  );
  const both = arrows.filter(({ from, to }) => arrows.some((other) => other.from === to && other.to === from));
  const pairs = new Map(both.map((arrow) => [[arrow.from, arrow.to].sort().join(' and '), arrow]));
  return [...pairs].map(([pair, { file, line }]) => ({
    at: `${file.path}:${line}`,
    what: `${pair} import each other`,
  }));
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

/** Support code of the steps must not use a cryptography library directly. */
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

/**
 * A file under src/ must be imported by a file under src/, steps/, scripts/ or bench/. The entries of the package are
 * exempt.
 */
export function unimportedFiles(files: readonly SourceFile[]): Violation[] {
  const imported = new Set(
    files.flatMap((f) => importsOf(f, files).flatMap((i) => (i.file === f.path ? [] : [i.file]))),
  );
  return inSrc(files)
    .filter((file) => !['src/cli/main.ts', PUBLIC_SURFACE].includes(file.path) && !imported.has(file.path))
    .map((file) => ({ at: `${file.path}:1`, what: 'nothing imports it' }));
}

const CLOCKS_AND_DICE = ['Date.now', 'Math.random', 'performance.now', 'process.hrtime'];

/** Time and chance come only from src/determinism.ts. */
export function clocksAndDice(files: readonly SourceFile[]): Violation[] {
  return inSrc(files)
    .filter((file) => !['execution', 'cli'].includes(roomOf(file.path) ?? ''))
    .flatMap((file) => collect(file, (node) => clockOrDie(file, node)));
}

/** A place that uses the machine's clock or random numbers. */
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
