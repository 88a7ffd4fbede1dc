import { Given } from '@cucumber/cucumber';
import { pathOf } from '../../src/adcs/authority';
import { yearsAfter } from '../../src/adcs/period';
import { setUp } from '../../src/products/lync-server-2013/tasks/set-up';
import { hasExternalNames } from '../../src/products/lync-server-2013/topology';
import type { Deployment } from '../../src/world/deployment';
import { issuingAuthority } from '../../src/world/deployment';
import type { ServerFault, WorldFault } from '../../src/world/product-faults';
import { reason } from '../support/reasons';
import type { RehearsalWorld } from '../support/world';

type Change = WorldFault<Deployment>;

/** Steps about the state, and the faults, before a scenario begins. */

Given('the pool has been set up', function (this: RehearsalWorld) {
  this.act((console) => setUp(console, this.pool));
});

Given('every pool has been set up', function (this: RehearsalWorld) {
  this.act((console) => this.deployment.pools.reduce(setUp, console));
});

Given(
  'on {servers}, {fault}',
  function (this: RehearsalWorld, servers: readonly string[], fault: ServerFault<Deployment>) {
    this.suppose((deployment) => servers.reduce(fault, deployment));
  },
);

/** The authority itself can be changed, but not the certificates above it: with other signatures, the step does not apply. */
Given('the issuing authority {authorityFault}', function (this: RehearsalWorld, fault: Change) {
  this.suppose(fault);
  const signatures = pathOf(issuingAuthority(this.deployment)).filter(({ selfSigned }) => !selfSigned);
  const unusual = signatures.find(({ signatureAlgorithm }) => !RECOMMENDED_SIGNATURE.test(signatureAlgorithm));
  if (fault !== this.deployment.product.faults.authority[RECOMMENDED] || !unusual) return undefined;
  return this.requires(false, reason('not-applicable.path-signature', { algorithm: unusual.signatureAlgorithm }));
});

const RECOMMENDED = 'follows the recommendations';
const RECOMMENDED_SIGNATURE = /^sha(256|384)/;

Given('the template of the internal certificate {templateFault}', function (this: RehearsalWorld, fault: Change) {
  this.suppose(fault);
  return this.requiresTemplates();
});

Given('{fileFault}', function (this: RehearsalWorld, fault: Change) {
  this.suppose(fault);
});

Given('it is assumed that {assumption}', function (this: RehearsalWorld, assumed: Change) {
  this.suppose(assumed);
});

Given('the pool has names for its external interface', function (this: RehearsalWorld) {
  return this.requires(hasExternalNames(this.pool), reason('not-applicable.no-external-names'));
});

Given('the issuing authority is subordinate to a root', function (this: RehearsalWorld) {
  const { superiors } = issuingAuthority(this.deployment);
  return this.requires(superiors.length > 0, reason('not-applicable.no-intermediate-authority'));
});

Given(
  'the certificates of the issuing authority are valid for {int} more years',
  function (this: RehearsalWorld, years: number) {
    const end = Math.min(...pathOf(issuingAuthority(this.deployment)).map(({ notAfter }) => notAfter));
    const enough = yearsAfter(this.deployment.determinism.now, years) <= end;
    return this.requires(enough, reason('not-applicable.authority-ends', { years: `${years}` }));
  },
);
