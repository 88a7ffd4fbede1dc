import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { checkFor } from '../../src/what-if/checks';
import { consequenceOf, goneOn } from '../../src/what-if/consequence';
import { NextRenewal } from '../../src/what-if/next-renewal';
import { type SilentSlip, slipPairs } from '../../src/what-if/pairs';
import { withChecks } from '../../src/what-if/plan-with-checks';
import { slipResult } from '../../src/what-if/result';
import type { ScenarioWorld } from '../../src/what-if/scenario-world';
import { isNoticedInTime, servicesStart } from '../../src/what-if/services-start';
import type { Slip } from '../../src/what-if/slip';
import { nameOf, type Trial, tried } from '../../src/what-if/slip-trial';
import { doneTwice, jumpedAhead, leftOut } from '../../src/what-if/slips/order-slips';
import { StepPerformer } from '../../src/what-if/step-performer';
import { type Walk, walksIn } from '../../src/what-if/walk';
import { loadedSteps, performerOfPackage, textOf, walkOf } from './tried-plan';

const PLAN = 'plans/external-dub-edge01.contoso.com.feature';
const SERVER = 'dub-edge01.contoso.com';

/** A simulation without the rule by which replication and stopped services are known. */
class WithoutNetwork extends StepPerformer {
  override begin(): ScenarioWorld {
    const world = super.begin();
    const { deployment } = world.console;
    const { network: _, ...product } = deployment.product;
    world.console = { ...world.console, deployment: { ...deployment, product } };
    return world;
  }
}

describe('The consequence of a slip', () => {
  let performer: StepPerformer;
  let walk: Walk;
  before(async () => {
    performer = await performerOfPackage();
    walk = walkOf(PLAN, performer);
  });

  const slipAt = (text: RegExp, source: typeof leftOut, of = walk): Slip => {
    const at = of.steps.findIndex(({ step }) => text.test(`${step.text} ${step.argument?.docString?.content ?? ''}`));
    const [step, state] = [of.steps[at], of.states[at]];
    const [slip] = step && state ? source({ walk: of, at, step, before: state, others: [] }) : [];
    if (!slip) throw new Error(`no slip at ${text}`);
    return slip;
  };
  const consequence = (trial: Trial, of = walk, by = performer) =>
    consequenceOf(of, trial, trial.world, new NextRenewal(of, by, (step) => step));

  const silent = (slip: Slip): SilentSlip => {
    const step = walk.steps[slip.at];
    const { notice, findings } = tried(walk, slip, performer);
    if (!step || notice) throw new Error('a step notices the slip');
    return { walk, step, slip, findings: new Set(findings.map(nameOf)) };
  };

  it('is noticed by replication if the services were not started again', () => {
    const trial = tried(walk, slipAt(/Start-CsWindowsService/, leftOut), performer);
    expect([trial.notice, trial.isHarmless, trial.findings]).to.deep.equal([null, false, []]);
    const { by, outage } = consequence(trial);
    expect(by).to.equal('replication');
    expect(outage.map(({ server }) => server)).to.include(SERVER);
    expect(outage.map(({ client }) => client)).to.include.members(['fe01.contoso.com', null]);
    expect(isNoticedInTime(walk, trial, null)).to.equal(false);
  });

  it('is another one without the rule of the simulation that knows stopped services', async () => {
    const without = new WithoutNetwork(await loadedSteps(), {});
    const other = walkOf(PLAN, without);
    const trial = tried(other, slipAt(/Start-CsWindowsService/, leftOut, other), without);
    expect(consequence(trial, other, without).outage).to.deep.equal([]);
  });

  it('is left to the judge if the services were not restarted at all', () => {
    const stop = slipAt(/Stop-CsWindowsService/, leftOut);
    const trial = tried(walk, { ...stop, next: stop.next + 1 }, performer);
    expect(new Set(trial.findings.map(({ code }) => code))).to.deep.equal(new Set(['restart-needed']));
    expect(consequence(trial).by).to.equal('tls');
  });

  it('is none where a second deletion of a file is refused: it is safe to go on', () => {
    const trial = tried(walk, slipAt(/del "\{external request file\}"/, doneTwice), performer);
    expect(trial.notice).to.deep.include({ by: 'refusal', distance: 0 });
    const gone = goneOn(walk, trial, performer);
    expect(gone?.isSafe).to.equal(true);
  });

  it('of a noticed slip is what follows without the repair', () => {
    const trial = tried(walk, slipAt(/^the file "\{public chain file\}" is carried/, leftOut), performer);
    expect(trial.notice).to.deep.include({ by: 'refusal' });
    const gone = goneOn(walk, trial, performer);
    expect(gone?.isSafe).to.equal(false);
    expect(gone?.stops).not.to.deep.equal([]);
    if (!gone) throw new Error('no step noticed the slip');
    const { outage, by } = consequenceOf(walk, trial, gone.world, new NextRenewal(walk, performer, (step) => step));
    expect(outage.map(({ client }) => client)).to.include(null);
    expect(by).to.equal(null);
  });

  it('is noticed by the proposed check in the plan with checks', () => {
    const part = (of: Walk): Slip => slipAt(/^on "Certificate Assignment" /, jumpedAhead, of);
    const trial = tried(walk, part(walk), performer);
    const [check, step] = [checkFor(walk, trial, performer), walk.steps[part(walk).at]];
    if (!check || !step) throw new Error('no check was proposed');
    expect(isNoticedInTime(walk, trial, null)).to.equal(false);
    expect(isNoticedInTime(walk, trial, check)).to.equal(true);
    const found = { walk, step, trial, goingOn: null, consequence: consequence(trial), repair: null, check };
    const text = withChecks(textOf(PLAN), [slipResult(PLAN, { ...found, isInTime: true })]) ?? '';
    const [checked] = walksIn(PLAN, text, performer);
    if (!checked) throw new Error('the checked plan has no scenario');
    const { notice } = tried(checked, part(checked), performer);
    expect(notice).to.deep.include({ by: 'check' });
    expect(checked.steps[notice?.at ?? -1]?.step.text).to.equal('the command answers:');
  });

  it('of two slips is reported only where it is neither one alone', () => {
    const twice = silent(slipAt(/Request-CsCertificate/, doneTwice));
    const looking = silent(slipAt(/certutil -verifystore/, doneTwice));
    expect([...twice.findings].join()).to.include('request-outstanding');
    expect([...slipPairs([twice, looking], 10, performer)]).to.deep.equal([]);
    const [pair, ...more] = [...slipPairs([{ ...twice, findings: new Set() }, looking], 10, performer)];
    expect(pair?.findings.map(({ code }) => code)).to.deep.equal(['request-outstanding']);
    expect(more).to.deep.equal([]);
  });

  it('counts as noticed in time until services start with the new certificate', () => {
    expect(walk.steps[servicesStart(walk)]?.step.argument?.docString?.content).to.equal('Start-CsWindowsService');
  });
});
