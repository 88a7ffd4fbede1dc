import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import type { StepAction } from '../../src/evidence/action-records';
import { consoleOn } from '../../src/operator/console';
import { committedSource } from '../../src/package/rehearsal-keys';
import { setUp } from '../../src/products/lync-server-2013/tasks/set-up';
import { hasExternalNames } from '../../src/products/lync-server-2013/topology';
import { PRODUCTS } from '../../src/products/products';
import { buildDeployment } from '../../src/world/build-deployment';
import { type Deployment, withFirstPool } from '../../src/world/deployment';
import { inFolder } from '../judge/expect-truth';
import { truthOf } from '../judge/truth';
import { shippedEnvironment } from '../support/composed-plans';
import { SHIPPED } from '../support/environment-variants';
import { sharedRunOn } from '../support/shared-run';
import { acceptedOnInternet } from './accepted-on-internet';
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

/** Actions without which the certificate of the external interface is not in use on every server. */
const NEEDED_OUTSIDE: typeof NEEDED = {
  'the request': (a) => 'command' in a && a.command.startsWith('Request-CsCertificate '),
  'the submission': (a) => 'portal' in a,
  'the import of the chain': NEEDED['the import of the chain'] ?? (() => false),
  'the transport of the chain': (a) => 'carry' in a && a.carry.endsWith('public-chain.p7b'),
  'the transport of the certificate': (a) => 'carry' in a && a.carry.endsWith('external.cer'),
  'the import of the certificate': (a) => isGesture(a, 'Import Certificate Summary', 'Next'),
  'the row of the external interface': (a) => isGesture(a, 'Certificate Assignment', 'Certificate uses'),
  'the assignment': (a) => isGesture(a, 'Certificate Assignment Summary', 'Next'),
};

function isGesture(action: StepAction, page: string, control: string | RegExp): boolean {
  if (!('gesture' in action) || action.page !== page) return false;
  return typeof control === 'string' ? action.control === control : control.test(action.control);
}

describe('A plan holds by itself', () => {
  for (const file of SHIPPED) {
    describe(file, () => {
      let deployment: Deployment;
      let pages: readonly (readonly [pool: string, html: string])[] = [];
      let outside: typeof pages = [];

      before(() => {
        const { status, report, out } = sharedRunOn(file);
        expect(status, report).to.equal(0);
        const runbook = join(out, 'runbook');
        const names = readdirSync(runbook).filter((name) => name.startsWith('plan-'));
        const pagesOf = (some: readonly string[], prefix: string) =>
          some.map((name) => {
            const html = readFileSync(join(runbook, name), 'utf8');
            return [name.slice(prefix.length, -'.html'.length), html] as const;
          });
        const isFurther = (name: string) => name.startsWith('plan-external-');
        pages = pagesOf(
          names.filter((name) => !isFurther(name)),
          'plan-',
        );
        outside = pagesOf(names.filter(isFurther), 'plan-external-');
        deployment = buildDeployment(shippedEnvironment(file), committedSource(), PRODUCTS[0]);
      });

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

      it('has a further page for each pool with names for the external interface, which leads to its certificate', async () => {
        const named = deployment.pools.filter(hasExternalNames);
        expect(outside.map(([pool]) => pool)).to.have.members(named.map(({ fqdn }) => fqdn));
        await inFolder(async (files) => {
          for (const [pool, html] of outside) {
            const start = inUse(deployment, pool);
            for (const [name, actions] of pathsOn(stagesOn(html))) {
              expect(resultOf(start, pool, actions), `${pool} ${name}`).to.deep.equal([]);
              const said = await acceptedOnInternet(files, afterActions(start, actions), pool);
              expect(said, `${pool} ${name}`).to.deep.equal(said.map(({ server }) => ({ server, accepted: true })));
            }
          }
        });
      });

      it('leads to no certificate of the external interface without one of the further actions', async () => {
        await inFolder(async (files) => {
          for (const [pool, html] of outside) {
            const start = inUse(deployment, pool);
            const actions = pathsOn(stagesOn(html)).get('first choices') ?? [];
            for (const [what, isIt] of Object.entries(NEEDED_OUTSIDE)) {
              const at = actions.findIndex(isIt);
              expect(at, `${what} on the page of ${pool}`).to.be.at.least(0);
              const left = actions.toSpliced(at, 1);
              const wrong = resultOf(start, pool, left);
              if (wrong.length > 0) continue;
              const said = await acceptedOnInternet(files, afterActions(start, left), pool);
              expect(
                said.some(({ accepted }) => !accepted),
                `${pool} without ${what}`,
              ).to.equal(true);
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

/** The deployment in which the internal certificate of the pool is in use. */
function inUse(deployment: Deployment, fqdn: string): Deployment {
  const start = withFirstPool(deployment, fqdn);
  const [pool] = start?.pools ?? [];
  if (!start || !pool) throw new Error(`there is no pool ${fqdn}`);
  return setUp(consoleOn(start), pool).deployment;
}
