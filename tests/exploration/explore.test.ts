import { describe, it } from 'node:test';
import { expect } from 'chai';
import {
  exportIgnoresExportable,
  importIgnoresWhetherTheKeyMatches,
  judgeSkipsTheLastServer,
} from '../../bench/planted/bugs-of-servers';
import { NO_BUG } from '../../src/exploration/law';
import type { Batch, BatchResult, ExplorationContext } from '../../src/exploration/random/batch';
import { batchesFor, combined, type Exploration, explore } from '../../src/exploration/random/exploration';
import type { PoolDomain, PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { featureFile } from '../support/features/feature-tree';
import { type LoadedDefinition, undefinedOrAmbiguous } from '../support/features/step-rules';
import { loadedDefinitions } from '../support/loaded-definitions';
import { startingIn } from './starting';

const SEED = 20131107;
const COUNTEREXAMPLE = { detail: '', seed: 1, path: '0', servers: 1, operations: 1, scenario: '', environment: null };

describe('Exploration of the simulation as it is', () => {
  it('says the same again for the same seed', async () => {
    const [one, other] = [await exploring({ runs: 10 }), await exploring({ runs: 10 })];
    expect(one).to.deep.equal(other);
  });

  it('counts its batches in their order, up to the first that breaks a law', () => {
    const batch = (runs: number, law?: string): BatchResult => ({
      ...{ runs, operations: 10 * runs, witnesses: { [NO_BUG]: runs } },
      counterexample: law === undefined ? null : { ...COUNTEREXAMPLE, law },
    });
    const { runs, operations, laws, counterexample } = combined(
      7,
      [batch(4), batch(2, 'first'), batch(1, 'second')],
      SYSTEM.laws,
    );
    expect([runs, operations, counterexample?.law]).to.deep.equal([6, 60, 'first']);
    expect(laws.find(({ name }) => name === NO_BUG)).to.deep.equal({ name: NO_BUG, witnesses: 6, holds: true });
  });

  it('has batches with seeds of their own, the first with the seed of the whole', () => {
    const batches = batchesFor({ runs: 250, seed: SEED });
    expect(batches.map(({ runs }) => runs)).to.deep.equal([100, 100, 50]);
    expect(batches[0]?.seed).to.equal(SEED);
    expect(new Set(batches.map(({ seed }) => seed)).size).to.equal(3);
    expect(batchesFor({ runs: 250, seed: SEED, path: '3:1' })).to.deep.equal([{ runs: 1, seed: SEED, path: '3:1' }]);
  });

  it('ends with the results so far when it may not continue', async () => {
    const { runs, counterexample } = await exploring({ runs: 100, shouldContinue: async ({ runs: done }) => done < 3 });
    expect(runs).to.equal(3);
    expect(counterexample).to.equal(null);
  });
});

describe('Exploration finds a planted bug', () => {
  const bugs: Readonly<Record<string, readonly [system: PoolSystem, law: RegExp, operations: number]>> = {
    'the import ignores whether the key matches': [
      importIgnoresWhetherTheKeyMatches,
      /linked to (?:its own key|the key of its request)/,
      3,
    ],
    'the judge skips the last server': [judgeSkipsTheLastServer, /replication succeeds/, 0],
    'the export ignores whether the key may be exported': [exportIgnoresExportable, /leaves a server only if/, 2],
  };

  for (const [title, [system, law, operations]] of Object.entries(bugs)) {
    it(title, async () => {
      const { counterexample } = await exploring({ runs: 1000, system });
      expect(counterexample?.law).to.match(law);
      expect(counterexample?.operations, counterexample?.scenario).to.equal(operations);
      await expectScenario(counterexample?.scenario ?? '');
      const { seed = SEED, path = '' } = counterexample ?? {};
      const again = await exploring({ system, seed, path });
      expect(again.counterexample).to.deep.equal(counterexample);
    });
  }
});

/** Fails unless the scenario parses and each of its steps has one definition. */
async function expectScenario(text: string): Promise<void> {
  const feature = featureFile('counterexample.feature', text);
  expect(feature.examples).to.have.lengthOf(1);
  expect(feature.pickles.flatMap(({ steps }) => steps)).to.have.length.greaterThan(2);
  definitions ??= loadedDefinitions();
  expect(undefinedOrAmbiguous(await definitions, [feature])).to.deep.equal([]);
}

let definitions: Promise<LoadedDefinition[]> | undefined;

function exploring(order: Partial<Batch & ExplorationContext<PoolDomain>>): Promise<Exploration> {
  const context = { system: SYSTEM, start: startingIn, shouldContinue: async () => true };
  return explore({ runs: 100, seed: SEED, ...context, ...order });
}
