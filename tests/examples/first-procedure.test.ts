import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { inTemporaryFolderAsync, rehearse } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { ROOT } from '../support/root';

describe('rehearse init --procedure', () => {
  it('writes a procedure that is green at once, and whose document can change', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const first = await rehearseHere(['init', '--procedure', 'mine'], folder);
      expect(first.status, first.stderr).to.equal(0);
      const mine = join(folder, 'mine');
      install(mine);
      const ran = rehearse(['run'], mine);
      expect(ran.status, ran.stderr).to.equal(0);
      expect(ran.stdout)
        .to.match(/^scenarios {2}2 passed$/m)
        .and.match(/^source {5}13 of 13 sentences/m);

      edit(join(mine, 'request-certificate.md'), 'Send it to', 'Submit it to');
      const changed = await rehearseHere(['source', 'request-certificate.md'], mine);
      expect(changed.status, changed.stderr).to.equal(1);
      expect(changed.stdout).to.match(
        /changed {2}request-certificate-009.*\n +features\/request-certificate\.feature:\d+: And/,
      );
      const traced = await rehearseHere(['trace', 'reports/messages.ndjson'], mine);
      expect(traced.status, traced.stderr).to.equal(1);
      expect(traced.stdout).to.match(/^request-certificate-009\tstale\tmoved since: sentence$/m);
      expect(traced.stderr).to.include('1 stale');

      edit(join(mine, 'features', 'request-certificate.feature'), 'certificate-008', 'certificate-088');
      const cited = rehearse(['run'], mine);
      expect(cited.status).to.equal(2);
      expect(cited.stderr).to.match(/request-certificate\.feature:\d+: .*the nearest is request-certificate-008/);
    });
  });

  it('writes to no folder that contains something', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'a.txt'), 'a');
      const { status, stderr } = await rehearseHere(['init', '--procedure', '.'], folder);
      expect(status).to.equal(2);
      expect(stderr).to.include('this folder is not empty; give the name of a new folder');
      expect(readdirSync(folder)).to.deep.equal(['a.txt']);
    });
  });
});

describe('The ledgers of the examples', () => {
  for (const [folder, document] of [
    ['first-procedure', 'request-certificate.md'],
    ['web-server', 'renewal.md'],
  ] as const) {
    it(`are those of their documents: ${document}`, async () => {
      const { status, stdout } = await rehearseHere(['source', document, '--check'], join(ROOT, 'examples', folder));
      expect(status, stdout).to.equal(0);
      expect(stdout).to.include('; unchanged\n');
    });
  }
});

/** Makes the package and Cucumber available to the programs of a folder, as npm does. */
function install(folder: string): void {
  mkdirSync(join(folder, 'node_modules', '@cucumber'), { recursive: true });
  symlinkSync(ROOT, join(folder, 'node_modules', 'certificate-rehearsal'));
  const cucumber = join('node_modules', '@cucumber', 'cucumber');
  symlinkSync(join(ROOT, cucumber), join(folder, cucumber));
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).to.include(from);
  writeFileSync(file, text.replace(from, to));
}
