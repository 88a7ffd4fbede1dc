import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The commit that a Git work tree has checked out, read from its files. Undefined for any other folder and before the
 * first commit. Uncommitted changes are not detected.
 */
export function commitOf(folder: string): string | undefined {
  const repository = repositoryOf(folder);
  const head = repository && textOf(join(repository, 'HEAD'));
  if (!head) return undefined;
  const name = /^ref: (.+)$/.exec(head)?.[1];
  return objectId(name === undefined ? head : (branchTip(repository, name) ?? ''));
}

/** `.git` is the repository, or a file with the address of this work tree's part of it. */
function repositoryOf(folder: string): string | undefined {
  const path = join(folder, '.git');
  if (!existsSync(path)) return undefined;
  if (statSync(path).isDirectory()) return path;
  const elsewhere = /^gitdir: (.+)$/.exec(textOf(path) ?? '')?.[1];
  return elsewhere === undefined ? undefined : resolve(folder, elsewhere);
}

/** Branches of all work trees are in the common part, each in a separate file or packed with others. */
function branchTip(repository: string, name: string): string | undefined {
  const common = resolve(repository, textOf(join(repository, 'commondir')) ?? '.');
  const packed = (textOf(join(common, 'packed-refs')) ?? '').split('\n').find((line) => line.endsWith(` ${name}`));
  return textOf(join(repository, name)) ?? textOf(join(common, name)) ?? packed?.split(' ')[0];
}

function objectId(text: string): string | undefined {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
