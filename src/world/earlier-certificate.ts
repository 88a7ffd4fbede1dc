import { submit } from '../adcs/submission';
import { DAY } from '../determinism';
import { placeCertificates } from '../windows/certificate-file';
import { machineOf, matchingKey, withMachine } from '../windows/machine';
import { createPendingRequest } from '../windows/pending-request';
import { requestPem } from '../x509/certificate-request';
import { accountFor, type Deployment, issuingAuthority, requesterNamed, withAuthority } from './deployment';
import { serverOf, withServer } from './topology';

/** A certificate that servers had before the procedure begins. */
export interface EarlierCertificate {
  /** the common name, and the only alternative name */
  readonly name: string;
  /** FQDNs; each has the certificate with its key */
  readonly servers: readonly string[];
  /** the certificate use for which they present it */
  readonly use: string;
  readonly friendlyName: string;
  /** the role of the account that requested it */
  readonly role: string;
  /** how long ago it was issued */
  readonly days: number;
}

/**
 * The deployment after the issuing authority certified servers some days ago, by the template of the environment: for
 * the `prepare` of products whose procedures renew a certificate. Throws an Error if the authority issued none.
 */
export function withEarlierCertificate(deployment: Deployment, earlier: EarlierCertificate): Deployment {
  const { name, servers, friendlyName, role, days } = earlier;
  const { now } = deployment.determinism;
  const [on = ''] = servers;
  const then = { ...deployment, determinism: { ...deployment.determinism, now: now - days * DAY } };
  const logon = { on, account: accountFor(then, role) };
  const [request, requested] = createPendingRequest(then, logon, {
    process: 'certreq.exe',
    location: 'LocalMachine',
    keySize: 2048,
    exportable: true,
    provider: 'Microsoft RSA SChannel Cryptographic Provider',
    friendlyName,
    subject: [{ type: 'CN', value: name }],
    subjectAlternativeNames: [`DNS:${name}`],
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['serverAuth'],
  });
  const submission = {
    requester: requesterNamed(requested, logon.account) ?? { account: logon.account, groups: [] },
    request: Buffer.from(requestPem(request)),
    attributes: { certificatetemplate: requested.environment.certificate.template },
  };
  const { authority, determinism, row } = submit(issuingAuthority(requested), submission, requested.determinism);
  if (row.disposition.kind !== 'issued') throw new Error(`the authority did not certify ${name}`);
  const issued = withAuthority({ ...requested, determinism: { ...determinism, now } }, authority);
  return onServers(issued, row.disposition.certificate, earlier);
}

type IssuedCertificate = Parameters<typeof matchingKey>[2];

function onServers(
  deployment: Deployment,
  certificate: IssuedCertificate,
  { servers, use, friendlyName }: EarlierCertificate,
): Deployment {
  const [first = ''] = servers;
  const key = matchingKey(machineOf(deployment, first), 'LocalMachine', certificate);
  const file = {
    kind: 'pkcs12' as const,
    certificates: [{ certificate, friendlyName }],
    keys: key ? [{ keyPair: key.keyPair, provider: key.provider }] : [],
  };
  const placement = { location: 'LocalMachine', store: 'My', exportable: true, linkMatching: true } as const;
  const assigned = { [use]: certificate.thumbprint };
  return servers.reduce((world, on) => {
    const machine = placeCertificates(machineOf(world, on), file, placement);
    return withServer(withMachine(world, machine), { ...serverOf(world, on), assigned, running: assigned });
  }, deployment);
}
