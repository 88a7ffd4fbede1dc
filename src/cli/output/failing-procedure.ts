import { readText } from '../../package/text-file';
import type { FailingStep } from '../../products/lync-server-2013/tasks/procedure-check';

/**
 * The step at which the whole procedure fails in an environment; null if it succeeds, or if no file is given. In the
 * default environment it succeeds.
 */
export function failingStepIn(file: string | undefined): FailingStep | null {
  if (file === undefined) return null;
  // the simulation takes long to load, and most runs need no file
  const {
    readEnvironment,
  }: typeof import('../../world/environment-file/read-environment') = require('../../world/environment-file/read-environment');
  const { buildDeployment }: typeof import('../../world/build-deployment') = require('../../world/build-deployment');
  const { committedSource }: typeof import('../../package/rehearsal-keys') = require('../../package/rehearsal-keys');
  const {
    failingStep,
  }: typeof import('../../products/lync-server-2013/tasks/procedure-check') = require('../../products/lync-server-2013/tasks/procedure-check');
  const { PRODUCTS }: typeof import('../../products/products') = require('../../products/products');
  const environment = readEnvironment(readText(file), file, PRODUCTS);
  return failingStep(buildDeployment(environment, committedSource(), PRODUCTS[0]));
}

/** The terminal text about a procedure that fails, instead of the same failure in every scenario. */
export function failingProcedure({ step, steps, name, reason, findings }: FailingStep): string {
  return [
    `procedure  fails at step ${step} of ${steps}: ${name}\n`,
    `because    ${reason}\n`,
    ...(findings.length > 0 ? [`findings   ${findings.join(', ')}\n`] : []),
    'not run    every scenario, since the procedure cannot be performed in this environment; no pages were written\n',
  ].join('');
}
