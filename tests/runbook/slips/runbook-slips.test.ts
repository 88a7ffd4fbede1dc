import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { SlipTable } from '../../../src/evidence/slip-records';
import { withoutFeatures } from '../../../src/recording/without-features';
import { runbookModel } from '../../../src/runbook/views/runbook-views';
import { Rendered } from '../rendered';
import { fullRun } from '../whole-run/full-run';
import { FEATURE, TABLE } from './sample-slips';

const PLAN = 'plans/dub-edge01.contoso.com.feature';
const PAGE = 'plan-dub-edge01.contoso.com.html';

const { messages } = fullRun();
const text = messages.find(({ source }) => source?.uri === PLAN)?.source?.data ?? '';
const uris = messages.flatMap(({ source }) => source?.uri ?? []);
const plan = withoutFeatures(messages, new Set(uris.filter((uri) => uri !== PLAN)));

/** The lines of the first four steps of the plan. */
const LINES = text
  .split('\n')
  .flatMap((line, index) => (/^ {4}(?:When|And|Then) /.test(line) ? [index + 1] : []))
  .slice(0, 4);

/** The slips of the sample at these steps. */
const SLIPS: SlipTable = JSON.parse(JSON.stringify(TABLE).replaceAll(FEATURE, PLAN), (key, value) =>
  key === 'steps' && Array.isArray(value) ? placed(value) : value,
);

function placed(steps: readonly object[]): readonly object[] {
  return steps.map((step, index) => ({ ...step, line: LINES[index] }));
}

describe('A runbook with slips', () => {
  const rendered = new Rendered(runbookModel(plan, [], { failures: [], document: null, slips: SLIPS }));
  const without = new Rendered(runbookModel(plan, [], { failures: [], document: null }));

  it('says at each step of the plan what follows if it is skipped, and the worst of the rest', () => {
    const steps = rendered.page(PAGE).querySelectorAll('.step');
    const said = steps.map((step) => step.querySelectorAll('.slips p').map((line) => line.text.trim()));
    expect(said.slice(0, 5)).to.deep.equal([
      [
        'If you skip this: Nothing notices it, because the same account is still logged on to this server.',
        'If you do it on edge02.contoso.com: No step notices it; later, replication fails. 2 connections fail, among them: Replication from fe01.contoso.com to edge01.contoso.com fails event 1015.',
      ],
      [
        'If you skip this: The screen is not as step 3 says. Repair: Do step 2, then go on with step 3.',
        'If you use "Cancel", not "Next": No step notices it. An intermediate certificate in the store of the roots, on edge01.contoso.com. Repair: "Import the certificate" on edge01.contoso.com.',
        'If you enter "fle", not "file": A machine refuses step 4. Repair: Do steps 2 to 3, then go on with step 4.',
      ],
      [
        'If you skip this: No step notices it. The certificate is not assigned, on edge02.contoso.com. An intermediate certificate in the store of the roots, on edge01.contoso.com. Repair: No repair was found.',
      ],
      ['If you skip this: Nothing notices it.'],
      [],
    ]);
  });

  it('has the worksheet, whose steps lead to the plan, and the slips at each symptom', () => {
    const links = rendered.page('slips.html').querySelectorAll('main table a');
    expect(links.map((link) => link.getAttribute('href')).filter((href) => href?.startsWith(PAGE))).to.deep.equal(
      [1, 2, 3, 4].map((step) => `${PAGE}#plan-dub-edge01-contoso-com-step-${step}`),
    );
    const found = rendered.part('troubleshooting.html', 'fix-slip-not-assigned');
    expect(found.querySelectorAll('ol > li').map((item) => item.text)).to.have.lengthOf(1);
    expect(found.text).to.include('Leave the step out').and.to.include('No repair was found');
    expect(rendered.texts('review.html', '.pages-list a')).to.include('What if a step is skipped or done wrong?');
  });

  it('leads the links about slips to something in it', () => {
    for (const name of [PAGE, 'slips.html', 'troubleshooting.html'])
      for (const link of rendered
        .page(name)
        .querySelectorAll('.slips a, .contents a, main table a, main ol > li > span > a')) {
        const [file = '', id] = (link.getAttribute('href') ?? '').split('#');
        expect(rendered.files.has(file || name), `${name}: ${file}`).to.equal(true);
        if (id !== undefined) expect(rendered.ids(file || name)).to.include(id);
      }
  });

  it('is the same as before where no slips were asked for', () => {
    expect([...without.files.keys()]).not.to.include('slips.html');
    expect(without.page(PAGE).querySelectorAll('.slips')).to.deep.equal([]);
    expect(without.files.get('glossary.html')).to.equal(rendered.files.get('glossary.html'));
  });
});
