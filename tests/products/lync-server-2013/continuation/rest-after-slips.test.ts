import { test } from 'node:test';
import { expect } from 'chai';
import { judgePool } from '../../../../src/judge/judge';
import { restOfChange } from '../../../../src/products/lync-server-2013/continuation/rest-of-change';
import { OPERATIONS } from '../../../../src/products/lync-server-2013/exploration/operations/operations';
import { procedure } from '../../../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import { starting } from '../../../exploration/starting';
import { inFolder } from '../../../judge/expect-truth';
import { truthOf } from '../../../judge/truth';
import { collectedFrom } from '../../../pool-state/collected-pools';
import { carriedOut } from '../../../pool-state/half-done-pools';
import { fc } from '../../../support/properties';

/** From any prefix of the procedure, also with slips, the rest leads to a consistent pool, or the remaining errors are named. */

const RUNS = 24;
const SAMPLED = 4;

const prefixes = fc
  .tuple(
    fc.constantFrom(1, 2, 3),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.array(OPERATIONS.random, { maxLength: 3 }),
  )
  .map(([servers, part, slips]) => {
    const whole = procedure(servers);
    const done = whole.slice(0, Math.round(part * whole.length));
    return { servers, operations: [...done.slice(0, done.length / 2), ...slips, ...done.slice(done.length / 2)] };
  });

test('any prefix of the procedure can be continued, or the remaining errors are named', async () => {
  const counts = { consistent: 0, impossible: 0, steps: 0 };
  await inFolder(async (folder) => {
    for (const { servers, operations } of fc.sample(prefixes, RUNS)) {
      const start = starting(servers);
      const { rehearsed } = collectedFrom(start, carriedOut(start, operations));
      const { pool, found } = restOfChange(rehearsed, rehearsed.pools[0]?.fqdn ?? '', { ahead: 0, mostStates: 2000 });
      expect(found.isBounded).to.equal(false);
      if (found.steps === null) {
        expect(found.verdicts.errors, JSON.stringify(operations)).not.to.be.empty;
        counts.impossible += 1;
        continue;
      }
      const end = found.steps.at(-1)?.after.deployment ?? rehearsed;
      expect(judgePool(end, pool).filter(({ severity }) => severity === 'error')).to.deep.equal([]);
      counts.consistent += 1;
      counts.steps += found.steps.length;
      if (counts.consistent > SAMPLED) continue;
      for (const server of pool.servers) {
        const { own, asPool } = await truthOf(folder, end, server);
        expect([own.succeeded, asPool.succeeded], server).to.deep.equal([true, true]);
      }
    }
  });
  expect(counts.consistent, 'consistent').to.be.greaterThan(RUNS / 2);
  expect(counts.impossible, 'impossible').to.be.greaterThan(0);
  expect(counts.steps, 'steps').to.be.greaterThan(RUNS);
});
