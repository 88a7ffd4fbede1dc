import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DEFINITIONS } from '../../package/folder';

/** A group in the folder of its files. */
interface PlacedGroup {
  readonly title: string;
  readonly place: number;
  readonly files: readonly string[];
  /** the name of the folder */
  readonly folder: string;
}

/** The titles of the groups of the package's step definitions, in the order of the reference. */
export function groupTitles(): readonly string[] {
  const inOrder = groups().toSorted((one, other) => one.place - other.place);
  return [...new Set(inOrder.map(({ title }) => title))];
}

/** The title of the group of a definition of the package. Throws an Error for a file without a group. */
export function groupOf(uri: string): string {
  const file = resolve(uri);
  const name = basename(file).replace(/\.steps\.[jt]s$/, '');
  const found = groups().find(({ folder, files }) => folder === basename(dirname(file)) && files.includes(name));
  if (found) return found.title;
  throw new Error(`${file} is in no group of step definitions; add it to the groups of its folder`);
}

let known: readonly PlacedGroup[] | undefined;

function groups(): readonly PlacedGroup[] {
  known ??= readdirSync(DEFINITIONS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /groups\.[jt]s$/.test(name))
    .flatMap((name) => {
      const { GROUPS }: { readonly GROUPS: readonly Omit<PlacedGroup, 'folder'>[] } = require(join(DEFINITIONS, name));
      const folder = basename(dirname(join(DEFINITIONS, name)));
      return GROUPS.map((group) => ({ ...group, folder }));
    });
  return known;
}
