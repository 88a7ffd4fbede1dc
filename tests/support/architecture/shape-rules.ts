import { posix } from 'node:path';
import ts from 'typescript';
import { collect, type SourceFile, type Violation, violation } from '../source-tree';

/** A file of code and its number of lines. */
export interface SizedFile {
  readonly path: string;
  readonly lines: number;
}

const MEDIAN_LINES = 80;
const MOST_LINES = 250;
const MOST_FILES = 20;

/** Folders of source code in which the median file is too long. */
export function longMedians(files: readonly SizedFile[]): Violation[] {
  return [...groupedBy(files, ({ path }) => path.split('/')[0] ?? '')].flatMap(([folder, members]) => {
    const lines = members.map((file) => file.lines).sort((a, b) => a - b);
    const median = lines[Math.floor(lines.length / 2)] ?? 0;
    return median > MEDIAN_LINES
      ? [{ at: folder, what: `the median file has ${median} lines; ${MEDIAN_LINES} at most` }]
      : [];
  });
}

export function longFiles(files: readonly SizedFile[]): Violation[] {
  return files
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => ({ at: path, what: `${lines} lines; ${MOST_LINES} at most` }));
}

/** Folders with too many files directly in them. */
export function crowdedFolders(paths: readonly string[]): Violation[] {
  return [...groupedBy(paths, posix.dirname)]
    .filter(([, members]) => members.length > MOST_FILES)
    .map(([folder, members]) => ({ at: folder, what: `${members.length} files; ${MOST_FILES} at most` }));
}

/** Exported types with a name that another file exports too. */
export function repeatedTypes(files: readonly SourceFile[]): Violation[] {
  const exported = files.flatMap((file) =>
    collect(file, (node) => (isExportedType(node) ? violation(file, node, node.name.text) : undefined)),
  );
  return [...groupedBy(exported, ({ what }) => what)]
    .filter(([, places]) => places.length > 1)
    .map(([name, places]) => ({ at: places.map(({ at }) => at).join(', '), what: `both export the type ${name}` }));
}

type TypeDeclaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.ClassDeclaration;

function isExportedType(node: ts.Node): node is TypeDeclaration & { readonly name: ts.Identifier } {
  const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isClassDeclaration(node);
  return isType && node.name !== undefined && (ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;
}

/**
 * Files in different rooms with the same name.
 *
 * @param needed the names that rooms may share
 */
export function repeatedNames(paths: readonly string[], needed: readonly string[]): Violation[] {
  const rooms = paths.filter((path) => /^src\/[^/]+\//.test(path) && !needed.includes(posix.basename(path)));
  return [...groupedBy(rooms, (path) => posix.basename(path))]
    .filter(([, members]) => new Set(members.map((path) => path.split('/')[1])).size > 1)
    .map(([, members]) => ({ at: members.join(', '), what: 'have the same name' }));
}

function groupedBy<T>(things: readonly T[], key: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return groups;
}
