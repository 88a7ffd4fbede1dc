import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { type Run, runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import { scenarioOf } from '../../src/exploration/scenario';
import { judgePool } from '../../src/judge/judge';
import type { PoolDomain, PoolSystem } from '../../src/products/lync-server-2013/exploration/domain';
import { serverPhrase } from '../../src/products/lync-server-2013/exploration/server-phrase';
import { isPlain, type Setting } from '../../src/products/lync-server-2013/exploration/settings/setting';
import {
  environmentFileFor,
  givenSteps,
} from '../../src/products/lync-server-2013/exploration/settings/starting-point';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { replicationStatus } from '../../src/products/lync-server-2013/replication-status';
import { fc } from '../support/properties';
import { inTemporaryFolderAsync } from '../support/rehearse';
import { rehearseHere } from '../support/rehearse-here';
import { lawNamed } from './law-named';
import { startingIn } from './starting';

const SEED = 4952;
/** Each environment needs its own process. */
const MOST_ENVIRONMENTS = 5;

test('what was explored comes out the same when its scenario is run', async () => {
  await inTemporaryFolderAsync(async (folder) => {
    const runs = fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: 40 }).map(({ setting, operations }) => {
      return { setting, run: runOf(cachedChecker(SYSTEM), startingIn(setting), operations) };
    });
    // a plan without a possible operation gives a scenario without steps, which a run refuses
    const explored = runs.filter(({ run }) => run.steps.length > 0);
    const [plain, others] = [explored.filter(({ setting }) => isPlain(setting)), explored.filter(isOther)];
    expect(Math.min(plain.length, others.length)).to.be.greaterThan(10);
    await expectReplayed(join(folder, 'plain'), plain, []);
    for (const [index, one] of others.slice(0, MOST_ENVIRONMENTS).entries()) {
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, environmentFileFor(one.setting, startingIn(one.setting)) ?? '');
      await expectReplayed(join(folder, `other-${index}`), [one], ['--environment', file]);
    }
    expect(explored.some(({ run }) => run.steps.some(({ refused }) => refused))).to.equal(true);
    expect(explored.flatMap(({ run }) => orderOf(run))).to.include('Then the judge finds:');
  });
});

interface Explored {
  readonly setting: Setting;
  readonly run: Run<PoolDomain>;
}

function isOther({ setting }: Explored): boolean {
  return !isPlain(setting);
}

async function expectReplayed(
  folder: string,
  explored: readonly Explored[],
  options: readonly string[],
): Promise<void> {
  mkdirSync(folder);
  for (const [index, { setting, run }] of explored.entries()) {
    const violation = { law: 'none', detail: 'nothing', claim: [...outcomeOf(run), ...orderOf(run)] };
    const scenario = scenarioOf({ given: givenSteps(setting), steps: run.steps, violation, notes: [] });
    writeFileSync(join(folder, `${index}.feature`), scenario);
  }
  const asked = ['run', folder, '--out', join(folder, 'reports'), '--json', ...options];
  const { status, stdout, stderr } = await rehearseHere(asked);
  expect(status, `${stderr}${stdout}`).to.equal(0);
  expect(JSON.parse(stdout).scenarios.passed).to.equal(explored.length);
}

/** The claim of the law about the order: the last steps in one order, and the findings after the other order. */
function orderOf({ steps }: Run<PoolDomain>): readonly string[] {
  const state = steps.at(-1)?.after;
  let looks = 0;
  const unsteady: PoolSystem = { ...SYSTEM, judge: (d, pool) => (looks++ % 2 === 0 ? judgePool(d, pool) : []) };
  const verdict =
    state && lawNamed('the order of the servers in the last steps has no effect').ofEnd?.(state, unsteady);
  return typeof verdict === 'object' ? verdict.claim : [];
}

/** The replication status of each server at the end, as a sentence. */
function outcomeOf({ steps }: Run<PoolDomain>): readonly string[] {
  const state = steps.at(-1)?.after;
  if (!state) return [];
  return state.pool.servers.map((fqdn) => {
    const status = replicationStatus(state.console, fqdn);
    const said = status.upToDate ? 'is up to date' : `fails with event ${status.event.id}`;
    return `Then replication to ${serverPhrase(state.console.deployment, fqdn)} ${said}`;
  });
}
