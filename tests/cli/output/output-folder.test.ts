import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { keptText, type OutputFile, writeOutput } from '../../../src/cli/output/output-folder';
import { InputError } from '../../../src/input-error';
import { inTemporaryFolderAsync } from '../../support/rehearse';
import { ROOT } from '../../support/root';

/** A command replaces and removes only files that it wrote itself and that are unchanged. */

const MARKER = '.rehearse.json';
const FIRST: readonly OutputFile[] = [
  ['runbook/index.html', '<p>first'],
  ['runbook/old/page.html', '<p>old'],
  ['artifacts/a.cer', 'a'],
  ['junit.xml', '<testsuite/>'],
];
const SECOND: readonly OutputFile[] = [
  ['runbook/index.html', '<p>second'],
  ['runbook/new.html', '<p>new'],
];
const planFor = (folder: string) => ({ folder, files: ['runbook/index.html'], folders: ['runbook', 'artifacts'] });
const written = (folder: string, files: readonly OutputFile[]) => writeOutput(planFor(folder), files);

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolderAsync(async (folder) => use(join(folder, 'out')));
}

test('a second run replaces the files of the first, and removes those that it does not write any more', async () => {
  await inFolder(async (folder) => {
    await written(folder, FIRST);
    expect(await written(folder, SECOND)).to.deep.equal([]);
    expect(contents(folder)).to.deep.equal({
      'runbook/index.html': '<p>second',
      'runbook/new.html': '<p>new',
      'junit.xml': '<testsuite/>',
    });
    expect(existsSync(join(folder, 'runbook', 'old'))).to.equal(false);
    expect(existsSync(join(folder, 'artifacts'))).to.equal(false);
  });
});

test('files of others beside those of the tool are kept and named', async () => {
  await inFolder(async (folder) => {
    const foreign = { 'README.md': '# Mine', 'artifacts/build.zip': 'zip', 'runbook/old/notes.md': 'notes' };
    await written(folder, FIRST);
    put(folder, foreign);
    expect(await written(folder, SECOND)).to.have.members(['artifacts/build.zip', 'runbook/old/notes.md']);
    expect(contents(folder)).to.include(foreign);
    expect(keptText('out', ['artifacts/build.zip'])).to.equal(
      'kept       not written by rehearse, in out: artifacts/build.zip\n',
    );
    expect(keptText('out', [])).to.equal('');
  });
});

/** What others can do to a path that the tool writes, each with the path that the error names. */
const IN_THE_WAY: Readonly<Record<string, readonly [named: string, prepare: (folder: string) => unknown]>> = {
  'a file of others': ['runbook/index.html', (folder) => put(folder, { 'runbook/index.html': 'mine' })],
  'a file of others at a path that only the second run writes': [
    'runbook/new.html',
    async (folder) => {
      await written(folder, FIRST);
      put(folder, { 'runbook/new.html': 'mine' });
    },
  ],
  'a changed file of the tool': [
    'runbook/index.html',
    async (folder) => {
      await written(folder, FIRST);
      put(folder, { 'runbook/index.html': '<p>first, with a note' });
    },
  ],
  'a changed file of the tool that is not written any more': [
    'runbook/old/page.html',
    async (folder) => {
      await written(folder, FIRST);
      put(folder, { 'runbook/old/page.html': '<p>old, with a note' });
    },
  ],
  'a file in place of a folder': ['runbook', (folder) => put(folder, { runbook: 'mine' })],
  'a folder in place of a file': ['runbook/index.html', (folder) => put(folder, { 'runbook/index.html/a': 'mine' })],
  'a symbolic link in place of a file': [
    'runbook/index.html',
    (folder) => {
      put(folder, { 'runbook/target': 'mine' });
      symlinkSync('target', join(folder, 'runbook', 'index.html'));
    },
  ],
  'a marker of another program': [MARKER, (folder) => put(folder, { [MARKER]: '{}' })],
  'a marker that names files elsewhere': [
    MARKER,
    (folder) => put(folder, { [MARKER]: '{"files":{"../../etc/passwd":["a"]}}' }),
  ],
};

for (const [title, [named, prepare]] of Object.entries(IN_THE_WAY)) {
  test(`nothing is written: ${title}`, async () => {
    await inFolder(async (folder) => {
      await prepare(folder);
      const before = contents(folder);
      const error = await written(folder, SECOND).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(InputError);
      expect(String(error)).to.include(named).and.to.include('; ');
      expect(contents(folder)).to.deep.equal(before);
      expect(draftsIn(folder)).to.deep.equal([]);
    });
  });
}

test('a file with the content that the tool would write is not in the way', async () => {
  await inFolder(async (folder) => {
    put(folder, { 'junit.xml': '<testsuite/>' });
    await written(folder, FIRST);
    expect(contents(folder)['junit.xml']).to.equal('<testsuite/>');
  });
});

/** What ends a process while it writes, with the code or the signal that it ends with. */
const ENDINGS: Readonly<Record<string, readonly [end: string, status: number | null, signal: string | null]>> = {
  SIGINT: ["process.kill(process.pid, 'SIGINT')", null, 'SIGINT'],
  SIGTERM: ["process.kill(process.pid, 'SIGTERM')", null, 'SIGTERM'],
  SIGHUP: ["process.kill(process.pid, 'SIGHUP')", null, 'SIGHUP'],
  'an uncaught error': ["setImmediate(() => { throw new Error('planted') })", 1, null],
  'an error of a page': ["throw new Error('planted')", 1, null],
  'the end of the process': ['process.exit(3)', 3, null],
};

for (const [title, [end, status, signal]] of Object.entries(ENDINGS)) {
  test(`${title} leaves nothing behind`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const ended = endingWith(end, join(folder, 'deep', 'out'));
      expect([ended.status, ended.signal], ended.stderr).to.deep.equal([status, signal]);
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  });
}

test('the next command removes what a killed process has left, and nothing of a running one', async () => {
  await inFolder(async (folder) => {
    expect(endingWith("process.kill(process.pid, 'SIGKILL')", folder).signal).to.equal('SIGKILL');
    expect(draftsIn(folder)).to.have.lengthOf(1);
    mkdirSync(join(folder, `.rehearse-${process.ppid}`));
    mkdirSync(join(folder, '.rehearse-notes'));
    await written(folder, FIRST);
    expect(draftsIn(folder)).to.have.members([`.rehearse-${process.ppid}`, '.rehearse-notes']);
  });
});

test('a full disk leaves the earlier files, and no draft', async (t) => {
  await inTemporaryFolderAsync(async (folder) => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]);
    if (mounted.status !== 0) {
      t.skip('left out: this user cannot mount a small file system');
      return;
    }
    try {
      await written(folder, FIRST);
      const before = contents(folder);
      const error = await written(folder, [...SECOND, ['runbook/large.html', 'x'.repeat(1024 * 1024)]]).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(InputError);
      expect(String(error)).to.include('runbook/large.html').and.to.include('there is no space left (ENOSPC)');
      expect(contents(folder)).to.deep.equal(before);
      expect(draftsIn(folder)).to.deep.equal([]);
    } finally {
      spawnSync('umount', [folder]);
    }
  });
});

test('the README of reports/ names every file and folder that a command writes directly there', () => {
  const text = readFileSync(join(ROOT, 'reports', 'README.md'), 'utf8');
  for (const name of [
    'messages.ndjson',
    'junit.xml',
    'runbook/',
    'artifacts/',
    'diff.html',
    'diff.md',
    'diff.json',
    MARKER,
  ])
    expect(text).to.include(`\`${name}\``);
});

/** A process that writes files without end, and ends itself after the second one. */
function endingWith(end: string, folder: string) {
  const module = JSON.stringify(join(ROOT, 'dist', 'src', 'cli', 'output', 'output-folder.js'));
  const program = `
    const { writeOutput } = require(${module});
    function* files() {
      for (let n = 0; ; n += 1) {
        yield ['runbook/' + n + '.html', '<p>'];
        if (n === 1) ${end};
      }
    }
    writeOutput({ folder: ${JSON.stringify(folder)}, files: [], folders: ['runbook'] }, files());`;
  return spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' });
}

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The files in the folder by path, without the marker. */
function contents(folder: string): Readonly<Record<string, string>> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const read = (path: string) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const;
  return Object.fromEntries(paths.filter((path) => path !== MARKER).map(read));
}

function draftsIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.rehearse-'));
}
