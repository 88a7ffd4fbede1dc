import { Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { lyncFact } from '../../src/products/lync-server-2013/lync-refusals';
import { assign } from '../../src/products/lync-server-2013/tasks/certificate';
import { assignExternal } from '../../src/products/lync-server-2013/tasks/external';
import { edge, wholeProcedure } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { hasExternalNames } from '../../src/products/lync-server-2013/topology';
import { askOn } from '../support/observations/asking';
import type { RehearsalWorld } from '../support/world';
import { issuersOfInternal, stepThree } from './support/assignment-observations';
import { EXTERNAL_USES, presented, presentedExternally } from './support/server-observations';

/** Steps about the certificates that the servers present, and the display of the Deployment Wizard. */

Given(
  'the external certificates {are} assigned on {servers}',
  function (this: RehearsalWorld, _: string, servers: readonly string[]) {
    const named = hasExternalNames(this.pool);
    if (named) this.act((console) => servers.reduce(assignExternal, console));
    return this.requires(named, lyncFact('not-applicable.no-external-names'));
  },
);

When(
  'the internal certificate {is} assigned on {servers}',
  function (this: RehearsalWorld, _: string, servers: readonly string[]) {
    this.attempt((console) =>
      servers.reduce((c, server) => assign(edge(c, server), 'Edge Internal', this.pool.fqdn), console),
    );
  },
);

When(
  'the administrators {carryOut} the whole procedure with {authority}',
  function (this: RehearsalWorld, _: string, authority: string) {
    this.attempt((console) => wholeProcedure(console, authority));
  },
);

Then(
  '{servers} present(s) {presentation} for its internal interface',
  function (this: RehearsalWorld, servers: readonly string[], some: boolean) {
    const [first = '', ...others] = presented(this.deployment, servers);
    expect(first === '', 'no certificate on the first').to.equal(!some);
    for (const other of others) expect(other).to.equal(first);
    askOn(this, servers, 'Get-CsCertificate -Type Internal');
  },
);

Then(
  '{servers} present(s) {presentation} for its external interfaces',
  function (this: RehearsalWorld, servers: readonly string[], some: boolean) {
    const [first = '', ...others] = servers.flatMap((server) => presentedExternally(this.deployment, server));
    expect(first === '', 'no certificate on the first').to.equal(!some);
    for (const other of others) expect(other).to.equal(first);
    askOn(this, servers, `Get-CsCertificate -Type ${EXTERNAL_USES.join(',')}`);
  },
);

Then(
  '{server} presents its earlier certificate for its internal interface',
  function (this: RehearsalWorld, on: string) {
    expect(presented(this.deployment, [on])).to.deep.equal([this.text('{earlier thumbprint}')]);
  },
);

Then('every pool presents its own certificate', function (this: RehearsalWorld) {
  const pools = this.deployment.pools.map(({ servers }) => [...new Set(presented(this.deployment, servers))]);
  for (const pool of pools) expect(pool, 'one certificate in a pool').to.have.lengthOf(1).and.not.include('');
  expect(new Set(pools.flat()).size, 'certificates of all pools').to.equal(pools.length);
});

Then('the internal certificate was issued by {authority}', function (this: RehearsalWorld, authority: string) {
  expect(issuersOfInternal(this.deployment, this.pool)).to.deep.equal([authority]);
});

Then(
  'the Personal store of {servers} {lists} the internal certificate',
  function (this: RehearsalWorld, servers: readonly string[], listed: boolean) {
    const times = listed ? 1 : 0;
    for (const on of servers) expect(internalEntries(this.deployment, on, this.pool), on).to.have.lengthOf(times);
    askOn(this, servers, 'certutil -store My');
  },
);

Then(
  'Step 3 of the Deployment Wizard on {server} says {string} {checkMark}',
  function (this: RehearsalWorld, server: string, button: string, mark: boolean) {
    expect(stepThree(this.deployment, this.logonAt(server))).to.deep.equal({ button, checkMark: mark });
  },
);
