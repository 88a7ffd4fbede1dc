import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { inspectFile } from '../src/inspection/inspect-file';
import type { InspectionOptions } from '../src/inspection/inspection-options';
import { DEFAULT_ENVIRONMENT } from '../src/package/folder';
import { committedSource } from '../src/package/rehearsal-keys';
import { PRODUCTS } from '../src/products/products';
import { buildDeployment } from '../src/world/build-deployment';
import { readEnvironment } from '../src/world/environment-file/read-environment';
import { mutated, mutations } from './file-mutations';
import { filesFor, NOW, PASSWORD, root, safeOf, withRightMac } from './inspection-files';
import { measure, middle } from './process';

/**
 * Inspections of changed files of each kind: the longest, and the peak memory. Then files per second of one call of
 * `rehearse inspect`, and the start of the program. Arguments: changes of each kind, files of the call, and the seed.
 */

const [, , changes = '10000', files = '1000', seed = '20131107'] = process.argv;
const MAIN = join(__dirname, '..', 'dist', 'src', 'cli', 'main.js');
/** Changes that are drawn at once. */
const BATCH = 500;

function main(): void {
  const environment = readEnvironment(readFileSync(DEFAULT_ENVIRONMENT, 'utf8'), DEFAULT_ENVIRONMENT, PRODUCTS);
  const deployment = buildDeployment(environment, committedSource(), PRODUCTS[0]);
  const options: InspectionOptions = {
    ...{ deployment, isExample: true, at: NOW, roots: [root], chain: [], crls: [] },
    ...{ password: PASSWORD, pool: NAME, purpose: 'serverAuth' },
  };
  const before = peak();
  for (const [kind, valid] of Object.entries(filesFor(NAME))) changedFiles(kind, valid, (bytes) => bytes, options);
  changedFiles('PKCS #12 with a right MAC', safeOf(NAME), withRightMac, options);
  console.log(`peak memory  ${peak()} MB, with ${before} MB for the compiler and the start`);
  inOneCall('valid', validFiles());
  inOneCall('changed', badFiles());
  start();
}

const NAME = 'edgepool.contoso.com';

function peak(): string {
  return (process.resourceUsage().maxRSS / 1024).toFixed(0);
}

function changedFiles(
  kind: string,
  valid: Uint8Array,
  wrap: (bytes: Uint8Array) => Uint8Array,
  options: InspectionOptions,
): void {
  const outcomes = new Map<string, number>();
  let [longest, total] = [0, 0];
  for (let done = 0; done < Number(changes); done += BATCH) {
    for (const one of fc.sample(mutations, { numRuns: BATCH, seed: Number(seed) + done })) {
      const bytes = wrap(mutated(valid, one));
      const begun = performance.now();
      const { code } = inspectFile({ name: 'changed.cer', bytes }, options);
      const taken = performance.now() - begun;
      outcomes.set(code ?? 'read', (outcomes.get(code ?? 'read') ?? 0) + 1);
      [longest, total] = [Math.max(longest, taken), total + taken];
    }
  }
  const said = [...outcomes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  console.log(
    `${kind}: ${changes} changes, mean ${(total / Number(changes)).toFixed(2)} ms, longest ${longest.toFixed(0)} ms; ${said.join(', ')}`,
  );
}

/** Valid files of all kinds in turn. */
function validFiles(): readonly Uint8Array[] {
  return Array.from({ length: Number(files) }, (_, index) => {
    const all = Object.values(filesFor(`host${index}.contoso.com`));
    return all[index % all.length] ?? new Uint8Array(0);
  });
}

/** Changed files of all kinds in turn. */
function badFiles(): readonly Uint8Array[] {
  const valid = Object.values(filesFor(NAME));
  const drawn = fc.sample(mutations, { numRuns: Number(files), seed: Number(seed) });
  return drawn.map((one, index) => mutated(valid[index % valid.length] ?? new Uint8Array(0), one));
}

function inOneCall(what: string, contents: readonly Uint8Array[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-bench-'));
  try {
    const names = contents.map((bytes, index) => {
      writeFileSync(join(folder, `${index}`), bytes);
      return `${index}`;
    });
    const quiet = join(folder, 'quiet.cjs');
    // the exit code says that some of the files have faults, which is no failure of the measurement
    writeFileSync(quiet, "process.on('exit', () => { process.exitCode = 0; });");
    const options = ['--password', PASSWORD, '--at', '2025-01-01', '--json'];
    const command = ['--require', quiet, MAIN, 'inspect', ...names, ...options];
    const { milliseconds, megabytes } = measure(command, { cwd: folder, folder });
    const speed = (names.length / milliseconds) * 1000;
    console.log(
      `one call     ${names.length} ${what} files, ${speed.toFixed(0)} files/s, peak memory ${megabytes.toFixed(0)} MB`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(): void {
  const time = (args: readonly string[]): number => {
    const begun = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - begun;
  };
  const rounds = Array.from({ length: 21 }, () => [time(['-e', '0']), time([MAIN, '--help'])] as const);
  const [empty, help] = [middle(rounds.map(([one]) => one)), middle(rounds.map(([, one]) => one))];
  const ratio = (help / empty).toFixed(2);
  console.log(`--help       ${help.toFixed(0)} ms, node -e 0 ${empty.toFixed(0)} ms, ratio ${ratio}`);
}

main();
