import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import type { Period } from '../src/adcs/period';
import { isInternalName } from '../src/adcs/public-policy';
import { restartAuthority } from '../src/operator/tasks/restart-authority';
import { carryList, publishList } from '../src/world/authority-service';
import { authorityNamed, issuingAuthority } from '../src/world/deployment';
import { lifetimeOf } from './support/observations/authority-observations';
import { fileOn } from './support/observations/observations';
import type { Tier } from './support/phrases/tier';
import { reason } from './support/reasons';
import type { RehearsalWorld } from './support/world';

/** Steps about the service of an authority, its revocation lists, and the lifetimes that it gives. */

Given(
  'the rehearsal begins on {day} under the public policy {string}',
  function (this: RehearsalWorld, clock: string, publicPolicy: string) {
    const { fqdn } = this.pool;
    return (
      this.startWith((environment) => ({ ...environment, clock, pki: { ...environment.pki, publicPolicy } })) ??
      this.requires(!isInternalName(fqdn), reason('not-applicable.internal-name', { name: fqdn }))
    );
  },
);

When('the service of the issuing authority {is} restarted', function (this: RehearsalWorld, _: string) {
  this.act(restartAuthority);
});

When('the revocation list of {tier} {is} published', function (this: RehearsalWorld, { name }: Tier, _: string) {
  this.suppose((deployment) => publishList(deployment, authorityNamed(deployment, name)));
});

When(
  'the revocation list of {tier} {is} carried to its distribution point',
  function (this: RehearsalWorld, { name }: Tier, _: string) {
    this.suppose((deployment) => carryList(deployment, authorityNamed(deployment, name)));
  },
);

Then('the service of the issuing authority {runs}', function (this: RehearsalWorld, running: boolean) {
  expect(issuingAuthority(this.deployment).service.stoppedAt === null, 'CertSvc runs').to.equal(running);
});

Then(
  'the issuing authority logs event {int} with {refusal}',
  function (this: RehearsalWorld, id: number, symbol: string) {
    const event = issuingAuthority(this.deployment).events.at(-1);
    expect(event?.id, 'the newest event').to.equal(id);
    expect(event?.message).to.include(` ${symbol})`);
  },
);

Then(
  'the certificate in the file {string} on {server} is valid for {lifetime}',
  function (this: RehearsalWorld, file: string, on: string, period: Period) {
    const [certificate] = fileOn(this.deployment, on, this.text(file)).certificates;
    expect(lifetimeOf(certificate, this.deployment.determinism.now, period)).to.equal('as long');
  },
);

Then(
  'the certificate in the file {string} on {server} has the usages {string}',
  function (this: RehearsalWorld, file: string, on: string, usages: string) {
    const [certificate] = fileOn(this.deployment, on, this.text(file)).certificates;
    expect(certificate?.extendedKeyUsage.join(', '), 'usages').to.equal(usages);
  },
);

Then(
  'the certificate in the file {string} on {server} has the alternative names {string}',
  function (this: RehearsalWorld, file: string, on: string, names: string) {
    const [certificate] = fileOn(this.deployment, on, this.text(file)).certificates;
    expect(certificate?.subjectAlternativeNames.join(', '), 'names').to.equal(this.text(names));
  },
);
