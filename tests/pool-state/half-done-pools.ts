import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { procedure } from '../../src/products/lync-server-2013/exploration/operations/procedure-operations';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { PRODUCTS } from '../../src/products/products';
import { buildDeployment } from '../../src/world/build-deployment';
import type { Deployment } from '../../src/world/deployment';
import { shippedEnvironment } from '../support/composed-plans';
import { foreignSource } from './collected-pools';

/** Contoso pools with keys of a real site, in states in which an administrator may find them. */

const PROCEDURE = procedure(3);
const WRONG: Operation = { kind: 'import-chain', server: 1, how: 'as the document says' };

/** What was done on the pool: the operations, by what they leave. */
export const HALF_DONE = {
  'a pool whose first server has its certificate': PROCEDURE.slice(0, 6),
  'an intermediate certificate among the trusted roots': [WRONG, ...PROCEDURE.slice(1)],
  'two certificates with one friendly name': [...PROCEDURE, ...PROCEDURE.slice(3)],
  'a certificate that is about to end': [...PROCEDURE, { kind: 'pass', days: 715 }],
} as const satisfies Readonly<Record<string, readonly Operation[]>>;

/** Carries out operations without checking the laws, which other tests do. */
const CHECKER = cachedChecker({ ...SYSTEM, laws: [] });

/** The deployment after these operations. */
export function carriedOut(start: Deployment, operations: readonly Operation[]): Deployment {
  return runOf(CHECKER, start, operations).steps.at(-1)?.after.console.deployment ?? start;
}

/** The Contoso pool after these operations. */
export function contosoAfter(operations: readonly Operation[]): Deployment {
  const start = buildDeployment(shippedEnvironment('contoso.yaml'), foreignSource(), PRODUCTS[0]);
  return carriedOut(start, operations);
}
