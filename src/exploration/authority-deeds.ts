import { type Deployment, issuingAuthority } from '../deployment/deployment';
import { logOn } from '../operator/console';
import { revokeNewest } from '../operator/tasks/authority';
import { decideAs, newestRequest, retrieveWithCertreq, submitWithCertreq } from '../operator/tasks/request';
import { inside } from '../operator/tasks/whole-procedure';
import type { Deed } from './deed';
import type { Operation } from './operation';

/** What is done with the issuing authority, in the sentences of the features. */

type Answer = Extract<Operation, { readonly kind: 'send' }>['answer'];

/** A template of the embedded environment with which every request waits for a certificate manager. */
const WAITING = 'WebServerManual';

const SUBMISSIONS: Readonly<Record<Answer, readonly [choice: string, attributes: readonly string[] | undefined]>> = {
  issued: ['with its template', undefined],
  denied: ['without a template', []],
  approved: [`for the template "${WAITING}"`, [`CertificateTemplate:${WAITING}`]],
};

/** The request on the internal server is submitted there, and answered so. */
export function sending(answer: Answer): readonly Deed[] {
  const [choice, attributes] = SUBMISSIONS[answer];
  const submitted: readonly Deed[] = [
    {
      sentence: 'the operator logs on to the internal server as the Lync administrator',
      carryOut: (console) => logOn(console, inside(console)),
    },
    {
      sentence: `the operator submits the request ${choice}`,
      carryOut: (console) => submitWithCertreq(console, attributes),
    },
  ];
  if (answer !== 'approved') return submitted;
  return [
    ...submitted,
    {
      sentence: 'the certificate manager issues the request',
      carryOut: (console) => decideAs(console, 'issue', 'certificate-manager'),
    },
    {
      sentence: 'the operator fetches the certificate of the request',
      carryOut: (console) => retrieveWithCertreq(console, newestRequest(console.deployment).id),
    },
  ];
}

/** The certificate of the newest request is revoked; null when there has been no request. */
export function revoking(deployment: Deployment): readonly Deed[] | null {
  if (issuingAuthority(deployment).requests.length === 0) return null;
  return [
    {
      sentence: 'the certificate manager revokes the internal certificate',
      carryOut: (console) => revokeNewest(console, 'certificate-manager'),
    },
  ];
}
