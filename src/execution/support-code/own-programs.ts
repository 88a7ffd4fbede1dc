import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import type { ISupportCodeCoordinates } from '@cucumber/cucumber/api';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { PACKAGE } from '../../package/folder';

/** The user's step definitions: JavaScript, or TypeScript where Node.js or ts-node reads it. */

const PROGRAM = /(?<!\.d)\.[cm]?[jt]s$/;
const TYPESCRIPT = /\.[cm]?ts$/;

/** The programs at or below a path, absolute and in order. Folders of packages and hidden folders are left out. */
export function programsAt(path: string): readonly string[] {
  return onPath(path, () => below(resolve(path), statSync(path).isDirectory()));
}

function below(path: string, isFolder: boolean): readonly string[] {
  if (!isFolder) return PROGRAM.test(path) ? [path] : [];
  const entries = readdirSync(path, { withFileTypes: true }).filter(({ name }) => !/^(\.|node_modules$)/.test(name));
  return entries
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => below(join(path, entry.name), entry.isDirectory()));
}

/**
 * The user's step definitions at or below these paths. Throws an InputError for a path without programs, and for
 * programs that use another copy of this package.
 */
export function ownProgramsAt(paths: readonly string[]): readonly string[] {
  const files = paths.flatMap((path) => {
    const found = programsAt(path);
    if (found.length > 0) return found;
    throw new InputError(`${path} contains no step definitions; they are files that end with .js, .cjs, .mjs or .ts`);
  });
  const own = [...new Set(files)];
  for (const file of own) refuseOtherCopy(file);
  return own;
}

/** How Cucumber loads these files: ts-node compiles TypeScript where the project has it, else Node.js reads it. */
export function coordinatesOf(files: readonly string[]): Omit<ISupportCodeCoordinates, 'loaders'> {
  const compiled = files.flatMap((file) => {
    const compiler = TYPESCRIPT.test(file) ? compilerFor(file) : undefined;
    return compiler === undefined ? [] : [{ file, compiler }];
  });
  const requirePaths = compiled.map(({ file }) => file);
  return {
    requireModules: [...new Set(compiled.map(({ compiler }) => compiler))],
    requirePaths: requirePaths,
    importPaths: files.filter((file) => !requirePaths.includes(file)),
  };
}

/** The ts-node of the file's project; undefined where Node.js reads the file itself. */
function compilerFor(file: string): string | undefined {
  const found = isModule(file) ? undefined : resolvedFrom(file, 'ts-node/register');
  if (found !== undefined || Reflect.get(process.features, 'typescript')) return found;
  const needs = isModule(file)
    ? 'as an ECMAScript module, it needs Node.js 22.18 or later'
    : 'install ts-node and typescript in its project, or use Node.js 22.18 or later';
  throw new InputError(`${shown(file)}: Node.js ${process.version} does not read TypeScript; ${needs}; or compile it`);
}

function isModule(file: string): boolean {
  if (/\.[cm]ts$/.test(file)) return file.endsWith('.mts');
  return typeOfPackage(dirname(file)) === 'module';
}

function typeOfPackage(folder: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).type;
  } catch {
    const above = dirname(folder);
    return above === folder ? undefined : typeOfPackage(above);
  }
}

/** Two copies of this package would have two worlds, two sets of steps and two simulations. */
function refuseOtherCopy(file: string): void {
  if (!readFileSync(file, 'utf8').includes('certificate-rehearsal')) return;
  const found = resolvedFrom(file, 'certificate-rehearsal/package.json');
  const copy = found === undefined ? PACKAGE : dirname(found);
  if (realpathSync(copy) === realpathSync(PACKAGE)) return;
  throw new InputError(
    `${shown(file)} uses the certificate-rehearsal in ${copy}, and this rehearse is in ${PACKAGE}; run npx rehearse in the project of the file`,
  );
}

/** The file of a module that a file would load; undefined if there is none. */
export function resolvedFrom(file: string, module: string): string | undefined {
  try {
    return createRequire(file).resolve(module);
  } catch {
    return undefined;
  }
}

/** The path as a reader writes it. */
export function shown(file: string): string {
  return relative(process.cwd(), file) || file;
}
