import { committedSource } from '../../src/cli/package-folder';
import type { Deployment } from '../../src/deployment/deployment';
import { startingPoint } from '../../src/exploration/starting-point';
import { environmentOf } from '../../steps/support/starting-point';

const source = committedSource();
const starts = new Map<number, Deployment>();

/** The deployment from which a pool of that size is explored, built once. */
export function starting(servers: number): Deployment {
  const deployment = starts.get(servers) ?? startingPoint(environmentOf({}), source, servers);
  starts.set(servers, deployment);
  return deployment;
}
