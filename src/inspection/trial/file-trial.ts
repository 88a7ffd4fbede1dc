import { pathOf } from '../../adcs/authority';
import { newestRequest } from '../../operator/tasks/authority';
import { machineOf, withKey, withMachine } from '../../windows/machine';
import { type Deployment, issuingAuthority } from '../../world/deployment';
import type { FileRole } from '../../world/product-files';
import type { Certificate } from '../../x509/certificate';
import { readRequest } from '../../x509/certificate-request';
import { placeholderKey } from '../../x509/keys/key-pair';
import { writePkcs7 } from '../../x509/pkcs7';
import type { Pkcs12Content } from '../../x509/pkcs12/pkcs12-content';
import { writePkcs12 } from '../../x509/pkcs12/write-pkcs12';
import type { FileFinding } from '../findings/file-finding';
import { fileFinding } from '../findings/file-findings';
import type { InspectedContent } from '../reading/file-content';
import type { NamedBytes } from '../reading/read-file';
import { asFileFinding, assignmentFindings, newFindings } from './certificate-trial';
import { subjectIn } from './file-roles';
import { attempted, stepsFor } from './trial';
import { type Named, type TrialSetting, type TrialWorld, trialWorld } from './trial-world';

/** A file, tried out in the steps that take it; then the certificate from it, assigned and judged. */

/** The findings about a file of certificates, on each version of Windows of the pool. */
export function certificateFileFindings(
  file: NamedBytes & { readonly password?: string },
  content: InspectedContent & { readonly kind: 'certificate' | 'pkcs7' | 'pkcs12' },
  setting: TrialSetting,
): readonly FileFinding[] {
  const subject = subjectIn(content);
  const trial = trialWorld(setting, subject);
  const isTrustKnown = setting.roots.length > 0;
  return trial.servers.flatMap((server) => {
    const role = content.kind === 'pkcs12' ? 'key-pair' : subject ? 'response' : 'chain';
    const ready =
      role === 'response' && subject ? withPlaceholder(trial.deployment, server, subject) : trial.deployment;
    const given = { server, bytes: file.bytes, ...(file.password === undefined ? {} : { password: file.password }) };
    const first = content.kind === 'pkcs12' && file.password === undefined ? {} : imported(ready, role, given);
    const refused = first.refusal ? [first.refusal] : [];
    const again =
      first.world ?? (content.kind === 'pkcs12' ? importedAnyway(ready, server, content.content) : undefined);
    if (!again) return refused;
    const result = { before: ready, world: again, pool: trial.pool, server, role, isTrustKnown } as const;
    return [...refused, ...(subject ? assignmentFindings(result, subject) : newFindings(result).map(asFileFinding))];
  });
}

/** The findings about a request: the authority's, and those about the certificate that it would issue. */
export function requestFindings(bytes: Uint8Array, names: Named, setting: TrialSetting): readonly FileFinding[] {
  const trial = authorityTrial(setting, names);
  const [server = ''] = trial.servers;
  const key = readRequest(bytes);
  const ready = withPlaceholder(trial.deployment, server, key);
  return issuedFindings({ ...trial, deployment: ready }, { server, bytes }, 'response');
}

/** The servers know the authority of the environment, and it is the time of the environment. */
export function authorityTrial(setting: TrialSetting, names: Named | undefined): TrialWorld {
  const path = pathOf(issuingAuthority(setting.deployment));
  const at = setting.deployment.determinism.now;
  return trialWorld({ ...setting, at, roots: [...setting.roots, ...path], chain: setting.chain }, names);
}

/** The findings about a request that is sent to the authority, and about the certificate that it issues. */
export function issuedFindings(
  { deployment, pool }: TrialWorld,
  file: { readonly server: string; readonly bytes: Uint8Array },
  role: FileRole,
): readonly FileFinding[] {
  const { server } = file;
  const sent = imported(deployment, 'request', file);
  if (!sent.world) return sent.refusal ? [sent.refusal] : [];
  const { disposition } = newestRequest(sent.world);
  if (disposition.kind === 'denied') {
    const [step] = stepsFor(deployment, 'request');
    const denial = fileFinding('request-denied', step ? `${step.procedure}: ${step.page}` : '', {
      message: disposition.message,
    });
    return [{ ...denial, cause: disposition.hresult }];
  }
  if (disposition.kind !== 'issued') return [];
  const { certificate } = disposition;
  const answer = writePkcs7([certificate, ...pathOf(issuingAuthority(sent.world))]);
  const response = imported(sent.world, 'response', { server, bytes: answer });
  if (!response.world) return response.refusal ? [response.refusal] : [];
  return assignmentFindings(
    { before: deployment, world: response.world, pool, server, role, isTrustKnown: true },
    certificate,
  );
}

interface Imported {
  readonly world?: Deployment;
  readonly refusal?: FileFinding;
}

/** The step with this role on the file. A product without such a step does nothing with it. */
export function imported(world: Deployment, role: FileRole, file: Parameters<typeof attempted>[2]): Imported {
  const [step] = stepsFor(world, role);
  return step ? attempted(world, step, file) : { world };
}

const READABLE = 'readable';

/** The content in a form that every Windows reads, to examine the rest of it. */
function importedAnyway(world: Deployment, server: string, content: Pkcs12Content): Deployment | undefined {
  const salt = (length: number): Uint8Array => new Uint8Array(length).fill(1);
  const bytes = writePkcs12(content, { password: READABLE, profile: 'TripleDES-SHA1', salt });
  return imported(world, 'key-pair', { server, bytes, password: READABLE }).world;
}

/** The key of a request is on the server that made it. */
function withPlaceholder(
  world: Deployment,
  on: string,
  { keyBits, publicKeyId }: Pick<Certificate, 'keyBits' | 'publicKeyId'>,
): Deployment {
  const [, machine] = withKey(machineOf(world, on), {
    location: 'LocalMachine',
    keyPair: placeholderKey(keyBits, publicKeyId),
    exportable: true,
    provider: 'Microsoft RSA SChannel Cryptographic Provider',
  });
  return withMachine(world, machine);
}
