/**
 * Runs every *.test.ts below tests/ with Node's own runner, of which Node 20 cannot find such files itself, and ends
 * with one plain line: `N passed, N failed, N skipped`. Arguments choose the files whose path contains one of them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv.slice(2).map((argument) => argument.replaceAll('\\', '/'));
const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => wanted.length === 0 || wanted.some((part) => path.includes(part)))
  .sort();

if (files.length === 0) {
  process.stderr.write(`no test file matches ${wanted.join(' ')}\n`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'rehearsal-tests-'));
const record = join(folder, 'results.tap');
const options = [
  ['--require', 'ts-node/register'],
  ['--test', '--test-concurrency=2'],
  ['--test-reporter=spec', '--test-reporter-destination=stdout'],
  ['--test-reporter=tap', `--test-reporter-destination=${record}`],
].flat();

const runner = spawn(process.execPath, [...options, ...files], { cwd: root, stdio: 'inherit' });
runner.on('error', (error) => finish(error.message));
runner.on('close', (code, signal) => finish(signal ?? code));

function finish(ending) {
  const summary = summaryOf(record);
  rmSync(folder, { recursive: true, force: true });
  const failed = summary.fail + summary.cancelled || (ending === 0 ? 0 : 1);
  process.stdout.write(`${summary.pass} passed, ${failed} failed, ${summary.skipped + summary.todo} skipped\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** The closing lines of the record: `# pass 12`. */
function summaryOf(path) {
  const lines = textOf(path).split('\n').slice(-12).join('\n');
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(lines)?.[1] ?? 0);
  return {
    pass: count('pass'),
    fail: count('fail'),
    cancelled: count('cancelled'),
    skipped: count('skipped'),
    todo: count('todo'),
  };
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
