import { pathOf } from '../../adcs/authority';
import { approve } from '../../adcs/certificate-manager';
import { submit } from '../../adcs/submission';
import { authorityNamed, PUBLIC_AUTHORITY, withAuthority } from '../../deployment/deployment';
import { assignCertificate } from '../../edge/assign-certificate';
import { importCertificate } from '../../edge/import-certificate';
import { requestCertificate } from '../../edge/request-certificate';
import { readFile, writeFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import { writePkcs7 } from '../../x509/pkcs7';
import type { Console } from '../console';
import { namedValues } from '../named-values';
import { edge } from './whole-procedure';

const FOLDER = 'C:\\certs';

/**
 * Gives a server one certificate of a public authority for its three external uses. The document for the external
 * edge interface is another one; here its outcome is needed and not its walk, so the cmdlets are used directly.
 */
export function assignExternal(console: Console, server: string): Console {
  const at = edge(console, server);
  const seat = { on: server, account: at.seat?.account ?? '' };
  const v = namedValues(console.deployment);
  const request = `${FOLDER}\\external.req`;
  const requested = requestCertificate(at.deployment, seat, {
    use: 'AccessEdgeExternal',
    computerFqdn: server,
    output: request,
    friendlyName: 'External Edge',
    keySize: 2048,
    exportable: true,
    organization: v.organization ?? '',
    unit: v['organizational unit'] ?? '',
    country: v.country ?? '',
    state: v.state ?? '',
    city: v.city ?? '',
    domainNames: [],
  });
  const answered = answeredPublicly(requested, server, request);
  const imported = importCertificate(answered, seat, {
    path: `${FOLDER}\\external.p7b`,
    password: undefined,
    exportable: true,
  });
  const entry = machineOf(imported, server).stores.LocalMachine.My.find((e) => e.friendlyName === 'External Edge');
  const thumbprint = entry?.certificate.thumbprint ?? '';
  const uses = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'] as const;
  const deployment = uses.reduce((d, use) => assignCertificate(d, seat, { use, thumbprint }), imported);
  return { ...at, deployment };
}

function answeredPublicly(deployment: Console['deployment'], server: string, request: string): Console['deployment'] {
  const requester = { account: server, groups: [] };
  const submission = { requester, request: readFile(deployment, server, request), attributes: {} };
  const sent = submit(authorityNamed(deployment, PUBLIC_AUTHORITY), submission, deployment.surroundings);
  const { authority, row, surroundings } = approve(sent.authority, requester, sent.row.id, sent.surroundings);
  if (row.disposition.kind !== 'issued') throw new Error('the public authority did not issue');
  const response = writePkcs7([row.disposition.certificate, ...pathOf(authority)]);
  return writeFile(
    withAuthority({ ...deployment, surroundings }, authority),
    server,
    `${FOLDER}\\external.p7b`,
    response,
  );
}
