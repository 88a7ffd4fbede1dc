import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/root';

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

/** The NDJSON of running these feature files, by their names. */
export function recordFeatures(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'runbook-features-'));
  try {
    writeFileSync(join(folder, 'steps.cjs'), STEPS);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const bin = join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
    const run = spawnSync(
      process.execPath,
      [bin, '**/*.feature', '--require', 'steps.cjs', '--format', 'message:messages.ndjson'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules'), CUCUMBER_PUBLISH_QUIET: 'true' },
      },
    );
    if (run.error || run.status === 2) throw run.error ?? new Error(run.stderr);
    return readFileSync(join(folder, 'messages.ndjson'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
