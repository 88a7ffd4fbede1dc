import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect } from 'chai';
import fc from 'fast-check';
import { SYSTEM } from '../../src/exploration/explore';
import { type Run, runOf } from '../../src/exploration/run';
import { scenarioOf } from '../../src/exploration/scenario';
import { plans } from '../../src/exploration/sequences';
import { serverPhrase } from '../../src/exploration/server-phrase';
import { replicationStatus } from '../../src/operator/tasks/mending';
import { inTemporaryFolder, rehearse } from '../support/rehearse';
import { starting } from './starting';

const SEED = 4952;

test('what was explored comes out the same when its scenario is run', () => {
  inTemporaryFolder((folder) => {
    const explored = fc.sample(plans(), { seed: SEED, numRuns: 30 }).map(({ servers, operations }) => {
      return { servers, run: runOf(SYSTEM, starting(servers), operations) };
    });
    for (const [index, { servers, run }] of explored.entries()) {
      const violation = { law: 'none', detail: 'nothing', claim: outcomeOf(run) };
      writeFileSync(join(folder, `${index}.feature`), scenarioOf(servers, run.steps, violation, 'nothing'));
    }
    const { status, stdout, stderr } = rehearse(['run', folder, '--out', join(folder, 'reports'), '--json']);
    expect(status, stderr).to.equal(0);
    expect(JSON.parse(stdout).scenarios.passed).to.equal(explored.length);
    expect(explored.some(({ run }) => run.steps.some(({ refused }) => refused))).to.equal(true);
  });
});

/** Whether each server is replicated to in the end, as a sentence. */
function outcomeOf({ steps }: Run): readonly string[] {
  const state = steps.at(-1)?.after;
  if (!state) return [];
  return state.pool.servers.map((fqdn) => {
    const status = replicationStatus(state.console, fqdn);
    const said = status.upToDate ? 'is up to date' : `fails with event ${status.event.id}`;
    return `Then replication to ${serverPhrase(state.pool, fqdn)} ${said}`;
  });
}
