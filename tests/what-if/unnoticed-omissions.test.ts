import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { lostConnections } from '../../src/what-if/consequence';
import { endOf, tried } from '../../src/what-if/slip-trial';
import { leftOut } from '../../src/what-if/slips/order-slips';
import type { StepPerformer } from '../../src/what-if/step-performer';
import { reasonFor, UNNOTICED_OMISSIONS, UNNOTICED_TEXTS } from '../../src/what-if/unnoticed-omissions';
import type { Walk, WalkStep } from '../../src/what-if/walk';
import { allPlans, performerOfPackage } from './tried-plan';

/** An omission that neither a step nor the judge notices, and after which every connection works. */
interface Unnoticed {
  readonly walk: Walk;
  readonly at: number;
  readonly step: WalkStep;
}

describe('Omissions that nothing notices', () => {
  let unnoticed: readonly Unnoticed[];
  before(async () => {
    const performer = await performerOfPackage();
    unnoticed = allPlans(performer).flatMap((walks) => [...unnoticedIn(walks, performer)]);
  });

  it('have a written reason, each of them in the plans of the default environment', () => {
    const without = unnoticed.filter(({ walk, at }) => reasonFor(walk, at) === undefined);
    expect(without.map(({ step: { line, step } }) => `${line}: ${step.text}`)).to.deep.equal([]);
  });

  it('need each reason, and no other steps', () => {
    const used = new Set(unnoticed.map(({ walk, at }) => reasonFor(walk, at)?.code));
    expect([...used]).to.have.members(Object.keys(UNNOTICED_TEXTS));
    const reasons = UNNOTICED_OMISSIONS.map(({ reason }) => reason);
    expect([...new Set([...reasons, 'unnoticed.check'])]).to.have.members(Object.keys(UNNOTICED_TEXTS));
  });

  it('are few besides checks and commands that only show something', () => {
    const harmless = ['unnoticed.check', 'unnoticed.looking', 'unnoticed.logged-on', 'unnoticed.looking-elsewhere'];
    const others = unnoticed.filter(({ walk, at }) => !harmless.includes(reasonFor(walk, at)?.code ?? ''));
    expect(others.length).to.be.within(1, 80);
  });
});

/** The steps of a further choice of a plan are tried where they differ from the first scenario. */
function* unnoticedIn(walks: readonly Walk[], performer: StepPerformer): Generator<Unnoticed> {
  const known = new Set<string>();
  for (const walk of walks) {
    const ways = walk.steps.map(wayOf);
    for (const [at, step] of walk.steps.entries()) {
      const world = walk.states[at];
      if (!world || known.has(ways[at] ?? '')) continue;
      const [slip] = leftOut({ walk, at, step, before: world, others: [] });
      const trial = slip && tried(walk, slip, performer);
      if (trial?.notice !== null || trial.findings.length > 0) continue;
      if (lostConnections(endOf(walk), trial.world.console.deployment).length === 0) yield { walk, at, step };
    }
    for (const way of ways) known.add(way);
  }
}

function wayOf({ place }: WalkStep): string {
  return `${place?.stage.id} ${place?.choice.id} ${place?.machine}`;
}
