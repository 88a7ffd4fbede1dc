import type { Value } from '../../fact';
import { hresultCode } from '../../hresult';
import { Refusal } from '../../refusal';
import type { Deployment } from '../../world/deployment';
import type { FileRole, FileStep, GivenFile, ProcedureStep } from '../../world/product-files';
import type { FileFinding } from '../findings/file-finding';

/** A step of a procedure, tried out on a simulated server. */

/** The steps of the product that take files for this purpose. */
export function stepsFor({ product }: Deployment, role: FileRole): readonly FileStep<Deployment>[] {
  return product.files?.steps.filter(({ takes }) => takes === role) ?? [];
}

/** The world after the step, or the finding about its refusal. */
export function attempted(
  world: Deployment,
  step: FileStep<Deployment>,
  file: GivenFile,
): { readonly world: Deployment } | { readonly refusal: FileFinding } {
  try {
    return { world: step.perform(world, file) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: refusedAt(step, error, file.server) };
  }
}

/** The refusal of a step as a finding. */
export function refusedAt(step: ProcedureStep, refusal: Refusal, server: string): FileFinding {
  const { code, detail, remedy, hresult } = refusal;
  return {
    code,
    severity: 'error',
    server,
    on: stepText(step),
    detail,
    cause: hresult ? `${hresult} ${hresultCode(hresult)}` : null,
    remedy,
    source: step.source,
  };
}

/** How a finding names a step. */
export function stepText({ procedure, page }: ProcedureStep): Value {
  return `${procedure}: ${page}`;
}
