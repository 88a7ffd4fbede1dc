import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { recordFeatures } from '../../runbook/recorded-features';
import { inTemporaryFolder, inTemporaryFolderAsync, MAIN, rehearse } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';

/** The exit codes of the contract: 0, 1, 2, 70 for an error of the program, 141 for a closed pipe. */

const FEATURE = 'Feature: Assign\n\n  # source: 04952-104\n  Example: One\n    When the operator fails\n';
const FAILED = recordFeatures({ 'a.feature': FEATURE });
const POSIX = process.platform === 'win32' ? 'needs a POSIX shell' : false;
const ON_LINUX = existsSync('/dev/full') ? false : 'needs /dev/full';

/** Runs the command in a shell, with `$R` for the program and its arguments. */
function inShell(script: string, args: readonly string[], folder: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script, MAIN, process.execPath, MAIN, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const PRINTING: readonly (readonly string[])[] = [
  ['--help'],
  ['--version'],
  ['run', '--help'],
  ['trace', 'm.ndjson'],
  ['trace', 'm.ndjson', '--json'],
  ['render', 'm.ndjson'],
  ['diff', 'm.ndjson', 'm.ndjson', '--json'],
  ['explore', '--runs', '1', '--seed', '1'],
  ['init', 'new.yaml'],
];

for (const args of PRINTING) {
  test(`a closed pipe ends with 141 and without a text: rehearse ${args.join(' ')}`, { skip: POSIX }, () => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'm.ndjson'), FAILED);
      // the reader has ended before the program begins to write
      const script = 'exec 3> >(exec true); wait $!; "$@" >&3 2>err; echo $?';
      const { stdout } = inShell(script, args, folder);
      expect(stdout).to.equal('141\n');
      expect(readFileSync(join(folder, 'err'), 'utf8')).not.to.match(/^\s+at |EPIPE|error|bug/im);
    });
  });

  test(`a full output device ends with 2 and a message: rehearse ${args.join(' ')}`, { skip: ON_LINUX }, () => {
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'm.ndjson'), FAILED);
      const { status, stderr } = inShell('"$@" >/dev/full', args, folder);
      expect(status, stderr).to.equal(2);
      expect(stderr).to.match(/^error: the standard output: there is no space left \(ENOSPC\); /m);
      expect(stderr).not.to.match(/^\s+at /m);
    });
  });
}

test('a full error output ends with 2', { skip: ON_LINUX }, () => {
  inTemporaryFolder((folder) => {
    expect(inShell('"$@" 2>/dev/full', ['render', 'missing'], folder).status).to.equal(2);
  });
});

test('an error of the program ends with 70 and the place of the error', () => {
  inTemporaryFolder((folder) => {
    const plant = join(folder, 'plant.cjs');
    const planted = [
      "require('crypto').randomInt = () => { throw new TypeError('planted') };",
      "setImmediate(() => { throw new TypeError('planted') });",
      "setImmediate(() => { Promise.reject(new TypeError('planted')) });",
    ];
    for (const text of planted) {
      writeFileSync(plant, text);
      const { status, stderr } = rehearse(['explore', '--runs', '1'], folder, {
        NODE_OPTIONS: `--require ${plant}`,
      });
      expect(status, stderr).to.equal(70);
      expect(stderr).to.match(/^bug: TypeError: planted\n\s+at /m);
    }
  });
});

test('a process that ends before its command has a result ends with 70', () => {
  inTemporaryFolder((folder) => {
    const plant = join(folder, 'plant.cjs');
    // nothing is left to do, and the promise of the run is never settled
    const text = `const loader = require('module');
const load = loader._load;
loader._load = (...args) => args[0] === '@cucumber/cucumber/api'
  ? { ...load(...args), runCucumber: () => new Promise(() => {}) }
  : load(...args);`;
    writeFileSync(plant, text);
    const { status, stderr } = rehearse(['run', '--json'], folder, { NODE_OPTIONS: `--require ${plant}` });
    expect(stderr).to.match(/^bug: the process ended before the command had a result$/m);
    expect(status).to.equal(70);
  });
});

test('render ends with 0 when the run that it renders has failed; trace of the same run ends with 1', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    writeFileSync(join(folder, 'm.ndjson'), FAILED);
    expect((await rehearseHere(['render', 'm.ndjson'], folder)).status).to.equal(0);
    expect((await rehearseHere(['trace', 'm.ndjson'], folder)).status).to.equal(1);
  });
});

test('trace ends with 2 if no feature of the run has a source document', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    writeFileSync(join(folder, 'm.ndjson'), recordFeatures({ 'a.feature': FEATURE.replace(/.*source.*\n/, '') }));
    const { status, stderr } = await rehearseHere(['trace', 'm.ndjson'], folder);
    expect(status).to.equal(2);
    expect(stderr).to.include('no feature has a source document; make one with: rehearse source FILE');
  });
});

test('--help lists the exit codes', async () => {
  const { stdout } = await rehearseHere(['--help']);
  for (const code of [0, 1, 2, 70, 141]) expect(stdout).to.match(new RegExp(`^ {2}${code} +\\S`, 'm'));
});

test('an old version of Node.js ends with 2 and a clear message, before anything else is loaded', () => {
  inTemporaryFolder((folder) => {
    const old = join(folder, 'old.cjs');
    const list =
      "process.on('exit', () => require('fs').writeFileSync('loaded', Object.keys(require.cache).join('\\n')));";
    for (const version of ['18.20.4', '20.18.3', '12.22.12']) {
      writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '${version}' });\n${list}`);
      const { status, stderr } = rehearse(['--version'], folder, { NODE_OPTIONS: `--require ${old}` });
      expect([status, stderr]).to.deep.equal([
        2,
        `error: this is Node.js ${version}; rehearse needs Node.js 20.19 or later: https://nodejs.org\n`,
      ]);
      const loaded = readFileSync(join(folder, 'loaded'), 'utf8').split('\n');
      const ours = loaded.filter((file) => file.startsWith(join(MAIN, '..', '..')));
      expect(ours.map((file) => file.replaceAll('\\', '/').replace(/.*\/src\//, ''))).to.have.members([
        'cli/main.js',
        'cli/terminal/node-version.js',
        'package/folder.js',
      ]);
      // Node.js 12 parses none of these
      for (const file of ours) expect(readFileSync(file, 'utf8')).not.to.match(/\?\?|\?\.[a-z[(]|^\s+#\w|\|\|=|&&=/m);
    }
  });
});
