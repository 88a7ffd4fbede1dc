import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { fileErrorText, onPath } from '../../src/file-error';
import { InputError } from '../../src/input-error';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';

/** Errors of the file system and of parsers: exit code 2, the path and a remedy, never a stack trace. */

/** Paths that cannot be read, by name, and the codes of their errors. */
function makeUnreadable(folder: string): Readonly<Record<string, string>> {
  mkdirSync(join(folder, 'folder.feature'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('loop.feature', join(folder, 'loop.feature'));
  return {
    missing: 'ENOENT',
    'file/below': 'ENOTDIR',
    'loop.feature': 'ELOOP',
    [`${'n'.repeat(300)}.feature`]: 'ENAMETOOLONG',
    'folder.feature': 'EISDIR',
  };
}

const READING: Readonly<Record<string, (path: string) => readonly string[]>> = {
  'run FEATURE': (path) => ['run', path],
  'run --only-stale FEATURE': (path) => ['run', '--only-stale', path],
  'run --environment': (path) => ['run', '--environment', path],
  'trace --environment': (path) => ['trace', '--environment', path],
  render: (path) => ['render', path],
  'render --environment': (path) => ['render', 'file', '--environment', path],
  trace: (path) => ['trace', path],
  diff: (path) => ['diff', path, path],
};

for (const [title, args] of Object.entries(READING)) {
  test(`exit 2 for a path that cannot be read: rehearse ${title}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      for (const path of Object.keys(makeUnreadable(folder))) {
        const { status, stderr } = await rehearseHere(args(path), folder);
        expect([status, stderr], `${title} ${path}`).to.satisfy(isUserError);
        expect(stderr).to.include(path);
      }
    });
  });
}

const WRONG: readonly (readonly [args: readonly string[], says: RegExp])[] = [
  [['run', '--tags', '@a and'], /^error: --tags "@a and" is not a tag expression: .*; write for instance/],
  [['run', '--tags', '((('], /^error: --tags "\(\(\(" is not a tag expression/],
  [['run', '--tags', '@a @b'], /^error: --tags "@a @b" is not a tag expression/],
];

test('exit 2 for a tag expression that cannot be parsed', async () => {
  for (const [args, says] of WRONG) {
    const { status, stderr } = await rehearseHere(args);
    expect([status, stderr]).to.satisfy(isUserError);
    expect(stderr).to.match(says);
  }
});

test('every code of the file system has words, and so has an error that another one wraps', () => {
  const error = Object.assign(new Error('EMFILE: too many open files, open'), { code: 'EMFILE', syscall: 'open' });
  const text = 'a.yaml: too many files are open (EMFILE); close other programs, or raise the limit (ulimit -n)';
  expect(fileErrorText(error, 'a.yaml')).to.equal(text);
  expect(fileErrorText(new Error('Cucumber errored', { cause: error }), 'a.yaml')).to.equal(text);
  expect(fileErrorText(Object.assign(new Error('odd'), { code: 'EODD', syscall: 'open', path: 'b' }))).to.equal(
    'b: odd (EODD); check the path',
  );
  expect(fileErrorText(new Error('no file'))).to.equal(undefined);
  expect(fileErrorText(Object.assign(new Error('an assertion'), { code: 'ERR_ASSERTION' }))).to.equal(undefined);
});

test('an error of the file system on a path becomes the error of the user, any other error remains', () => {
  const fail = (error: Error) => () =>
    onPath('a.yaml', () => {
      throw error;
    });
  expect(fail(Object.assign(new Error('x'), { code: 'EISDIR', syscall: 'read' }))).to.throw(InputError, /^a\.yaml: /);
  expect(fail(new TypeError('x'))).to.throw(TypeError, 'x');
});

function isUserError([status, stderr]: readonly [number | null, string]): boolean {
  return status === 2 && stderr.startsWith('error: ') && /; \S/.test(stderr) && !/^\s+at |bug:/m.test(stderr);
}
