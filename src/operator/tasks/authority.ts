import { pathOf, type RequestRow } from '../../adcs/authority';
import { approve, deny, revoke } from '../../adcs/certificate-manager';
import { renew } from '../../adcs/hierarchy';
import { writeFile } from '../../windows/file-system';
import {
  accountFor,
  authorityNamed,
  type Deployment,
  issuingAuthority,
  PUBLIC_AUTHORITY,
  requesterNamed,
  withAuthority,
} from '../../world/deployment';
import type { AccountRole } from '../../world/environment';
import { pkcs7Pem, writePkcs7 } from '../../x509/pkcs7';
import { logged } from '../action-log';
import { type Console, isAt, logOn } from '../console';
import { inside } from '../logons';
import { move } from '../moves';
import { retrieveWithCertreq, submitWithCertreq } from './certreq';
import { issuedByStaff } from './portal';

/** Tasks at the issuing authority, except the immediate answer to a request. */

/** The newest row of the issuing authority's request database. Throws an Error if there is none. */
export function newestRequest(deployment: Deployment): RequestRow {
  const row = issuingAuthority(deployment).requests.at(-1);
  if (!row) throw new Error(`${issuingAuthority(deployment).name} has received no request`);
  return row;
}

/** A certificate manager decides the newest request, if it is pending. */
export function decide(console: Console, decision: 'issue' | 'deny'): Console {
  return decideAs(console, decision, 'certificate-manager');
}

/** An account decides the newest request. The authority refuses accounts without the permission. */
export function decideAs(console: Console, decision: 'issue' | 'deny', role: AccountRole): Console {
  const { deployment } = console;
  const authority = issuingAuthority(deployment);
  const manager = requesterNamed(deployment, accountFor(deployment, role)) ?? { account: '', groups: [] };
  const { id } = newestRequest(deployment);
  if (decision === 'deny') return { ...console, deployment: withAuthority(deployment, deny(authority, manager, id)) };
  const approved = approve(authority, manager, id, deployment.determinism);
  const after = withAuthority({ ...deployment, determinism: approved.determinism }, approved.authority);
  return logged({ ...console, deployment: after }, { kind: 'issue', authority: authority.name, requestId: id });
}

/** Sends the request file to a public authority, whose staff issue it and return a .p7b with the path. */
export function submitToPublicAuthority(console: Console, name: string): Console {
  const { files, internalServer } = console.deployment.environment;
  const { deployment, certificate, superiors } = issuedByStaff(
    console.deployment,
    name,
    internalServer.fqdn,
    files.request,
  );
  const body = Buffer.from(pkcs7Pem(writePkcs7([certificate, ...superiors]), 'PKCS7'));
  return { ...console, deployment: writeFile(deployment, internalServer.fqdn, files.response, body) };
}

/**
 * Issues the newest request, if it is pending. The operator then queries it: on the web page that said "pending", or
 * else with certreq.
 */
export function approvedWhereWaiting(console: Console): Console {
  const row = newestRequest(console.deployment);
  if (row.disposition.kind !== 'under submission') return console;
  const issued = decide(console, 'issue');
  if (!isAt(issued, 'Certificate Pending')) return retrieveWithCertreq(issued, row.id);
  return move(issued, { page: 'Certificate Pending', control: 'Check status', value: 'pressed' });
}

/** An account revokes the certificate of the newest request. The authority refuses accounts without the permission. */
export function revokeNewest(console: Console, as: AccountRole): Console {
  const { deployment } = console;
  const manager = requesterNamed(deployment, accountFor(deployment, as)) ?? { account: '', groups: [] };
  const order = { now: deployment.determinism.now, reason: 4 };
  const authority = revoke(issuingAuthority(deployment), manager, newestRequest(deployment).id, order);
  return { ...console, deployment: withAuthority(deployment, authority) };
}

/** Gives the issuing authority a new certificate from its superior, by default with a new key. */
export function renewIssuingAuthority(deployment: Deployment, key: 'new' | 'same' = 'new'): Deployment {
  const authority = issuingAuthority(deployment);
  const names = deployment.environment.pki.authorities.map(({ name }) => name);
  const superior = deployment.authorities.get(names.at(-2) ?? '');
  const renewed = renew(authority, superior, deployment.determinism, key);
  return withAuthority({ ...deployment, determinism: renewed.determinism }, renewed.authority);
}

/**
 * Gives the root a new certificate with a new key, and every authority below it a certificate with a new key from the one
 * above. A root that is the issuing authority itself is renewed alone.
 */
export function renewRoot(deployment: Deployment): Deployment {
  const names = deployment.environment.pki.authorities.map(({ name }) => name);
  return names.reduce((next, name, index) => {
    const superior = next.authorities.get(names[index - 1] ?? '');
    const { authority, determinism } = renew(authorityNamed(next, name), superior, next.determinism);
    const superiors = superior ? pathOf(superior) : [];
    return withAuthority({ ...next, determinism }, { ...authority, superiors });
  }, deployment);
}

/** Submits the request on the internal server to the authority; a certificate manager issues it if it is pending. */
export function answeredBy(console: Console, authority: string): Console {
  const at = logOn(console, inside(console));
  if (authority === PUBLIC_AUTHORITY) return submitToPublicAuthority(at, authority);
  const submitted = submitWithCertreq(at);
  const row = newestRequest(submitted.deployment);
  if (row.disposition.kind !== 'under submission') return submitted;
  return retrieveWithCertreq(decide(submitted, 'issue'), row.id);
}
