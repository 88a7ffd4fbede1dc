import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { recordFeatures } from '../../runbook/recorded-features';
import { inTemporaryFolderAsync, MAIN, rehearse } from '../../support/rehearse';

/** A run that ends early leaves nothing in the output folder. */

/** Starts a run in the folder, and sends it a signal when its first feature has begun. */
async function interrupted(folder: string, signal: NodeJS.Signals) {
  const args = ['run', '--keep-private-keys', '--tags', '@procedure', '--out', 'out'];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = once(child, 'exit');
  await once(child.stderr, 'data');
  const whileRunning = readdirSync(join(folder, 'out'));
  child.kill(signal);
  child.stderr.resume();
  const [code, by]: unknown[] = await exit;
  return { code, by, whileRunning };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} ends a run, which leaves nothing behind`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const { code, by, whileRunning } = await interrupted(folder, signal);
      expect([code, by]).to.deep.equal([null, signal]);
      expect(whileRunning.join()).to.match(/^\.rehearse-\d+$/);
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  });
}

test('what a killed run has left is removed by the next command that writes there, even if that fails', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const { by } = await interrupted(folder, 'SIGKILL');
    expect(by).to.equal('SIGKILL');
    expect(readdirSync(join(folder, 'out'))).to.have.lengthOf(1);
    writeFileSync(join(folder, 'm.ndjson'), 'no message');
    expect(rehearse(['render', 'm.ndjson', '--out', 'out'], folder).status).to.equal(2);
    expect(readdirSync(join(folder, 'out'))).to.deep.equal([]);
  });
});

test('init removes what a killed process has left beside its file', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const ended = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(ended, 'exit');
    mkdirSync(join(folder, `.rehearse-${ended.pid}`));
    expect(rehearse(['init', 'mine.yaml'], folder).status).to.equal(0);
    expect(readdirSync(folder).sort()).to.deep.equal(['mine.yaml', 'rehearsal.schema.json']);
  });
});

test('init writes both of its files or none', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['missing/mine.yaml', 'file/mine.yaml']) {
      const { status, stderr } = rehearse(['init', path], folder);
      expect([status, stderr]).to.satisfy(
        ([code, said]: [number, string]) => code === 2 && /^error: .*; \S/.test(said),
      );
    }
    expect(readdirSync(folder)).to.deep.equal(['file']);
  });
});

const RECORDED = recordFeatures({ 'a.feature': 'Feature: A\n\n  Example: One\n    When the operator assigns it\n' });

/** Every command that writes, with an output folder that it cannot use. */
const WRITING: Readonly<Record<string, (out: string) => readonly string[]>> = {
  run: (out) => ['run', '--out', out],
  render: (out) => ['render', 'm.ndjson', '--out', out],
  diff: (out) => ['diff', 'm.ndjson', 'm.ndjson', '--out', out],
  explore: (out) => ['explore', '--runs', '1', '--out', out],
};

for (const [name, args] of Object.entries(WRITING)) {
  test(`exit 2 for an output folder that cannot be one: rehearse ${name}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      writeFileSync(join(folder, 'm.ndjson'), RECORDED);
      const before = readdirSync(folder);
      for (const out of ['file', 'file/below', 'n'.repeat(300)]) {
        const { status, stderr } = rehearse(args(out), folder);
        expect([status, stderr], out).to.satisfy(
          ([code, said]: [number, string]) => code === 2 && /^error: .*; \S/m.test(said) && !/^\s+at /m.test(said),
        );
      }
      expect(readdirSync(folder)).to.deep.equal(before);
    });
  });
}

test('a run needs no folder for temporary files', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const args = ['run', '--keep-private-keys', '--tags', '@procedure', '--out', 'out'];
    const { status, stderr } = rehearse(args, folder, { TMPDIR: join(folder, 'missing') });
    expect(status, stderr).to.equal(0);
    const names = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' });
    expect(names.filter((path) => path.endsWith('.pfx'))).not.to.have.lengthOf(0);
    expect(names.filter((path) => path.startsWith('.rehearse-'))).to.deep.equal([]);
  });
});
