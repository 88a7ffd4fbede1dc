import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { earlierRun, isEmpty } from '../../../src/cli/fingerprints/earlier-run';
import { startingStates } from '../../../src/cli/input/starting-states';
import { InputError } from '../../../src/input-error';
import { exportState } from '../../pool-state/export-state';
import { contosoAfter, HALF_DONE } from '../../pool-state/half-done-pools';
import { inTemporaryFolder, inTemporaryFolderAsync } from '../../support/rehearse';
import { rehearseHere } from '../../support/rehearse-here';

const POOL = contosoAfter(HALF_DONE['a pool whose first server has its certificate']);
const SERVERS = ['edge01.contoso.com', 'edge02.contoso.com', 'edge03.contoso.com', 'fe01.contoso.com'];

const FEATURE = `Feature: From where the pool is

  Scenario: The first server has its certificate
    Then no request is pending on the first Edge Server

  Scenario: Other servers
    Given a pool of 2 Edge Servers behind a load balancer
    When the judge looks at the pool
    Then the judge finds nothing

  Scenario: An export that is impossible
    Given the operator is logged on to the second Edge Server as the Edge administrator
    And the second Edge Server has exported the internal certificate with its private key
    When the judge looks at the pool
    Then the judge finds nothing

  Scenario: What does not hold
    When the judge looks at the pool
    Then the judge finds nothing
`;

function writeStates(folder: string, servers: readonly string[]): string {
  const states = join(folder, 'states');
  mkdirSync(states, { recursive: true });
  for (const fqdn of servers) writeFileSync(join(states, `${fqdn}.json`), JSON.stringify(exportState(POOL, fqdn)));
  return states;
}

describe('rehearse run --state', () => {
  it('begins with the servers of the states, and skips what they do not allow', async () => {
    await inTemporaryFolderAsync(async (folder) => {
      const states = writeStates(folder, SERVERS);
      const feature = join(folder, 'own.feature');
      writeFileSync(feature, FEATURE);
      const ran = await rehearseHere(['run', feature, '--state', states, '--json', '--out', join(folder, 'out')]);
      const { scenarios, failures } = JSON.parse(ran.stdout);
      expect(ran.status).to.equal(1);
      expect(scenarios).to.deep.include({ passed: 1, skipped: 2, failed: 1 });
      expect(failures.map(({ scenario }: { scenario: string }) => scenario)).to.deep.equal(['What does not hold']);
      const messages = readFileSync(join(folder, 'out', 'messages.ndjson'), 'utf8');
      const reasons = [...messages.matchAll(/"reason\\":\{\\"code\\":\\"(not-applicable\.[a-z-]+)/g)].map(
        ([, code]) => code,
      );
      expect(reasons).to.deep.equal(['not-applicable.other-servers', 'not-applicable.precondition']);
      expect(readFileSync(join(folder, 'out', 'runbook', 'about.html'), 'utf8')).to.contain(
        '<dt>Began from the states of</dt><dd><code translate="no">edge01.contoso.com</code>, ',
      );
      const options = { out: join(folder, 'out'), tags: '', keepPrivateKeys: false, steps: [], products: [] };
      const other = writeStates(join(folder, 'other'), SERVERS.slice(0, 3));
      const again = (given: readonly string[]) => {
        const from = given.length === 0 ? [] : startingStates(given).states;
        return isEmpty(earlierRun([feature], options, [], from));
      };
      expect([again([states]), again([other]), again([])]).to.deep.equal([true, false, false]);
    });
  });

  it('refuses states that leave out a server of the pool', () => {
    inTemporaryFolder((folder) => {
      const states = writeStates(folder, SERVERS.slice(1));
      expect(() => startingStates([states])).to.throw(
        InputError,
        'no state tells the certificates of edge01.contoso.com; give the states of all servers of a pool',
      );
    });
  });
});
