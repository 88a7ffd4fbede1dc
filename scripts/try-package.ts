/**
 * Packs the package, installs it in an empty folder as npm does, and tries its commands there with several versions of
 * Node.js: `npm run try-package -- [NODE…]`, each NODE the path of a program. Without one, it uses the running Node.js.
 * Prints what differs between the versions. Ends with 1 if a command fails, or if results differ.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Trial, tryPackage } from './package-trial';

const ROOT = join(__dirname, '..', '..');
/** Files that contain durations and random ids, and the list of digests, which depend on the version in the pages. */
const OF_THE_MOMENT = /\.(ndjson|xml)$|\/\.rehearse\.json$/;

function main(programs: readonly string[]): number {
  const project = mkdtempSync(join(tmpdir(), 'try-package-'));
  try {
    install(project);
    const trials = programs.map((node) => {
      const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
      const trial = tryPackage(project, node);
      process.stdout.write(`Node.js ${version}: ${trial.files.size} files\n`);
      for (const { name, status, errors } of trial.commands)
        if (status !== 0) process.stdout.write(`  ${name} ended with ${status}: ${errors}\n`);
      return { version, trial };
    });
    const [first, ...others] = trials;
    const differences = first ? others.flatMap((other) => differencesOf(first, other)) : [];
    process.stdout.write(differences.map((one) => `${one}\n`).join(''));
    const failed = trials.some(({ trial }) => trial.commands.some(({ status }) => status !== 0));
    return failed || differences.length > 0 ? 1 : 0;
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

function install(project: string): void {
  const npm = (cwd: string, ...options: readonly string[]): string =>
    execFileSync('npm', options, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
  const [{ filename }] = JSON.parse(npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', project));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'another-project', private: true }));
  npm(project, 'install', '--no-audit', '--no-fund', `./${filename}`);
}

interface Versioned {
  readonly version: string;
  readonly trial: Trial;
}

/** The files and outputs that differ in more than the version of Node.js and what is of the moment. */
function differencesOf(one: Versioned, other: Versioned): readonly string[] {
  const [these, those] = [resultsOf(one), resultsOf(other)];
  const names = [...new Set([...these.keys(), ...those.keys()])].sort();
  const different = names.filter((name) => these.get(name) !== those.get(name));
  return different.map((name) => `${name} differs between Node.js ${one.version} and ${other.version}`);
}

function resultsOf({ version, trial }: Versioned): ReadonlyMap<string, string> {
  const files = [...trial.files].filter(([path]) => !OF_THE_MOMENT.test(path));
  const outputs = trial.commands.map(({ name, output }) => [`the output of ${name}`, timeless(output)] as const);
  const texts = files.map(([path, bytes]) => [path, bytes.toString('latin1')] as const);
  return new Map([...texts, ...outputs].map(([name, text]) => [name, text.replaceAll(version.slice(1), 'VERSION')]));
}

/** The output without speeds and durations. */
function timeless(output: string): string {
  return output.replace(/\(\d+ runs? and \d+ operations? a second\)|\d+m\d+\.\d+s/g, '');
}

process.exitCode = main(process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]);
