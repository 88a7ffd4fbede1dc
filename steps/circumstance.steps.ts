import { Given } from '@cucumber/cucumber';
import { pathOf } from '../src/adcs/authority';
import { yearsAfter } from '../src/adcs/period';
import { type Deployment, issuingAuthority } from '../src/world/deployment';
import type { ServerFault, WorldFault } from '../src/world/product-faults';
import { reason } from './support/reasons';
import type { RehearsalWorld } from './support/world';

/** Steps about the faults of servers, authorities and files, and the authorities, before a scenario begins. */

type Change = WorldFault<Deployment>;

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

Given('{fileFault}', function (this: RehearsalWorld, fault: Change) {
  this.suppose(fault);
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
