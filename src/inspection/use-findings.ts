import type { Deployment } from '../world/deployment';
import type { FileStep } from '../world/product-files';
import type { FileFinding } from './findings/file-finding';
import { fileFinding } from './findings/file-findings';
import type { InspectionOptions } from './inspection-options';
import type { InspectedContent, ReadFile } from './reading/file-content';
import type { NamedBytes } from './reading/read-file';
import { isSameSort, roleOf } from './trial/file-roles';
import { certificateFileFindings, requestFindings } from './trial/file-trial';
import { policyFindings } from './trial/policy-trial';
import { attempted } from './trial/trial';
import { trialWorld } from './trial/trial-world';

/** Which step would refuse a file, and what its certificate would break. */

type Readable = Extract<ReadFile, { readonly hasKeyBeside: boolean }>;
type Failed = Exclude<ReadFile, Readable>;

/** The findings about the use of a file that was read. */
export function useFindings(file: NamedBytes, read: Readable, options: InspectionOptions): readonly FileFinding[] {
  const beside = read.hasKeyBeside ? [fileFinding('private-key-beside', file.name)] : [];
  return [...beside, ...nameFindings(file, read, options), ...trialFindings(file, read.content, options)];
}

/** The failure to read a file, with the step that refuses it for the same reason. */
export function failureAtStep(file: NamedBytes, { failure }: Failed, options: InspectionOptions): FileFinding {
  const step = stepByName(file.name, options.deployment);
  if (!step || failure.code === 'too-large') return failure;
  const refusal = refusalAt(step, file, options);
  return refusal ? { ...failure, on: refusal.on, cause: refusal.cause ?? failure.cause } : failure;
}

function trialFindings(
  file: NamedBytes,
  content: InspectedContent,
  { password, ...setting }: InspectionOptions,
): readonly FileFinding[] {
  switch (content.kind) {
    case 'certificate':
    case 'pkcs7':
    case 'pkcs12':
      return certificateFileFindings({ ...file, ...(password === undefined ? {} : { password }) }, content, setting);
    case 'request':
      return requestFindings(file.bytes, content.request, setting);
    case 'policy':
      return policyFindings(file.name, content.text, setting);
    case 'crl':
    case 'private-key':
      return [];
  }
}

/** A file whose name promises something else: the warning, and the refusal of the step that it would be given to. */
function nameFindings(file: NamedBytes, { kind, content }: Readable, options: InspectionOptions) {
  const step = stepByName(file.name, options.deployment);
  const role = roleOf(content);
  if (!step || (role && isSameSort(role, step.takes))) return [];
  const refusal = refusalAt(step, file, options);
  return [
    fileFinding('name-differs', file.name, { ending: endingOf(file.name), found: KINDS[kind] }),
    ...(refusal ? [refusal] : []),
  ];
}

const KINDS: Readonly<Record<Readable['kind'], string>> = {
  certificate: 'a certificate',
  pkcs7: 'certificates without a key (PKCS #7)',
  pkcs12: 'certificates with private keys (PKCS #12)',
  request: 'a certificate request (PKCS #10)',
  crl: 'a revocation list',
  policy: 'a policy of certreq',
  'private-key': 'a private key',
  unknown: 'unknown content',
};

/** The step to which administrators give files whose names end so. */
function stepByName(name: string, { product }: Deployment): FileStep<Deployment> | undefined {
  return product.files?.steps.find(({ endings }) => endings.includes(endingOf(name)));
}

function endingOf(name: string): string {
  return /\.[^./\\]*$/.exec(name)?.[0].toLowerCase() ?? '';
}

function refusalAt(
  step: FileStep<Deployment>,
  { bytes }: NamedBytes,
  { password, ...setting }: InspectionOptions,
): FileFinding | undefined {
  const { deployment, servers } = trialWorld(setting, undefined);
  const [server = ''] = servers;
  const result = attempted(deployment, step, { server, bytes, ...(password === undefined ? {} : { password }) });
  return 'refusal' in result ? result.refusal : undefined;
}
