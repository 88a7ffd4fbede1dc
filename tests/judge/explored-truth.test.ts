import { test } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import type { FindingCode } from '../../src/products/lync-server-2013/judge/finding-codes';
import { machineOf } from '../../src/windows/machine';
import { misplacedRoots } from '../../src/windows/schannel';
import { firstPool } from '../../src/world/deployment';
import { startingIn } from '../exploration/starting';
import { withPrograms } from '../support/programs';
import { fc } from '../support/properties';
import { type Compared, expectTruth, inFolder } from './expect-truth';

/**
 * Compares the judge and the simulated replication with real TLS in situations that no test author chose: pools after
 * random operations. Most of them were set up first, because otherwise few would be in order.
 */

const SEED = 20131107;
const RUNS = 60;
const MOST_SERVERS = 4;
const SET_UP: Operation = { kind: 'set-up' };

test('after any operations the judge and replication agree with TLS', async (t) => {
  let isThere = false;
  withPrograms(t, ['openssl'], () => {
    isThere = true;
  });
  if (!isThere) return;
  const verdicts = await inTurn(explored());
  const inOrder = verdicts.filter((codes) => codes.length === 0).length;
  expect(Math.min(inOrder, verdicts.length - inOrder), 'servers in order, and servers not in order').to.be.greaterThan(
    5,
  );
  expect(new Set(verdicts.flat()).size, 'kinds of findings').to.be.greaterThan(3);
});

function explored(): readonly Compared[] {
  const sampled = fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: RUNS * 2 });
  const small = sampled.filter(({ setting }) => (setting.pools[0]?.length ?? 0) <= MOST_SERVERS).slice(0, RUNS);
  return small.map(({ setting, operations }, index) => {
    const start = startingIn(setting);
    const { steps } = runOf(
      cachedChecker(SYSTEM),
      start,
      index % 4 === 0 ? operations : [SET_UP, ...operations.slice(0, index % 7)],
    );
    const deployment = steps.at(-1)?.after.console.deployment ?? start;
    const machines = firstPool(deployment).servers.map((fqdn) => machineOf(deployment, fqdn));
    // since Server 2012, an intermediate certificate among the roots rejects every client, independent of TLS
    return { deployment, policy: machines.some((machine) => misplacedRoots(machine).length > 0) };
  });
}

async function inTurn(compared: readonly Compared[]): Promise<readonly FindingCode[][]> {
  const found: FindingCode[][] = [];
  for (const one of compared) {
    await inFolder(async (folder) => {
      found.push(...(await expectTruth(folder, one)));
    });
  }
  return found;
}
