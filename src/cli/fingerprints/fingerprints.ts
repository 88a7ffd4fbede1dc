import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Fingerprints } from '../../evidence/fingerprints';
import { today } from '../../execution/clock';
import { ENVIRONMENTS, PACKAGE, PROGRAM } from '../../package/folder';
import type { CurrentInputs } from '../../recording/staleness/staleness';
import { ledger } from '../input/shipped-files';
import { commitOf } from './commit';

/** Rooms that no result depends on: they read what a run has left, or do not take part in it. */
const READERS = ['runbook', 'recording', 'cli', 'exploration'];

/**
 * What a run on that environment file rests on. Step definitions and simulation are taken as they are executed: as
 * compiled programs, or as sources where those are.
 */
export function fingerprintsOf(environmentFile: string): Fingerprints {
  const commit = commitOf(PACKAGE);
  return {
    ...(commit === undefined ? {} : { commit }),
    ...programs(),
    environment: digestOfFile(environmentFile),
    sentences: Object.fromEntries(ledger().map(({ id, sha256 }) => [id, sha256])),
  };
}

/**
 * What all this is now, to be held against what a run has recorded.
 *
 * @param environmentFile the one to compare with; where it is not given, those that bear the recorded name are
 * @param folders from where features may have been addressed
 */
export function currentInputs(
  environmentFile?: string,
  folders: readonly string[] = [process.cwd(), PACKAGE],
): CurrentInputs {
  return {
    ...programs(),
    today: today(),
    environments: (name) =>
      (environmentFile === undefined ? [join(ENVIRONMENTS, name), resolve(name)] : [environmentFile]).flatMap((file) =>
        existsSync(file) ? [digestOfFile(file)] : [],
      ),
    features: (uri) =>
      [...new Set(folders.map((folder) => resolve(folder, uri)))].flatMap((file) =>
        existsSync(file) ? [readFileSync(file, 'utf8')] : [],
      ),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

type Programs = Pick<Fingerprints, 'steps' | 'simulation'>;

let read: Programs | undefined;

/** Read once, for a run records them and then compares its pages with them. */
function programs(): Programs {
  read ??= readPrograms();
  return read;
}

function readPrograms(): Programs {
  const rooms = readdirSync(join(PROGRAM, 'src')).filter((name) => !READERS.includes(name) && !name.endsWith('.map'));
  return {
    steps: digestOf(PROGRAM, ['steps']),
    simulation: digestOf(
      PROGRAM,
      rooms.map((name) => `src/${name}`),
    ),
  };
}

function digestOfFile(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** One digest of all programs in these places, with their names. */
function digestOf(folder: string, names: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of names.flatMap((name) => programsIn(folder, name)).sort()) {
    const bytes = readFileSync(join(folder, path));
    digest.update(`${path}\n${bytes.length}\n`).update(bytes);
  }
  return digest.digest('hex');
}

function programsIn(folder: string, path: string): readonly string[] {
  if (/\.[jt]s$/.test(path)) return [path];
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? programsIn(folder, inner) : /\.[jt]s$/.test(entry.name) ? [inner] : [];
  });
}
