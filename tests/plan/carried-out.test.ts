import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { StepAction } from '../../src/evidence/action-records';
import { committedSource } from '../../src/package/rehearsal-keys';
import { PRODUCTS } from '../../src/products/products';
import { buildDeployment } from '../../src/world/build-deployment';
import type { Deployment } from '../../src/world/deployment';
import { inFolder } from '../judge/expect-truth';
import { truthOf } from '../judge/truth';
import { shippedEnvironment } from '../support/composed-plans';
import { SHIPPED } from '../support/environment-variants';
import { rehearse } from '../support/rehearse';
import { ROOT } from '../support/root';
import { afterActions, pathsOn, resultOf, stagesOn } from './carry-out';

/** Actions without which a plan does not hold, by what they are. */
const NEEDED: Readonly<Record<string, (action: StepAction) => boolean>> = {
  'the import of the chain': (a) => isGesture(a, 'Completing the Certificate Import Wizard', 'Finish'),
  'the store by type': (a) => isGesture(a, 'Certificate Store', /^Automatically select/),
  'the transport of the chain': (a) => 'carry' in a && a.carry.endsWith('.p7b'),
  'the transport of the request': (a) => 'carry' in a && a.carry.endsWith('.req'),
  'the transport of the response': (a) => 'carry' in a && a.carry.endsWith('.cer'),
  'the file of the request': (a) => isGesture(a, 'Certificate Request File', 'File name'),
  'the import of the response': (a) => isGesture(a, 'Import Certificate Summary', 'Next'),
  'the assignment': (a) => isGesture(a, 'Certificate Assignment Summary', 'Next'),
  'the logon': (a) => 'logOn' in a,
};

/** Those that matter only where the key has to reach another server. */
const NEEDED_IN_POOLS: typeof NEEDED = {
  'the exportable key': (a) => isGesture(a, 'Name and Security Settings', /exportable/),
  'the export of the key': (a) => isGesture(a, 'Export Private Key', /^Yes/),
  'the box for the private key': (a) => isGesture(a, 'Import Certificate', /private key$/),
  'the deletion of the exported file': (a) => 'command' in a && /^del .*\.pfx"$/.test(a.command),
};

function isGesture(action: StepAction, page: string, control: string | RegExp): boolean {
  if (!('gesture' in action) || action.page !== page) return false;
  return typeof control === 'string' ? action.control === control : control.test(action.control);
}

describe('A plan holds by itself', () => {
  for (const file of SHIPPED) {
    describe(file, () => {
      const folder = mkdtempSync(join(tmpdir(), 'plans-'));
      let deployment: Deployment;
      let pages: readonly (readonly [pool: string, html: string])[] = [];

      before(() => {
        const ran = rehearse([
          'run',
          '--environment',
          join(ROOT, 'environments', file),
          '--tags',
          '@plan',
          '--out',
          folder,
        ]);
        expect(ran.status, ran.stderr + ran.stdout).to.equal(0);
        const runbook = join(folder, 'runbook');
        const names = readdirSync(runbook).filter((name) => name.startsWith('plan-'));
        pages = names.map((name) => [
          name.slice('plan-'.length, -'.html'.length),
          readFileSync(join(runbook, name), 'utf8'),
        ]);
        deployment = buildDeployment(shippedEnvironment(file), committedSource(), PRODUCTS[0]);
      });
      after(() => rmSync(folder, { recursive: true }));

      it('has a page for each pool', () => {
        const pools = deployment.pools.map(({ fqdn }) => fqdn);
        expect(pages.map(([pool]) => pool)).to.have.members(pools);
      });

      it('leads each pool to a consistent state, with each choice', () => {
        for (const [pool, html] of pages) {
          const paths = pathsOn(stagesOn(html));
          expect([...paths.keys()], pool).to.have.lengthOf(3);
          for (const [name, actions] of paths)
            expect(resultOf(deployment, pool, actions), `${pool} ${name}`).to.deep.equal([]);
        }
      });

      it('gives every server a certificate that real TLS accepts, with each choice', async () => {
        await inFolder(async (files) => {
          for (const [pool, html] of pages) {
            const servers = deployment.pools.find(({ fqdn }) => fqdn === pool)?.servers ?? [];
            expect(servers).not.to.be.empty;
            for (const [name, actions] of pathsOn(stagesOn(html))) {
              const done = afterActions(deployment, actions);
              for (const server of servers) {
                const { own, asPool } = await truthOf(files, done, server);
                expect([own.succeeded, asPool.succeeded], `${server} ${name}`).to.deep.equal([true, true]);
              }
            }
          }
        });
      });

      it('does not hold without one of its actions', () => {
        for (const [pool, html] of pages) {
          const actions = pathsOn(stagesOn(html)).get('first choices') ?? [];
          const several = (deployment.pools.find(({ fqdn }) => fqdn === pool)?.servers.length ?? 0) > 1;
          for (const [what, isIt] of Object.entries(several ? { ...NEEDED, ...NEEDED_IN_POOLS } : NEEDED)) {
            if (what === 'the store by type' && deployment.environment.pki.authorities.length === 1) continue;
            const at = actions.findIndex(isIt);
            expect(at, `${what} on the page of ${pool}`).to.be.at.least(0);
            expect(resultOf(deployment, pool, actions.toSpliced(at, 1)), `${pool} without ${what}`).not.to.be.empty;
          }
        }
      });
    });
  }
});
