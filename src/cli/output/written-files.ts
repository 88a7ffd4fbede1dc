import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';

/** The file in an output folder that lists the files which this tool has written there. */
export const MARKER = '.rehearse.json';

/**
 * The SHA-256 digests of written files by path. The path is relative to the output folder, with `/`. A file has two
 * digests while it is replaced.
 */
export type WrittenFiles = Readonly<Record<string, readonly string[]>>;

/** The digest of a file's content, as in the marker. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The files that this tool has written to the folder. Throws an InputError if the marker is of another program. */
export function writtenFiles(folder: string): WrittenFiles {
  const marker = join(folder, MARKER);
  if (!existsSync(marker)) return {};
  const text = onPath(marker, () => readFileSync(marker, 'utf8'));
  const found = jsonIn(text);
  if (isMarker(found)) return found.files;
  throw new InputError(`${marker} is not a list of files that rehearse wrote; remove it, or choose another folder`);
}

/** The text of the marker. */
export function markerText(files: WrittenFiles): string {
  const about = 'Files that rehearse wrote to this folder. It replaces and removes only these, if they are unchanged.';
  return `${JSON.stringify({ about, files }, undefined, 1)}\n`;
}

/** Whether the file exists, and has the content that this tool has written. */
export function isUnchanged(folder: string, path: string, digests: readonly string[] = []): boolean {
  const file = join(folder, path);
  return onPath(file, () => {
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
    return digests.includes(digestOf(readFileSync(file)));
  });
}

/** The path that prevents writing a file because something of others is there; undefined if there is none. */
export function obstacle(folder: string, path: string, digests: readonly string[] = []): string | undefined {
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const found = onPath(parent, () => statSync(join(folder, parent), { throwIfNoEntry: false }));
    if (found && !found.isDirectory()) return parent;
  }
  const file = join(folder, path);
  const found = onPath(file, () => lstatSync(file, { throwIfNoEntry: false }));
  return found && !isUnchanged(folder, path, digests) ? path : undefined;
}

/** The files below a folder of the output folder, as paths with `/`. Symbolic links are not followed. */
export function filesBelow(folder: string, path: string): readonly string[] {
  const full = join(folder, path);
  if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(folder, inner) : [inner];
  });
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMarker(found: unknown): found is { readonly files: WrittenFiles } {
  if (typeof found !== 'object' || found === null || !('files' in found)) return false;
  const { files } = found;
  if (typeof files !== 'object' || files === null || Array.isArray(files)) return false;
  return Object.entries(files).every(
    ([path, digests]) => isInside(path) && Array.isArray(digests) && digests.every((one) => typeof one === 'string'),
  );
}

/** Whether a path remains in the folder that it is relative to. */
function isInside(path: string): boolean {
  return path.split('/').every((part) => !['', '.', '..'].includes(part) && !part.includes('\\'));
}
