import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { PASSWORD } from '../../src/operator/named-values';
import { inTemporaryFolder, ROOT, rehearse } from '../support/rehearse';

const EPOCH = { SOURCE_DATE_EPOCH: '1700000000' };

test('rehearse run leaves messages, JUnit, runbook and files, and no private key', () => {
  inTemporaryFolder((folder) => {
    const { status, stdout, stderr } = rehearse(['run', '--out', folder, '--json']);
    expect(status, stderr).to.equal(0);
    const said = JSON.parse(stdout);
    expect(said.scenarios.failed).to.equal(0);
    expect(said.scenarios.passed).to.be.greaterThan(50);
    expect(said.runbook).to.equal(join(folder, 'runbook', 'index.html'));
    expect(readdirSync(folder)).to.have.members(['messages.ndjson', 'junit.xml', 'runbook', 'artifacts']);
    const everything = ['messages.ndjson', 'junit.xml', 'runbook/index.html'].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    for (const text of everything) {
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
      return readFileSync(join(folder, name, 'runbook', 'index.html'), 'utf8');
    });
    expect(pages[0] === pages[1]).to.equal(true);
  });
});

test('rehearse render makes the same page from the messages alone', () => {
  inTemporaryFolder((folder) => {
    expect(rehearse(['run', '--out', folder], ROOT, EPOCH).status).to.equal(0);
    const { status, stderr } = rehearse(['render', join(folder, 'messages.ndjson'), '--out', join(folder, 'again')]);
    expect(status, stderr).to.equal(0);
    const pages = [folder, join(folder, 'again')].map((out) =>
      readFileSync(join(out, 'runbook', 'index.html'), 'utf8'),
    );
    expect(pages[0] === pages[1]).to.equal(true);
  });
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
