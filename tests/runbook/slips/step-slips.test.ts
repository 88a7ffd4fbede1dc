import { describe, it } from 'node:test';
import { expect } from 'chai';
import { slipCauses, slipCodes, slipSymptom } from '../../../src/runbook/views/slips/slip-causes';
import { slipContext } from '../../../src/runbook/views/slips/slip-context';
import { KINDS_BY_LIKELIHOOD } from '../../../src/runbook/views/slips/slip-likelihood';
import { NO_SLIPS, stepSlips } from '../../../src/runbook/views/slips/step-slips';
import { english } from '../../../src/runbook/words/words';
import { SLIP_KINDS } from '../../../src/what-if/slip';
import { FEATURE, slipAt, TABLE } from './sample-slips';

const CONTEXT = slipContext(TABLE, english);

describe('The lines about slips at a step of a plan', () => {
  it('say what follows if the step is skipped, and then what matters of the others, the worst first', () => {
    const { lines, more } = stepSlips(CONTEXT.at(FEATURE, 6), CONTEXT);
    expect(lines).to.deep.equal([
      {
        when: 'If you skip this',
        noticed: 'The screen is not as step 3 says',
        findings: [],
        repair: 'Do step 2, then go on with step 3',
      },
      {
        when: 'If you use "Cancel", not "Next"',
        noticed: 'No step notices it',
        findings: ['An intermediate certificate in the store of the roots, on edge01.contoso.com'],
        repair: '"Import the certificate" on edge01.contoso.com',
      },
      {
        when: 'If you enter "fle", not "file"',
        noticed: 'A machine refuses step 4',
        findings: [],
        repair: 'Do steps 2 to 3, then go on with step 4',
      },
    ]);
    expect(more).to.equal('');
  });

  it('give the reason why nothing notices an omission, and leave out what does not matter', () => {
    const [skipped] = stepSlips(CONTEXT.at(FEATURE, 5), CONTEXT).lines;
    expect(skipped).to.deep.equal({
      when: 'If you skip this',
      noticed: 'Nothing notices it, because the same account is still logged on to this server',
      findings: [],
      repair: '',
    });
    expect(stepSlips(CONTEXT.at(FEATURE, 99), CONTEXT)).to.deep.equal(NO_SLIPS);
  });

  it('name the stages of a repair, and of many stages the first one and their number', () => {
    const repaired = (...stages: readonly (readonly [string, string])[]) => {
      const repair = { stages: stages.map(([stage, machine]) => ({ stage, machine })) };
      return stepSlips([slipAt(2, { outcome: 'judge', repair })], CONTEXT).lines[0]?.repair;
    };
    expect(repaired(['import', 'a.com'], ['import', 'b.com'])).to.equal('"Import the certificate" on a.com, b.com');
    expect(repaired(['import', 'a.com'], ['one', 'a.com'], ['two', 'a.com'])).to.equal(
      '3 stages, the first: "Import the certificate" on a.com',
    );
  });

  it('name the connections that fail', () => {
    const [, other] = stepSlips(CONTEXT.at(FEATURE, 5), CONTEXT).lines;
    expect(other?.noticed).to.equal('No step notices it; later, replication fails');
    expect(other?.findings).to.deep.equal([
      '2 connections fail, among them: Replication from fe01.contoso.com to edge01.contoso.com fails event 1015',
    ]);
  });

  it('are three at the most, and the rest is counted', () => {
    const late = (kind: string, distance: number) =>
      slipAt(2, { slip: kind, outcome: 'screen', noticed: { step: 4, distance }, repair: { again: [2], next: 4 } });
    const { lines, more, href } = stepSlips(
      [slipAt(2, {}), late('other server', 3), late('other file', 4), late('done twice', 9), late('too late', 5)],
      CONTEXT,
    );
    expect(lines).to.have.lengthOf(3);
    expect(more).to.equal('1 more slip that matters at this step');
    expect(href).to.equal('slips.html#slips-1-2');
  });
});

describe('The slips that lead to a symptom', () => {
  it('are the most likely first, each with its repair', () => {
    const { causes, more } = slipCauses(['intermediate-in-root-store'], CONTEXT);
    expect(causes.map(({ slip, repair }) => [slip, repair])).to.deep.equal([
      ['Leave the step out', 'No repair was found'],
      ['Use "Cancel", not "Next"', '"Import the certificate" on edge01.contoso.com'],
    ]);
    expect(more).to.equal('');
  });

  it('are one for the same slip at steps that read alike', () => {
    const [first, ...others] = slipCauses(['file-not-found'], CONTEXT).causes;
    expect(first?.place).to.equal('step 2, the plan for edge.contoso.com');
    expect(first?.alike).to.equal('and at 2 more steps');
    expect(others).to.deep.equal([]);
  });

  it('are known for refusals and findings, with what is seen of each', () => {
    expect(slipCodes(CONTEXT)).to.deep.equal([
      'SEC_E_CERT_EXPIRED',
      'event 1015',
      'file-not-found',
      'intermediate-in-root-store',
      'not-assigned',
    ]);
    expect(slipSymptom('file-not-found', CONTEXT)).to.equal('There is no file C:\\fle');
    expect(slipSymptom('not-assigned', CONTEXT)).to.equal('The certificate is not assigned');
  });

  it('have an order for every kind of slip', () => {
    expect(KINDS_BY_LIKELIHOOD).to.have.members([...SLIP_KINDS]);
  });
});
