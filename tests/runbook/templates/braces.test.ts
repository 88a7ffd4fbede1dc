import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { inTemporaryFolderAsync } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';
import { ROOT } from '../../support/root';
import { type EnvironmentRun, sharedRun, sharedRunOn } from '../../support/shared-run';

/** What a step writes where a value of the environment belongs. */
const NAME = /\{[a-z][a-zA-Z ]+\}/g;

const ENVIRONMENTS = readdirSync(join(ROOT, 'environments')).filter((name) => name.endsWith('.yaml'));

describe('Names in braces', () => {
  for (const environment of ENVIRONMENTS) {
    it(`are values on every page of ${environment}, in both languages, and in the terminal`, () => {
      const { pages, said } = published(sharedRunOn(environment));
      expect(pages.flatMap(({ text }) => text.match(NAME) ?? [])).to.deep.equal([]);
      expect(said.match(NAME)).to.equal(null);
    });
  }

  it('are values in scenarios that were left out of the run', () => {
    const { status, out, stderr } = sharedRun(['--tags', '@judgement', '--language', 'en,zh-TW']);
    const { pages } = published({ status, out, report: stderr });
    const export_ = pages.find(({ name }) => name === 'procedure-export-the-certificate.html')?.text ?? '';
    expect(export_).to.include('\\\\edge01.contoso.com\\Certificates$\\edge-internal.pfx').and.include('Not run');
    expect(export_).to.include('••••••••');
    expect(pages.flatMap(({ text }) => text.match(NAME) ?? [])).to.deep.equal([]);
  });

  it('are values of the pool that the scenario is about, where a step before them failed', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      writeFileSync(join(folder, 'other.feature'), OTHER_POOL);
      const ran = await rehearseHere(['run', 'other.feature', '--environment', SINGLE, '--out', '.'], folder);
      expect(ran.status, ran.stderr).to.equal(1);
      const page = parse(readFileSync(join(folder, 'runbook', 'procedure-other.html'), 'utf8'));
      const steps = page.querySelectorAll('.example-step').map(({ text }) => text.replace(/\s+/g, ' '));
      expect(steps.at(-1)).to.equal(
        'And the file "C:\\Certificates\\edge-internal.cer" on the first Edge Server holds a certificate for "edgepool.litwareinc.com" Skipped',
      );
    });
  });
});

const SINGLE = join(ROOT, 'environments', 'single-server.yaml');

const OTHER_POOL = `Feature: Other
  Scenario: A pool of two
    Given a pool of 2 Edge Servers behind a load balancer
    Then the file "C:\\none.cer" on the first Edge Server holds a certificate for "none.litwareinc.com"
    And the file "{response file}" on the first Edge Server holds a certificate for "{pool}"
`;

function published(ran: EnvironmentRun) {
  expect(ran.status, ran.report).to.equal(0);
  const runbook = join(ran.out, 'runbook');
  const names = readdirSync(runbook, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
  expect(names.length).to.be.above(40);
  const pages = names.map((name) => {
    const parts = parse(readFileSync(join(runbook, name), 'utf8')).querySelectorAll('body > header, .frame');
    return { name, text: parts.map(({ text }) => text).join('\n') };
  });
  return { pages, said: ran.report };
}
