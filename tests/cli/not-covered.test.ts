import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';
import { sharedRun } from '../support/shared-run';

const RUN = ['run', '--tags', '@procedure', '--language', 'en,zh-TW'];
const NOTES = { '': 'Not covered by this run', 'zh-TW': '此次執行未涵蓋' };

test('what the procedures do not reach is named on the pages, in the terminal and in --json', async () => {
  await inTemporaryFolderAsync(async (out) => {
    const { status, stdout, stderr } = await rehearseHere([...RUN, '--json', '--out', out]);
    expect(status, stderr).to.equal(0);
    const pool = 'dub-edge01.contoso.com';
    expect(JSON.parse(stdout).notCovered).to.deep.equal([{ pool, servers: [pool] }]);
    expect(stderr).to.include(`  not covered by this run  ${pool}: ${pool}\n`);
    for (const [language, note] of Object.entries(NOTES)) {
      const folder = join(out, 'runbook', language);
      const noted = readdirSync(folder).filter((name) => name.endsWith('.html') && pageIn(folder, name).includes(note));
      const walked = readdirSync(folder).filter(
        (name) => name.endsWith('.html') && /id="[^"]*-walk-/.test(pageIn(folder, name)),
      );
      expect(walked).not.to.deep.equal([]);
      expect(noted).to.include.members(['index.html', ...walked]);
      expect(pageIn(folder, 'index.html')).to.match(new RegExp(`${note}</strong>[^<]*<span[^>]*>${pool}</span>`));
    }
  });
});

test('a run without plans does not say that every step was executed if a pool is not covered', async () => {
  await inTemporaryFolderAsync(async (out) => {
    await rehearseHere(['run', '--tags', 'not @plan', '--language', 'en,zh-TW', '--out', out]);
    expectNotes(out);
  });
});

test('a run of everything covers every pool by its plan', () => {
  const { out } = sharedRun();
  expect(pageIn(join(out, 'runbook'), 'index.html')).not.to.include(NOTES['']);
});

function expectNotes(out: string): void {
  const index = pageIn(join(out, 'runbook'), 'index.html');
  expect(index).not.to.include('Every step was executed');
  expect(index).to.include('1 pool of the environment was not completely covered; see below.');
  expect(index).to.match(/Verified<\/span> except what this run did not cover <a/);
  const chinese = pageIn(join(out, 'runbook', 'zh-TW'), 'index.html');
  expect(chinese).to.include('環境中有 1 個集區未完全涵蓋，詳見下方。');
  expect(chinese).to.include('此次執行未涵蓋的部分除外');
}

test('an environment whose only pool is covered has no such note', async () => {
  await inTemporaryFolderAsync(async (out) => {
    const environment = join(ROOT, 'environments', 'standalone-ca.yaml');
    const { status, stdout, stderr } = await rehearseHere([
      ...RUN,
      '--environment',
      environment,
      '--json',
      '--out',
      out,
    ]);
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout).notCovered).to.deep.equal([]);
    expect(stderr).not.to.include('not covered');
    const index = pageIn(join(out, 'runbook'), 'index.html');
    expect(index).not.to.match(/Not covered by this run|except what this run|not completely covered/);
  });
});

test('a run in which nothing could be carried through says that nothing is verified', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const feature = 'Feature: f\n  Scenario: s\n    Given the pool has another Edge Server\n';
    writeFileSync(join(folder, 'a.feature'), feature);
    const environment = join(ROOT, 'environments', 'single-server.yaml');
    const { status, stdout, stderr } = await rehearseHere(
      ['run', 'a.feature', '--environment', environment, '--json', '--out', 'out'],
      folder,
    );
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout)).to.deep.include({ state: 'not-applicable' });
    expect(stderr).to.include('verified   nothing; no scenario was executed as written\n');
    const junit = readFileSync(join(folder, 'out', 'junit.xml'), 'utf8');
    expect(junit).to.match(/^<testsuite [^>]*tests="1" skipped="1" failures="0"/m);
    const index = pageIn(join(folder, 'out', 'runbook'), 'index.html');
    expect(index).to.include('No procedure was completed.');
  });
});

const NOTHING_RAN = [
  '{"testRunStarted":{"timestamp":{"seconds":1,"nanos":0}}}',
  '{"testRunFinished":{"success":true,"timestamp":{"seconds":1,"nanos":0}}}',
];

for (const args of [
  ['trace', 'nothing.ndjson', '--min', '0'],
  ['trace', 'nothing.ndjson'],
  ['diff', 'nothing.ndjson', 'nothing.ndjson'],
]) {
  test(`a run of no scenario is refused: rehearse ${args.join(' ')}`, async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'nothing.ndjson'), `${NOTHING_RAN.join('\n')}\n`);
      const { status, stderr } = await rehearseHere(args, folder);
      expect(status, stderr).to.equal(2);
      expect(stderr).to.include('nothing.ndjson: the run executed no scenario');
    });
  });
}

function pageIn(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}
