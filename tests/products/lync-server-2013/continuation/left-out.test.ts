import { describe, it } from 'node:test';
import { expect } from 'chai';
import { consoleOn } from '../../../../src/operator/console';
import { outcomeOn } from '../../../../src/operator/outcome';
import type { RestOfChange } from '../../../../src/products/lync-server-2013/continuation/rest-of-change';
import { procedure } from '../../../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import type { Deployment } from '../../../../src/world/deployment';
import { starting } from '../../../exploration/starting';
import { carriedOut } from '../../../pool-state/half-done-pools';
import { fc } from '../../../support/properties';
import { continued } from './continued';

/**
 * Prefixes of the procedure and of the plans that `plan` makes, complete and with one action left out. `ALL_PREFIXES=1`
 * tries all of them.
 */

const ALL = process.env.ALL_PREFIXES === '1';
const RUNS = 8;
const SEED = 20131107;

/** The first actions of a list, without one of them; null: with all of them. */
interface Prefix {
  readonly length: number;
  readonly leftOut: number | null;
}

function prefixesOf(actions: number): readonly Prefix[] {
  return Array.from({ length: actions + 1 }, (_, length) =>
    [null, ...Array.from({ length }, (_one, index) => index)].map((leftOut) => ({ length, leftOut })),
  ).flat();
}

function sampled<T>(all: readonly T[]): readonly T[] {
  return ALL ? all : fc.sample(fc.constantFrom(...all), { seed: SEED, numRuns: RUNS });
}

function taken<T>(actions: readonly T[], { length, leftOut }: Prefix): readonly T[] {
  return actions.slice(0, length).filter((_, index) => index !== leftOut);
}

/** The deployment after some steps of a rest; a step that is refused changes nothing. */
function afterSteps({ found }: RestOfChange, prefix: Prefix): Deployment | null {
  const steps = found.steps ?? [];
  const [first] = steps;
  if (!first) return null;
  return taken(steps, prefix).reduce((console, { stage, machine }) => {
    const own = found.approach.stages.find(({ id }) => id === stage);
    return own ? outcomeOn(console, (at) => own.perform(at, machine)).console : console;
  }, consoleOn(first.before.deployment)).deployment;
}

const CASES = [1, 2, 3].flatMap((servers) =>
  prefixesOf(procedure(servers).length).map((prefix) => ({ servers, prefix })),
);

describe('Any prefix of the procedure, complete or with one action left out', () => {
  it('can be continued, or what stops it is named', () => {
    let steps = 0;
    for (const { servers, prefix } of sampled(CASES)) {
      const start = starting(servers);
      const { found } = continued(
        start,
        carriedOut(start, taken(procedure(servers), prefix)),
        JSON.stringify({ servers, prefix }),
      );
      expect(found.steps, JSON.stringify({ servers, prefix })).not.to.equal(null);
      steps += found.steps?.length ?? 0;
    }
    expect(steps, 'steps').to.be.greaterThan(RUNS);
  });
});

describe('Any prefix of a plan from such a state, complete or with one step left out', () => {
  it('can be continued, or what stops it is named', () => {
    let tried = 0;
    for (const { servers, prefix } of sampled(CASES.filter((one) => one.prefix.leftOut === null))) {
      const start = starting(servers);
      const rest = continued(
        start,
        carriedOut(start, taken(procedure(servers), prefix)),
        JSON.stringify({ servers, prefix }),
      );
      const prefixes = prefixesOf(rest.found.steps?.length ?? 0);
      for (const next of ALL ? prefixes : fc.sample(fc.constantFrom(...prefixes), { seed: SEED, numRuns: 1 })) {
        const deployment = afterSteps(rest, next);
        const what = JSON.stringify({ servers, prefix, next });
        if (!deployment) continue;
        expect(continued(start, deployment, what).found.steps, what).not.to.equal(null);
        tried += 1;
      }
    }
    expect(tried, 'prefixes').to.be.greaterThan(RUNS / 4);
  });
});
