import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../src/operator/named-values';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';
import { DATED, sharedRun, sharedRunOn, WHOLE_RUN } from '../support/shared-run';

/** Scenarios tagged @document-defect. */
const DEFECTS = 16;

test('rehearse run leaves messages, JUnit, runbook and files, and no private key', () => {
  const { status, stdout, stderr, out } = sharedRun();
  expect(status, stderr).to.equal(0);
  const said = JSON.parse(stdout);
  expect(said.scenarios.failed).to.equal(0);
  expect(said.scenarios.passed).to.be.greaterThan(50);
  expect(said.runbook).to.equal(join(out, 'runbook', 'index.html'));
  const written = ['.rehearse.json', 'messages.ndjson', 'junit.xml', 'runbook', 'artifacts', 'plans'];
  expect(readdirSync(out)).to.have.members(written);
  const reports = ['messages.ndjson', 'junit.xml'].map((name) => readFileSync(join(out, name), 'utf8'));
  for (const text of [...reports, pagesOf(out)]) {
    expect(text).not.to.match(/PRIVATE KEY-/);
    expect(text).not.to.include(PASSWORD);
  }
  const files = readdirSync(join(out, 'artifacts'), { recursive: true }).map(String);
  expect(files.filter((name) => name.endsWith('.pfx'))).to.deep.equal([]);
});

test('the same input gives the same page, byte for byte, and the same counts, also from two worker processes', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const inParallel = await rehearseHere(['run', ...WHOLE_RUN, '--parallel', '2', '--out', folder], ROOT, DATED);
    expect(inParallel.status, inParallel.stderr).to.equal(0);
    const counts = [sharedRun(), inParallel].map(({ stdout, stderr }) => {
      expect(stderr).not.to.match(/bug:/);
      return JSON.parse(stdout).scenarios;
    });
    expect(counts[0]).to.deep.equal(counts[1]);
    const pages = [sharedRun().out, folder].map(pagesOf);
    expect(pages[0] === pages[1]).to.equal(true);
  });
});

test('rehearse render makes the same page from the messages alone', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const { out } = sharedRun();
    const languages = ['--language', 'en,zh-TW'];
    const { status, stderr } = await rehearseHere([
      'render',
      join(out, 'messages.ndjson'),
      ...languages,
      '--out',
      folder,
    ]);
    expect(status, stderr).to.equal(0);
    const pages = [out, folder].map(pagesOf);
    expect(pages[0] === pages[1]).to.equal(true);
  });
});

test('--single-file makes one file of the runbook, in which every procedure can be found', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const { status, stderr } = await rehearseHere(['run', '--tags', '@procedure', '--single-file', '--out', folder]);
    expect(status, stderr).to.equal(0);
    expect(readdirSync(join(folder, 'runbook'))).to.deep.equal(['index.html']);
    expect(pagesOf(folder)).to.match(/<h1>Export the certificate with its private key<\/h1>/);
  });
});

test('a run ends with what it found about the deployment and about the document', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const { stdout } = sharedRun();
    const found: readonly { scope: string; state?: string; source: unknown }[] = JSON.parse(stdout).findings;
    const defects = found.filter(({ scope }) => scope === 'document');
    expect(found.filter(({ scope }) => scope === 'deployment')).to.deep.equal([]);
    expect(defects).to.have.lengthOf(DEFECTS);
    expect(defects.filter(({ state }) => state !== 'confirmed')).to.deep.equal([]);
    const said = (await rehearseHere(['run', '--out', folder, '--tags', '@document-defect'])).stdout;
    expect(said).to.include(`the deployment was not judged, ${DEFECTS} about the document`);
  });
});

test('a deployment with a weak signature is told so', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const file = join(ROOT, 'environments', 'single-server.yaml');
    const { stdout } = await rehearseHere([
      'run',
      '--environment',
      file,
      '--tags',
      '@judgement',
      '--out',
      folder,
      '--json',
    ]);
    const [found, ...others] = JSON.parse(stdout).findings.filter(
      (one: { scope: string }) => one.scope === 'deployment',
    );
    expect(others).to.deep.equal([]);
    expect(found).to.include({ code: 'weak-signature', severity: 'info', server: 'edge.litwareinc.com' });
  });
});

// The compiled steps run in another order in `execution/order.test.ts`.
test('scenarios hold in any order, with the steps as their sources', () => {
  const { status, stdout } = cucumber(['features', '--order', 'random:1', '--format', 'summary']);
  expect(status, stdout.slice(-2000)).to.equal(0);
  expect(stdout).to.match(/^(\d+) scenarios \(\1 passed\)$/m);
});

test('--fresh-keys makes other keys, and everything still holds', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const args = ['run', '--fresh-keys', '--tags', '@procedure', '--out', folder];
    const { status, stderr } = await rehearseHere(args);
    expect(status, stderr).to.equal(0);
  });
});

for (const name of ['contoso', 'single-server', 'standalone-ca', 'three-tier-zh-TW']) {
  test(`all procedures run on ${name}, or the run says at which step they cannot`, () => {
    const { status, report } = sharedRunOn(`${name}.yaml`);
    expect(status, report).to.equal(0);
    const skipped = Number(/^scenarios .*?(\d+) skipped/m.exec(report)?.[1] ?? '0');
    const reasons = report.match(/^ {2}not applicable .*\n {10}at (?:line \d+|the end).*\n {10}\S.*$/gm) ?? [];
    expect(reasons, report).to.have.lengthOf(skipped);
  });
}

test('rehearse trace accounts for every sentence', async () => {
  const { status, stdout, stderr } = await rehearseHere(['trace', '--json']);
  expect(status, stderr).to.equal(0);
  const { sentences } = JSON.parse(stdout);
  expect(sentences).to.have.lengthOf(154);
  expect(stderr).to.match(
    /^148 verified, 6 waived\n154 of 154 sentences accounted for: 100 %\n154 of 154 sentences verified or waived: 100 %\n$/m,
  );
});

test('rehearse init writes an environment that runs', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    expect((await rehearseHere(['init'], folder)).status).to.equal(0);
    expect(existsSync(join(folder, 'rehearsal.schema.json'))).to.equal(true);
    const { status, stderr } = await rehearseHere(
      ['run', '--environment', 'rehearsal.yaml', '--tags', '@procedure'],
      folder,
    );
    expect(status, stderr).to.equal(0);
  });
});

function pagesOf(out: string): string {
  const folder = join(out, 'runbook');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const pages = names.filter((name) => statSync(join(folder, name)).isFile());
  return pages.map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`).join('\n');
}

/** Cucumber as a contributor runs it: on the sources. */
function cucumber(args: readonly string[]) {
  const program = join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  return spawnSync(process.execPath, [program, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
