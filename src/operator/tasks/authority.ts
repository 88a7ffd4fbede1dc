import { revoke } from '../../adcs/certificate-manager';
import { renew } from '../../adcs/hierarchy';
import {
  accountFor,
  type Deployment,
  issuingAuthority,
  requesterNamed,
  withAuthority,
} from '../../deployment/deployment';
import type { AccountRole } from '../../deployment/environment';
import type { Console } from '../console';
import { newestRequest } from './request';

/** What is done at the issuing authority after it has issued. */

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
