import type { RequestRow } from '../../../src/adcs/authority';
import { linkedKey, machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import { commonName } from '../../../src/x509/names/distinguished-name';
import { pendingEntry, requestOn } from './observations';

/** The disposition of a request in the words of features: `issued`, `under submission`, `denied: CERTSRV_E_…`. */
export function dispositionOf({ disposition }: RequestRow): string {
  return disposition.kind === 'denied' ? `denied: ${disposition.hresult}` : disposition.kind;
}

/** The content of the request file of a server, and the permissions of its pending private key. */
export function requestFacts(deployment: Deployment, on: string): Readonly<Record<string, string>> {
  const request = requestOn(deployment, on, deployment.environment.files.request);
  const key = linkedKey(machineOf(deployment, on), 'LocalMachine', pendingEntry(deployment, on));
  const names =
    request.subjectAlternativeNames.length > 0 ? request.subjectAlternativeNames : [commonName(request.subject) ?? ''];
  return {
    'key size': String(request.keyBits),
    template: request.templateName ?? '(none)',
    names: names.join(', '),
    usages: [...request.keyUsage, ...request.extendedKeyUsage].join(', '),
    'private key': key?.exportable ? 'exportable' : 'not exportable',
  };
}
