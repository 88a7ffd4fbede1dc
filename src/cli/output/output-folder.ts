import { mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { onPath } from '../../file-error';
import { InputError } from '../../input-error';
import { type DraftFolder, openDraft } from './draft-folder';
import { digestOf, filesBelow, isUnchanged, MARKER, markerText, obstacle, writtenFiles } from './written-files';

/** A file to write; its path is relative to the output folder, with `/`. */
export type OutputFile = readonly [path: string, content: string | Uint8Array];

/** What a command writes. */
export interface OutputPlan {
  readonly folder: string;
  /** the files that it always writes */
  readonly files: readonly string[];
  /** the folders from which it removes its files of earlier runs */
  readonly folders: readonly string[];
  /** the option that names the folder; default: `--out` */
  readonly option?: string;
}

/** An output folder, open for one command. Close it in any case. */
export class OutputFolder {
  readonly #plan: OutputPlan;
  readonly #draft: DraftFolder;

  /** Throws an InputError if the folder cannot be written, or files of others are where the command writes its own. */
  constructor(plan: OutputPlan) {
    this.#plan = plan;
    refuseFile(plan);
    refuseChanged(plan);
    this.#draft = openDraft(plan.folder);
  }

  /** A new folder for temporary files, which `close` removes. */
  temporary(name: string): string {
    const path = join(this.#draft.path, name);
    onPath(path, () => mkdirSync(path));
    return path;
  }

  /**
   * Writes files, all or none: each to the draft first, then all are moved. Replaces and removes only files that this
   * tool has written and that are unchanged. Throws an InputError if a file of others is in the way.
   *
   * @returns the files of others in the folders of the plan
   */
  async write(files: Iterable<OutputFile>): Promise<readonly string[]> {
    const digests: Record<string, string> = {};
    for (const [path, content] of files) {
      onPath(join(this.#plan.folder, path), () => write(this.#inDraft(path), content));
      digests[path] = digestOf(content);
      await setImmediate(); // lets an interruption end the process
    }
    onPath(this.#plan.folder, () => this.#moveAll(digests));
    return this.#plan.folders.flatMap((name) => filesBelow(this.#plan.folder, name)).filter((path) => !digests[path]);
  }

  /** Removes the draft. */
  close(): void {
    this.#draft.close();
  }

  #moveAll(digests: Readonly<Record<string, string>>): void {
    const { folder, folders, option = OUT } = this.#plan;
    const before = writtenFiles(folder);
    refuse(
      { folder, option },
      Object.entries(digests).flatMap(
        ([path, digest]) => obstacle(folder, path, [...(before[path] ?? []), digest]) ?? [],
      ),
    );
    const written = Object.fromEntries(Object.entries(digests).map(([path, digest]) => [path, [digest]]));
    const both = Object.entries(written).map(([path, now]) => [path, [...(before[path] ?? []), ...now]] as const);
    const obsolete = Object.keys(before).filter((path) => !digests[path] && folders.includes(topOf(path)));
    const others = Object.entries(before).filter(([path]) => !obsolete.includes(path));
    // a crash between these lines leaves a marker that knows the old and the new files
    this.#mark({ ...before, ...Object.fromEntries(both) });
    for (const path of Object.keys(digests)) move(this.#inDraft(path), join(folder, path));
    for (const path of obsolete) remove(folder, path, before[path]);
    this.#mark({ ...Object.fromEntries(others), ...written });
  }

  #mark(files: Parameters<typeof markerText>[0]): void {
    write(this.#inDraft(MARKER), markerText(files));
    move(this.#inDraft(MARKER), join(this.#plan.folder, MARKER));
  }

  #inDraft(path: string): string {
    return join(this.#draft.path, 'files', path);
  }
}

const OUT = '--out';

/** Opens the folder, writes the files, and closes it. Returns the files of others as `OutputFolder` does. */
export async function writeOutput(plan: OutputPlan, files: Iterable<OutputFile>): Promise<readonly string[]> {
  const output = new OutputFolder(plan);
  try {
    return await output.write(files);
  } finally {
    output.close();
  }
}

/** Throws an InputError if a command cannot write to its folder. Nothing in it changes. */
export function checkOutput(plan: OutputPlan): void {
  new OutputFolder(plan).close();
}

/** The terminal text about files of others in the output folder; empty if there are none. */
export function keptText(folder: string, kept: readonly string[]): string {
  return kept.length === 0 ? '' : `kept       not written by rehearse, in ${folder}: ${list(kept)}\n`;
}

const MOST_NAMED = 20;

function list(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

function refuseFile({ folder, option = OUT }: OutputPlan): void {
  const found = onPath(folder, () => statSync(folder, { throwIfNoEntry: false }));
  if (found && !found.isDirectory())
    throw new InputError(`${folder} is a file, and the output needs a folder; choose another one with ${option}`);
}

function refuseChanged({ folder, files, folders, option = OUT }: OutputPlan): void {
  const written = writtenFiles(folder);
  const earlier = Object.keys(written).filter((path) => folders.includes(topOf(path)));
  const paths = new Set([...files, ...earlier]);
  refuse(
    { folder, option },
    [...paths].flatMap((path) => obstacle(folder, path, written[path]) ?? []),
  );
}

function refuse(
  { folder, option }: { readonly folder: string; readonly option: string },
  foreign: readonly string[],
): void {
  if (foreign.length === 0) return;
  throw new InputError(
    `${folder} contains files that rehearse did not write, or that others changed: ${list([...new Set(foreign)])}; ` +
      `move them to another place, or choose another folder with ${option}`,
  );
}

function topOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** Only this user may read a file with private keys. */
function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, /\.(?:pfx|p12)$/i.test(file) ? { mode: 0o600 } : {});
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

/** Removes an unchanged file, and its folders that become empty. */
function remove(folder: string, path: string, digests: readonly string[] = []): void {
  if (!isUnchanged(folder, path, digests)) return;
  rmSync(join(folder, path));
  try {
    for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) rmdirSync(join(folder, parent));
  } catch {
    // a folder that contains something remains
  }
}
