import { readFileSync } from 'node:fs';
import { DEFAULT_ENVIRONMENT } from '../../src/package/folder';
import { committedSource } from '../../src/package/rehearsal-keys';
import { PRODUCTS } from '../../src/products/products';
import { buildDeployment } from '../../src/world/build-deployment';
import type { Deployment } from '../../src/world/deployment';
import { readEnvironment } from '../../src/world/environment-file/read-environment';

/** The deployment of the shipped environment, as commands build it. */
export function defaultDeployment(): Deployment {
  const environment = readEnvironment(readFileSync(DEFAULT_ENVIRONMENT, 'utf8'), DEFAULT_ENVIRONMENT, PRODUCTS);
  return buildDeployment(environment, committedSource(), PRODUCTS[0]);
}
