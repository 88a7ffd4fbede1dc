import type { Determinism } from '../determinism';
import { hresultMessage } from '../hresult';
import type { Refusal } from '../refusal';
import { adcsRefusal, dispositionFact } from './adcs-refusals';
import { type CertificationAuthority, type RequestRow, requestRow, withRow } from './authority';
import { issue } from './issuance';
import { isGranted, type Requester } from './template';

/**
 * The actions of a certificate manager in the Certification Authority console: issue or deny a pending request, revoke
 * a certificate. Refusals: `not-a-certificate-manager` (ERROR_ACCESS_DENIED), and `wrong-disposition`
 * (CERTSRV_E_BAD_REQUESTSTATUS) if the state of the request does not allow the action.
 */

/** Issues a pending request. */
export function approve(
  authority: CertificationAuthority,
  manager: Requester,
  id: number,
  determinism: Determinism,
): { authority: CertificationAuthority; determinism: Determinism; row: RequestRow } {
  return issue(authority, pending(authority, manager, id), determinism);
}

/** Denies a pending request. The requester receives CERTSRV_E_ADMIN_DENIED_REQUEST. */
export function deny(authority: CertificationAuthority, manager: Requester, id: number): CertificationAuthority {
  const row = pending(authority, manager, id);
  const message = `Denied by ${manager.account}  ${hresultMessage('CERTSRV_E_ADMIN_DENIED_REQUEST')}`;
  return withRow(authority, {
    ...row,
    disposition: { kind: 'denied', hresult: 'CERTSRV_E_ADMIN_DENIED_REQUEST', message },
  });
}

/** Revokes an issued certificate with a CRLReason (RFC 5280 §5.3.1). The next CRL lists it. */
export function revoke(
  authority: CertificationAuthority,
  manager: Requester,
  id: number,
  { now, reason }: { now: number; reason: number },
): CertificationAuthority {
  refuseOthers(authority, manager);
  const row = requestRow(authority, id);
  if (row.disposition.kind !== 'issued') throw wrongDisposition(authority, row, 'issued');
  const { certificate } = row.disposition;
  return withRow(authority, { ...row, disposition: { kind: 'revoked', certificate, at: now, reason } });
}

function pending(authority: CertificationAuthority, manager: Requester, id: number): RequestRow {
  refuseOthers(authority, manager);
  const row = requestRow(authority, id);
  if (row.disposition.kind === 'under submission') return row;
  throw wrongDisposition(authority, row, 'under submission');
}

function refuseOthers(authority: CertificationAuthority, manager: Requester): void {
  if (isGranted(manager, authority.permissions.certificateManagers)) return;
  throw adcsRefusal('not-a-certificate-manager', authority.name, {
    account: manager.account,
    managers: authority.permissions.certificateManagers,
  });
}

function wrongDisposition(
  authority: CertificationAuthority,
  row: RequestRow,
  needed: RequestRow['disposition']['kind'],
): Refusal {
  return adcsRefusal('wrong-disposition', authority.name, {
    id: row.id,
    disposition: dispositionFact(row.disposition.kind),
    needed: dispositionFact(needed),
  });
}
