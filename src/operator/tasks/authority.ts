import { revoke } from '../../adcs/certificate-manager';
import { renew } from '../../adcs/hierarchy';
import { accountFor, type Deployment, issuingAuthority, requesterNamed, withAuthority } from '../../world/deployment';
import type { AccountRole } from '../../world/environment';
import { type Console, isAt } from '../console';
import { move } from '../moves';
import { decide, newestRequest, retrieveWithCertreq } from './request';

/** What is done at the issuing authority, beside answering a request at once. */

/**
 * The newest request issued, if it waits; then the operator asks again: on the web page that said "pending", or with
 * certreq where no such page is open.
 */
export function approvedWhereWaiting(console: Console): Console {
  const row = newestRequest(console.deployment);
  if (row.disposition.kind !== 'under submission') return console;
  const issued = decide(console, 'issue');
  if (!isAt(issued, 'Certificate Pending')) return retrieveWithCertreq(issued, row.id);
  return move(issued, { page: 'Certificate Pending', control: 'Check status', value: 'pressed' });
}

/** Somebody revokes the certificate of the newest request; the authority refuses those who may not. */
export function revokeNewest(console: Console, as: AccountRole): Console {
  const { deployment } = console;
  const manager = requesterNamed(deployment, accountFor(deployment, as)) ?? { account: '', groups: [] };
  const order = { now: deployment.surroundings.now, reason: 4 };
  const authority = revoke(issuingAuthority(deployment), manager, newestRequest(deployment).id, order);
  return { ...console, deployment: withAuthority(deployment, authority) };
}

/** The issuing authority has a new key, and a new certificate for it from the authority above. */
export function renewIssuingAuthority(deployment: Deployment): Deployment {
  const authority = issuingAuthority(deployment);
  const names = deployment.environment.pki.authorities.map(({ name }) => name);
  const superior = deployment.authorities.get(names.at(-2) ?? '');
  const renewed = renew(authority, superior, deployment.surroundings);
  return withAuthority({ ...deployment, surroundings: renewed.surroundings }, renewed.authority);
}
