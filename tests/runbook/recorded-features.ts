import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/root';
import { shared } from '../support/shared';

/** Steps for every sentence: one with the word `fails` fails, one with `waits` is pending. */
const STEPS = `
const { Given } = require('@cucumber/cucumber');
const step = (text) => {
  if (/\\bfails\\b/.test(text)) throw new Error('it fails: ' + text);
  return /\\bwaits\\b/.test(text) ? 'pending' : undefined;
};
Given(/^(.*[^:])$/, (text) => step(text));
Given(/^(.*:)$/, (text, _argument) => step(text));
`;

/** The NDJSON of running these feature files, by their names; recorded once per session. */
export function recordFeatures(files: Readonly<Record<string, string>>): string {
  const folder = shared(['features', JSON.stringify(files)], (made) => record(made, files));
  return readFileSync(join(folder, 'messages.ndjson'), 'utf8');
}

function record(folder: string, files: Readonly<Record<string, string>>): void {
  writeFileSync(join(folder, 'steps.cjs'), STEPS);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const bin = join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  const env = { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), CUCUMBER_PUBLISH_QUIET: 'true' };
  const args = [bin, '**/*.feature', '--require', 'steps.cjs', '--format', 'message:messages.ndjson'];
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env });
  if (run.error || run.status === 2) throw run.error ?? new Error(run.stderr);
}
