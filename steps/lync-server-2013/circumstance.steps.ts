import { Given } from '@cucumber/cucumber';
import { lyncFact } from '../../src/products/lync-server-2013/lync-refusals';
import { setUp } from '../../src/products/lync-server-2013/tasks/set-up';
import { hasExternalNames } from '../../src/products/lync-server-2013/topology';
import type { Deployment } from '../../src/world/deployment';
import type { WorldFault } from '../../src/world/product-faults';
import type { RehearsalWorld } from '../support/world';

/** Steps about the state of the pools before a scenario begins, and about assumptions. */

Given('the pool has been set up', function (this: RehearsalWorld) {
  this.act((console) => setUp(console, this.pool));
});

Given('every pool has been set up', function (this: RehearsalWorld) {
  this.act((console) => this.deployment.pools.reduce(setUp, console));
});

Given(
  'the template of the internal certificate {templateFault}',
  function (this: RehearsalWorld, fault: WorldFault<Deployment>) {
    this.suppose(fault);
    return this.requiresTemplates();
  },
);

Given('it is assumed that {assumption}', function (this: RehearsalWorld, assumed: WorldFault<Deployment>) {
  this.suppose(assumed);
});

Given('the pool has names for its external interface', function (this: RehearsalWorld) {
  return this.requires(hasExternalNames(this.pool), lyncFact('not-applicable.no-external-names'));
});
