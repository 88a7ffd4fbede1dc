import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Exploration, explore, type Order, partsFor, summed } from '../../src/exploration/explore';
import { explorePart } from '../../src/exploration/part';
import type { System } from '../../src/exploration/state';
import { featureFile } from '../support/feature-tree';
import { loadedDefinitions } from '../support/loaded-definitions';
import { type LoadedDefinition, undefinedOrAmbiguous } from '../support/step-rules';
import { exportIgnoresExportable, importIgnoresWhetherTheKeyMatches, judgeSkipsTheLastServer } from './planted-bugs';
import { startingIn } from './starting';

const SEED = 20131107;

describe('Exploration of the simulation as it is', () => {
  it('finds that every law holds, and has tried each of them', async () => {
    const { runs, operations, laws, counterexample } = await exploring({ runs: 200 });
    expect(counterexample?.scenario).to.equal(undefined);
    expect(runs).to.equal(200);
    expect(operations).to.be.greaterThan(500);
    expect(laws.filter(({ witnesses }) => witnesses === 0)).to.deep.equal([]);
  });

  it('says the same again for the same seed', async () => {
    const [one, other] = [await exploring({ runs: 10 }), await exploring({ runs: 10 })];
    expect(one).to.deep.equal(other);
  });

  it('is the same however its parts are shared out, up to the first that breaks a law', async () => {
    const order = { runs: 250, seed: SEED, start: startingIn, goesOn: async () => true };
    const system = exportIgnoresExportable;
    const parts = partsFor(order);
    expect(parts.map(({ runs }) => runs)).to.deep.equal([100, 100, 50]);
    expect(new Set(parts.map(({ seed }) => seed)).size).to.equal(3);
    const backwards = await Promise.all(parts.toReversed().map((part) => explorePart(part, { ...order, system })));
    expect(summed(SEED, backwards.toReversed())).to.deep.equal(await explore({ ...order, system }));
  });

  it('ends with what there is when nobody wants to go on', async () => {
    const { runs, counterexample } = await exploring({ runs: 100, goesOn: async ({ runs: done }) => done < 3 });
    expect(runs).to.equal(3);
    expect(counterexample).to.equal(null);
  });
});

describe('Exploration finds a planted bug', () => {
  const bugs: Readonly<Record<string, readonly [system: System, law: RegExp, operations: number]>> = {
    'the import ignores whether the key matches': [importIgnoresWhetherTheKeyMatches, /joined to the key/, 3],
    'the judge skips the last server': [judgeSkipsTheLastServer, /replicated to/, 0],
    'the export ignores whether the key may be exported': [exportIgnoresExportable, /leaves a server only if/, 2],
  };

  for (const [title, [system, law, operations]] of Object.entries(bugs)) {
    it(title, async () => {
      const { counterexample } = await exploring({ runs: 1000, system });
      expect(counterexample?.law).to.match(law);
      expect(counterexample?.operations, counterexample?.scenario).to.equal(operations);
      await expectScenario(counterexample?.scenario ?? '');
      const again = await exploring({ runs: 1000, system, path: counterexample?.path ?? '' });
      expect(again.counterexample).to.deep.equal(counterexample);
    });
  }
});

/** It parses, and each of its steps has one definition. */
async function expectScenario(text: string): Promise<void> {
  const feature = featureFile('counterexample.feature', text);
  expect(feature.examples).to.have.lengthOf(1);
  expect(feature.pickles.flatMap(({ steps }) => steps)).to.have.length.greaterThan(2);
  definitions ??= loadedDefinitions();
  expect(undefinedOrAmbiguous(await definitions, [feature])).to.deep.equal([]);
}

/** Cucumber loads them once in a process. */
let definitions: Promise<LoadedDefinition[]> | undefined;

function exploring(order: Partial<Order>): Promise<Exploration> {
  return explore({ runs: 100, seed: SEED, start: startingIn, goesOn: async () => true, ...order });
}
