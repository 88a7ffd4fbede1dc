/**
 * Compiles everything, runs every *.test.ts below tests/ in its compiled form with Node's own runner, and ends with one
 * plain line: `N passed, N failed, N skipped`. Arguments select the files whose path contains one of them. With arguments
 * the tests run even when a type is wrong somewhere, but the run then counts as failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** Source maps give the places of errors. With more memory for new objects (MB), fewer of them are copied. */
const NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=128'];

/**
 * The test files that take longest. They start before the others, so that at the end no processor waits for a long one. The
 * first ones share no results, except that `cli/run` creates those of a whole run, which the pages need.
 */
const LONGEST = [
  'cli/run',
  'execution/environments',
  'cli/explore',
  'x509/pkcs12-foreign',
  'exploration/explore',
  'runbook/browser/full-accessibility',
  'runbook/browser/values',
  'runbook/browser/record',
  'runbook/browser/accessibility',
  'runbook/browser/plan',
  'translation/features',
].map((name) => `tests/${name}.test.ts`);

/**
 * All other test files of a folder run in one process, which loads the program once. These folders run in one process
 * together with the folders in them, and start in this order; a file belongs to the first one that contains it.
 */
const IN_ONE_PROCESS = [
  'runbook/browser',
  'cli/output',
  'cli/terminal', // V8 does not optimize its large expressions in a process with many others
  'cli',
  'execution',
  'runbook/recording',
  'runbook',
  'judge',
  'pool-state',
  'exploration',
  'x509',
  'inspection',
  'world',
  'translation',
  'what-if',
  'server',
  'products',
].map((name) => `tests/${name}`);

/** Two processes more than the machine has processors, because tests in the browser wait for it most of the time. */
const PROCESSES = availableParallelism() + 2;

// The runner passes its options on to the processes of the test files.
if (NODE_OPTIONS.every((option) => process.execArgv.includes(option))) await main();
else process.exitCode = again();

function again() {
  const args = [...NODE_OPTIONS, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
}

async function main() {
  process.chdir(root);
  const parts = process.argv.slice(2).map((argument) => argument.replaceAll('\\', '/'));
  const files = testFiles(parts);
  if (files.length === 0) {
    process.stderr.write(`no test file matches ${parts.join(' ')}\n`);
    process.exitCode = 2;
    return;
  }
  const built = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  if (built.status === 0) await runTests(files, 0);
  else if (parts.length > 0) await runTests(files, 1);
  else finish({}, 1);
}

/** The test files whose path contains one of these parts. */
function testFiles(parts) {
  return readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .filter((path) => parts.length === 0 || parts.some((part) => path.includes(part)))
    .sort();
}

/**
 * What each process runs, in the order of the start: the files that take longest, then the folders.
 *
 * @param session the folder for these programs
 */
function programs(files, session) {
  const rest = files.filter((path) => !LONGEST.includes(path));
  const folderOf = (path) => IN_ONE_PROCESS.find((folder) => path.startsWith(`${folder}/`)) ?? dirname(path);
  const folders = new Set([...IN_ONE_PROCESS, ...rest.map(folderOf)]);
  return [
    ...LONGEST.filter((path) => files.includes(path)).map((path) => programOf(path, [path], session)),
    ...[...folders].flatMap((folder) => {
      const together = rest.filter((path) => folderOf(path) === folder);
      return together.length > 0 ? [programOf(folder, together, session)] : [];
    }),
  ];
}

/** A program that loads these test files, with the optimizer as the command sets it. */
function programOf(name, files, session) {
  const program = join(session, `${name.replaceAll('/', '-')}.cjs`);
  const modules = [join(root, 'dist/src/cli/terminal/optimizer.js'), ...files.map(compiled)];
  writeFileSync(program, modules.map((path) => `require(${JSON.stringify(path)});\n`).join(''));
  return program;
}

function compiled(path) {
  return join(root, 'dist', path.replace(/\.ts$/, '.js'));
}

async function runTests(files, errors) {
  const counts = {};
  // Results that several test files only read are created once, in this folder.
  const session = mkdtempSync(join(tmpdir(), 'test-session-'));
  process.env.TEST_SESSION = session;
  process.on('exit', () => rmSync(session, { recursive: true, force: true }));
  const browser = await browserFor(files.map(compiled));
  const stream = run({ files: programs(files, session), concurrency: PROCESSES });
  stream.on('test:diagnostic', ({ message }) => {
    const [, name, count] = /^(pass|fail|cancelled|skipped|todo) (\d+)$/.exec(message) ?? [];
    if (name !== undefined) counts[name] = Number(count);
  });
  stream.on('end', () => {
    browser?.close();
    finish(counts, errors);
  });
  stream.compose(new spec()).pipe(process.stdout);
}

/** Starts the browser that these tests share; undefined where none of them needs one, or there is none. */
async function browserFor(files) {
  const needed = files.some(
    (file) => existsSync(file) && /require\("[^"]*\/chromium"\)/.test(readFileSync(file, 'utf8')),
  );
  if (!needed) return undefined;
  const { browserServer } = createRequire(import.meta.url)('../dist/tests/runbook/browser/chromium.js');
  const browser = await browserServer();
  if (browser) process.env.TEST_BROWSER = browser.wsEndpoint();
  return browser;
}

function finish({ pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 }, errors) {
  const failed = fail + cancelled + errors;
  process.exitCode = failed === 0 && pass > 0 ? 0 : 1;
  process.on('exit', () => process.stdout.write(`${pass} passed, ${failed} failed, ${skipped + todo} skipped\n`));
}
