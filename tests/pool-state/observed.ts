import type { Deployment } from '../../src/world/deployment';

/** A deployment after a step of a scenario. */
export interface ObservedState {
  readonly scenario: string;
  readonly start: Deployment;
  readonly deployment: Deployment;
}

/** The states that the hooks of `observe-steps` have seen. */
export const OBSERVED: ObservedState[] = [];
