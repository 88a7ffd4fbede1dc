import { AfterStep, Before } from '@cucumber/cucumber';
import type { Deployment } from '../../src/world/deployment';
import type { RehearsalWorld } from '../../steps/support/world';
import { OBSERVED } from './observed';

/** Hooks that keep each deployment of a run; Cucumber loads this file after the step definitions. */

const starts = new WeakMap<object, Deployment>();

Before(function (this: RehearsalWorld) {
  starts.set(this, this.deployment);
});

AfterStep(function (this: RehearsalWorld, { pickle }) {
  const { deployment } = this;
  // a scenario may begin with another environment
  const known = starts.get(this) ?? deployment;
  const start = known.environment === deployment.environment ? known : deployment;
  starts.set(this, start);
  OBSERVED.push({ scenario: `${pickle.uri}: ${pickle.name}`, start, deployment });
});
