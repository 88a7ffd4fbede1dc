import { pathOf } from '../../adcs/authority';
import { approve } from '../../adcs/certificate-manager';
import { submit } from '../../adcs/submission';
import { readFile, writeFile } from '../../windows/file-system';
import { authorityNamed, type Deployment, withAuthority } from '../../world/deployment';
import { type Certificate, certificatePem } from '../../x509/certificate';
import { pkcs7Pem, writePkcs7 } from '../../x509/pkcs7';
import { logged } from '../action-log';
import { type Console, logonOf } from '../console';

/** A request that is submitted on the web portal of a public authority, and the files in which the answer is saved. */
export interface PortalOrder {
  /** the name of the authority */
  readonly portal: string;
  /** the path of the request file */
  readonly request: string;
  /** the path of the issued certificate */
  readonly certificate: string;
  /** the path of the .p7b with the certificates of the authority */
  readonly chain: string;
}

/**
 * The operator submits a request file on the web portal of a public authority, whose staff issue it, and saves the
 * delivered files. Refusals: those of reading and writing, and those of the authority's policy.
 */
export function submitOnPortal(console: Console, order: PortalOrder): Console {
  const logon = logonOf(console);
  const { deployment, certificate, superiors } = issuedByStaff(
    console.deployment,
    order.portal,
    logon.on,
    order.request,
  );
  const withCertificate = writeFile(deployment, logon.on, order.certificate, Buffer.from(certificatePem(certificate)));
  const chain = Buffer.from(pkcs7Pem(writePkcs7(superiors)));
  const written = writeFile(withCertificate, logon.on, order.chain, chain);
  return logged({ ...console, deployment: written }, { kind: 'portal', ...logon, ...order });
}

/** A certificate that the staff of an authority issued, with the certificates of its issuers up to the root. */
export interface StaffAnswer {
  readonly deployment: Deployment;
  readonly certificate: Certificate;
  readonly superiors: readonly Certificate[];
}

/** The staff of an authority issue the request in a file of a machine. */
export function issuedByStaff(deployment: Deployment, authority: string, on: string, path: string): StaffAnswer {
  const requester = { account: on, groups: [] };
  const submission = { requester, request: readFile(deployment, on, path), attributes: {} };
  const sent = submit(authorityNamed(deployment, authority), submission, deployment.determinism);
  const issued = approve(sent.authority, requester, sent.row.id, sent.determinism);
  const { disposition } = issued.row;
  if (disposition.kind !== 'issued') throw new Error(`${authority} did not issue the request ${issued.row.id}`);
  return {
    deployment: withAuthority({ ...deployment, determinism: issued.determinism }, issued.authority),
    certificate: disposition.certificate,
    superiors: pathOf(issued.authority),
  };
}
