import { readText } from '../../package/text-file';
import type { FailingStep } from '../../products/lync-server-2013/tasks/procedure-check';
import type { Paint } from '../terminal/paint';

/** The pools of an environment on which the whole procedure fails. */
export interface FailingProcedure {
  readonly steps: readonly FailingStep[];
  /** whether it fails on the first pool, which the scenarios use */
  readonly onFirstPool: boolean;
}

/**
 * The pools on which the whole procedure fails in an environment; null if it succeeds on all, or if no file is given. In
 * the default environment it succeeds.
 */
export function failingProcedureIn(file: string | undefined): FailingProcedure | null {
  if (file === undefined) return null;
  // the simulation takes long to load, and most runs need no file
  const {
    readEnvironment,
  }: typeof import('../../world/environment-file/read-environment') = require('../../world/environment-file/read-environment');
  const { buildDeployment }: typeof import('../../world/build-deployment') = require('../../world/build-deployment');
  const { committedSource }: typeof import('../../package/rehearsal-keys') = require('../../package/rehearsal-keys');
  const {
    failingSteps,
  }: typeof import('../../products/lync-server-2013/tasks/procedure-check') = require('../../products/lync-server-2013/tasks/procedure-check');
  const { PRODUCTS }: typeof import('../../products/products') = require('../../products/products');
  const environment = readEnvironment(readText(file), file, PRODUCTS);
  const deployment = buildDeployment(environment, committedSource(), PRODUCTS[0]);
  const steps = failingSteps(deployment);
  const [first] = deployment.pools;
  return steps.length === 0 ? null : { steps, onFirstPool: steps.some(({ pool }) => pool === first?.fqdn) };
}

/** The terminal text about a procedure that fails, instead of the same failure in every scenario. */
export function failingProcedure({ steps, onFirstPool }: FailingProcedure, paint: Paint): string {
  const each = steps.map(({ pool, step, steps: all, name, reason, findings }) =>
    [
      `procedure  ${paint('bad', 'fails')} at step ${step} of ${all}: ${name}\n`,
      `on         ${pool}\n`,
      `because    ${reason}\n`,
      ...(findings.length > 0 ? [`findings   ${findings.join(', ')}\n`] : []),
    ].join(''),
  );
  const rest =
    'not run    every scenario that is no procedure, since the procedure cannot be performed in this environment\n';
  return [...each, ...(onFirstPool ? [rest] : [])].join('');
}
