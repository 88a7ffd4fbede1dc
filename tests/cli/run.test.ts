import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../src/operator/named-values';
import { inTemporaryFolder, ROOT, rehearse } from '../support/rehearse';

const EPOCH = { SOURCE_DATE_EPOCH: '1700000000' };
/** Scenarios tagged @document-defect. */
const DEFECTS = 16;

test('rehearse run leaves messages, JUnit, runbook and files, and no private key', () => {
  inTemporaryFolder((folder) => {
    const { status, stdout, stderr } = rehearse(['run', '--out', folder, '--json']);
    expect(status, stderr).to.equal(0);
    const said = JSON.parse(stdout);
    expect(said.scenarios.failed).to.equal(0);
    expect(said.scenarios.passed).to.be.greaterThan(50);
    expect(said.runbook).to.equal(join(folder, 'runbook', 'index.html'));
    expect(readdirSync(folder)).to.have.members(['messages.ndjson', 'junit.xml', 'runbook', 'artifacts']);
    const reports = ['messages.ndjson', 'junit.xml'].map((name) => readFileSync(join(folder, name), 'utf8'));
    for (const text of [...reports, pagesOf(folder)]) {
      expect(text).not.to.match(/PRIVATE KEY-/);
      expect(text).not.to.include(PASSWORD);
    }
    const files = readdirSync(join(folder, 'artifacts'), { recursive: true }).map(String);
    expect(files.filter((name) => name.endsWith('.pfx'))).to.deep.equal([]);
  });
});

test('the same input gives the same page, byte for byte', () => {
  inTemporaryFolder((folder) => {
    const pages = ['a', 'b'].map((name) => {
      expect(rehearse(['run', '--out', join(folder, name)], ROOT, EPOCH).status).to.equal(0);
      return pagesOf(join(folder, name));
    });
    expect(pages[0] === pages[1]).to.equal(true);
  });
});

test('rehearse render makes the same page from the messages alone', () => {
  inTemporaryFolder((folder) => {
    expect(rehearse(['run', '--out', folder], ROOT, EPOCH).status).to.equal(0);
    const { status, stderr } = rehearse(['render', join(folder, 'messages.ndjson'), '--out', join(folder, 'again')]);
    expect(status, stderr).to.equal(0);
    const pages = [folder, join(folder, 'again')].map(pagesOf);
    expect(pages[0] === pages[1]).to.equal(true);
  });
});

test('--single-file makes one file of the runbook, in which every procedure can be found', () => {
  inTemporaryFolder((folder) => {
    const { status, stderr } = rehearse(['run', '--tags', '@procedure', '--single-file', '--out', folder]);
    expect(status, stderr).to.equal(0);
    expect(readdirSync(join(folder, 'runbook'))).to.deep.equal(['index.html']);
    expect(pagesOf(folder)).to.match(/<h1>Export the certificate with its private key<\/h1>/);
  });
});

test('a run ends with what it found about the deployment and about the document', () => {
  inTemporaryFolder((folder) => {
    const { stdout } = rehearse(['run', '--out', folder, '--json']);
    const found: readonly { scope: string; state?: string; source: unknown }[] = JSON.parse(stdout).findings;
    const defects = found.filter(({ scope }) => scope === 'document');
    expect(found.filter(({ scope }) => scope === 'deployment')).to.deep.equal([]);
    expect(defects).to.have.lengthOf(DEFECTS);
    expect(defects.filter(({ state }) => state !== 'confirmed')).to.deep.equal([]);
    const said = rehearse(['run', '--out', folder, '--tags', '@document-defect']).stdout;
    expect(said).to.include(`the deployment was not judged, ${DEFECTS} about the document`);
  });
});

test('a deployment with a weak signature is told so', () => {
  inTemporaryFolder((folder) => {
    const file = join(ROOT, 'environments', 'single-server.yaml');
    const { stdout } = rehearse(['run', '--environment', file, '--tags', '@judgement', '--out', folder, '--json']);
    const [found, ...others] = JSON.parse(stdout).findings.filter(
      (one: { scope: string }) => one.scope === 'deployment',
    );
    expect(others).to.deep.equal([]);
    expect(found).to.include({ code: 'weak-signature', severity: 'info', server: 'edge.litwareinc.com' });
  });
});

test('scenarios hold in any order', () => {
  for (const seed of ['1', '20131107']) {
    const { status, stdout } = cucumber(['features', '--order', `random:${seed}`, '--format', 'summary']);
    expect(status, stdout.slice(-2000)).to.equal(0);
  }
});

test('two worker processes give the same counts', () => {
  inTemporaryFolder((folder) => {
    const counts = ['0', '2'].map((parallel) => {
      const { stdout, stderr } = rehearse(['run', '--out', join(folder, parallel), '--parallel', parallel, '--json']);
      expect(stderr).not.to.match(/bug:/);
      return JSON.parse(stdout).scenarios;
    });
    expect(counts[0]).to.deep.equal(counts[1]);
  });
});

test('--fresh-keys makes other keys, and everything still holds', () => {
  inTemporaryFolder((folder) => {
    const args = ['run', '--fresh-keys', '--tags', '@procedure', '--out', folder];
    const { status, stderr } = rehearse(args);
    expect(status, stderr).to.equal(0);
  });
});

for (const name of ['contoso', 'single-server', 'standalone-ca', 'three-tier-zh-TW']) {
  test(`all procedures run on ${name}, or the run says at which step they cannot`, () => {
    inTemporaryFolder((folder) => {
      const file = join(ROOT, 'environments', `${name}.yaml`);
      const { status, stdout, stderr } = rehearse(['run', '--environment', file, '--out', folder]);
      expect(status, stdout + stderr).to.equal(0);
      const skipped = Number(/(\d+) skipped/.exec(stdout.split('\n')[0] ?? '')?.[1] ?? '0');
      const reasons = stdout.match(/^ {2}not applicable .*\n {10}at: .*\n {10}\S.*$/gm) ?? [];
      expect(reasons, stdout).to.have.lengthOf(skipped);
    });
  });
}

test('rehearse trace accounts for every sentence', () => {
  const { status, stdout, stderr } = rehearse(['trace', '--json']);
  expect(status, stderr).to.equal(0);
  const { sentences } = JSON.parse(stdout);
  expect(sentences).to.have.lengthOf(154);
  expect(stderr).to.match(/154 of 154 sentences accounted for: 100 %/);
});

test('rehearse init writes an environment that runs', () => {
  inTemporaryFolder((folder) => {
    expect(rehearse(['init'], folder).status).to.equal(0);
    expect(existsSync(join(folder, 'rehearsal.schema.json'))).to.equal(true);
    const { status, stderr } = rehearse(['run', '--environment', 'rehearsal.yaml', '--tags', '@procedure'], folder);
    expect(status, stderr).to.equal(0);
  });
});

function pagesOf(out: string): string {
  const names = readdirSync(join(out, 'runbook')).sort();
  return names.map((name) => `${name}\n${readFileSync(join(out, 'runbook', name), 'utf8')}`).join('\n');
}

/** Cucumber on the sources, as a contributor runs it. */
function cucumber(args: readonly string[]) {
  const program = join(ROOT, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  return spawnSync(process.execPath, [program, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
