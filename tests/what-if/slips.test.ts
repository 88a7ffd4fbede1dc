import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { PickleStep } from '@cucumber/messages';
import { expect } from 'chai';
import { SLIP_CODES, type SlipCodes, slipCodes } from '../../scripts/slip-codes';
import { type SlipResult, slipResult } from '../../src/what-if/result';
import { SLIP_KINDS } from '../../src/what-if/slip';
import type { StepPerformer } from '../../src/what-if/step-performer';
import { whatIf } from '../../src/what-if/tried-slips';
import { type Walk, walksIn } from '../../src/what-if/walk';
import type { Deployment } from '../../src/world/deployment';
import { ROOT } from '../support/root';
import { performerOfPackage, planOf, walkOf } from './tried-plan';

const POOL = 'dub-edge01.contoso.com';

describe('The slips of the plan of one server', () => {
  let performer: StepPerformer;
  let walk: Walk;
  let results: readonly SlipResult[];
  before(async () => {
    performer = await performerOfPackage();
    walk = planOf(POOL, performer);
    // stages that repair nothing
    const rest = (after: Deployment) => ({ stages: [{ stage: 'nothing', machine: POOL }], after });
    const others = [walkOf(`plans/external-${POOL}.feature`, performer)];
    const around = { others, rewording: (step: PickleStep) => step };
    results = [...whatIf([walk], performer, rest, around)].map((one) => slipResult('plan', one));
  });
  const at = (text: RegExp, slip: string, description = /./): SlipResult => {
    const found = results.find((one) => text.test(one.text) && one.slip === slip && description.test(one.description));
    if (!found) throw new Error(`no slip "${slip}" at ${text}`);
    return found;
  };

  it('are of every kind, and every step has one', () => {
    expect([...new Set(results.map(({ slip }) => slip))]).to.have.members([...SLIP_KINDS]);
    expect(new Set(results.map(({ step }) => step)).size).to.equal(walk.steps.length);
  });

  it('are noticed at the next step if a window is missing', () => {
    const { outcome, noticed, repair } = at(/^the operator runs "Deployment Wizard"$/, 'left out');
    expect(outcome).to.equal('screen');
    expect(noticed).to.deep.include({ code: 'other-page', distance: 1 });
    expect(repair).to.deep.equal({ again: [(noticed?.step ?? 0) - 1], next: noticed?.step });
  });

  it('are noticed late if only a file is missing', () => {
    const { outcome, noticed } = at(/^on "Certificate Request File"/, 'wrong value', /\.txt"/);
    expect(outcome).to.equal('refusal');
    expect(noticed).to.deep.include({ code: 'file-not-found' });
    expect(noticed?.distance).to.be.greaterThan(5);
  });

  it('are left to the judge if no step looks, with a command that would notice them', () => {
    const { outcome, findings, check, repair } = at(/^the operator goes through:$/, 'other option', /^use "Place all/);
    expect(repair).to.equal('unknown');
    expect(outcome).to.equal('judge');
    expect(findings.map(({ code }) => code)).to.deep.equal(['intermediate-in-root-store']);
    expect(check).to.deep.include({ on: POOL }).and.to.have.property('command').that.includes('LocalMachine\\Root');
  });

  it('have no effect where a check is left out', () => {
    const checks = walk.steps.filter(({ isCheck }) => isCheck).map(({ number }) => number);
    const left = results.filter(({ step }) => checks.includes(step));
    expect(left.map(({ slip, outcome }) => [slip, outcome])).to.deep.equal(checks.map(() => ['left out', 'no effect']));
  });

  it('lead to the codes that are kept of this plan', () => {
    const kept: SlipCodes = JSON.parse(readFileSync(join(ROOT, SLIP_CODES), 'utf8'));
    const known = kept[`plans/${POOL}.feature: ${walk.name}`] ?? {};
    const now = slipCodes(results)[`plan: ${walk.name}`] ?? {};
    // more plans intrude when all of them are tried
    const kinds = Object.keys({ ...known, ...now }).filter((kind) => !kind.startsWith('intrusion'));
    const changed = kinds.filter((kind) => !isDeepStrictEqual(now[kind], known[kind]));
    expect(changed, 'run: npm run slips').to.deep.equal([]);
    expect(kinds.length).to.be.greaterThan(50);
  });

  it('contain no password', () => {
    expect(JSON.stringify(results)).not.to.include('Rehearsal-2013!');
  });
});

describe('A procedure that is tried', () => {
  it('must hold as it is written', async () => {
    const performer = await performerOfPackage();
    const text = [
      'Feature: F',
      '  @procedure',
      '  Scenario: S',
      '    When the operator logs on to the first Edge Server as the Edge administrator',
      '    And on "Nowhere" the operator uses "Next"',
    ].join('\n');
    expect(() => walksIn('f.feature', text, performer)).to.throw(/^f\.feature:5: "S" does not hold as it is written: /);
  });

  it('is none without the tag of a procedure run or a plan', async () => {
    const performer = await performerOfPackage();
    expect(
      walksIn('f.feature', 'Feature: F\n  Scenario: S\n    Given the pool has been set up\n', performer),
    ).to.deep.equal([]);
  });
});
