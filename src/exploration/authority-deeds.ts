import { publishedTemplate } from '../adcs/submission';
import { logOn } from '../operator/console';
import { inside } from '../operator/seats';
import { approvedWhereWaiting, decideAs, newestRequest, revokeNewest } from '../operator/tasks/authority';
import { retrieveWithCertreq, submitWithCertreq } from '../operator/tasks/certreq';
import { type Deployment, issuingAuthority } from '../world/deployment';
import type { Deed } from './deed';
import type { Answer, DecidedBy } from './operation';

/** What is done with the issuing authority, in the sentences of the features. */

/** A template of the embedded environment with which every request waits for a certificate manager. */
const WAITING = 'WebServerManual';

const LOG_ON: Deed = {
  sentence: 'the operator logs on to the internal server as the Lync administrator',
  carryOut: (console) => logOn(console, inside(console)),
};

/** The request on the internal server is submitted there, and answered so. */
export function sending(answer: Answer, deployment: Deployment): readonly Deed[] {
  const usual = submitting('with its template');
  const waiting = submitting(`for the template "${WAITING}"`, [`CertificateTemplate:${WAITING}`]);
  switch (answer) {
    case 'issued':
      return [LOG_ON, usual, ...(waits(deployment) ? [issuingWhereWaiting()] : [])];
    case 'denied': {
      const denied = submitting('without a template', []);
      const byHand = issuingAuthority(deployment).kind !== 'enterprise';
      return [LOG_ON, denied, ...(byHand ? [decision('deny', 'certificate-manager')] : [])];
    }
    case 'approved':
      return [LOG_ON, waiting, decision('issue', 'certificate-manager'), fetching()];
    case 'pending':
      return [LOG_ON, waiting];
  }
}

/** The newest request is decided, and the certificate fetched if it was issued; null when there has been none. */
export function deciding(way: 'issue' | 'deny', by: DecidedBy, deployment: Deployment): readonly Deed[] | null {
  if (issuingAuthority(deployment).requests.length === 0) return null;
  return way === 'deny' ? [decision(way, by)] : [decision(way, by), LOG_ON, fetching()];
}

/** The certificate of the newest request is revoked; null when there has been no request. */
export function revoking(by: DecidedBy, deployment: Deployment): readonly Deed[] | null {
  if (issuingAuthority(deployment).requests.length === 0) return null;
  return [
    {
      sentence: `${personOf(by)} revokes the internal certificate`,
      carryOut: (console) => revokeNewest(console, by),
    },
  ];
}

function submitting(choice: string, attributes?: readonly string[]): Deed {
  return {
    sentence: `the operator submits the request ${choice}`,
    carryOut: (console) => submitWithCertreq(console, attributes),
  };
}

function issuingWhereWaiting(): Deed {
  return { sentence: 'where the request waits, a certificate manager issues it', carryOut: approvedWhereWaiting };
}

function decision(way: 'issue' | 'deny', by: DecidedBy): Deed {
  return {
    sentence: `${personOf(by)} ${way === 'issue' ? 'issues' : 'denies'} the request`,
    carryOut: (console) => decideAs(console, way, by),
  };
}

function fetching(): Deed {
  return {
    sentence: 'the operator fetches the certificate of the request',
    carryOut: (console) => retrieveWithCertreq(console, newestRequest(console.deployment).id),
  };
}

function personOf(by: DecidedBy): string {
  return by === 'certificate-manager' ? 'the certificate manager' : 'the ordinary user';
}

/** Whether a request with the usual template waits for a certificate manager. */
function waits(deployment: Deployment): boolean {
  const authority = issuingAuthority(deployment);
  const { template } = deployment.environment.certificate;
  return authority.managerApproval || publishedTemplate(authority, template)?.managerApproval === true;
}
