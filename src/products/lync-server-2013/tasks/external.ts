import type { Console } from '../../../operator/console';
import { PASSWORD } from '../../../operator/named-values';
import { issuedByStaff } from '../../../operator/tasks/portal';
import { carryFile } from '../../../operator/transport';
import { exportCertificate } from '../../../windows/certificate-export';
import type { StoreEntry } from '../../../windows/certificate-store';
import { deleteFile, writeFile } from '../../../windows/file-system';
import { type Machine, machineOf } from '../../../windows/machine';
import { accountFor, PUBLIC_AUTHORITY } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { writePkcs7 } from '../../../x509/pkcs7';
import { assignCertificate } from '../assign-certificate';
import { importCertificate } from '../import-certificate';
import { organizationOf } from '../named-values';
import { requestCertificate } from '../request-certificate';

import { edge } from './whole-procedure';

const FOLDER = 'C:\\certs';
const PFX = `${FOLDER}\\external.pfx`;

/**
 * Gives a server one certificate of a public authority for its three external uses. Another document describes the
 * procedure for the external interface. Only its result is needed here, so the cmdlets are used directly.
 */
export function assignExternal(console: Console, server: string): Console {
  const imported = importedExternal(console, server);
  return assignedEverywhere(imported, server);
}

/** Gives every server of a pool the same certificate of a public authority, with its private key. */
export function shareExternal(console: Console, pool: Pool): Console {
  const [first = '', ...others] = pool.servers;
  const held = importedExternal(console, first);
  const machine = machineOf(held.deployment, first);
  const entry = externalEntry(machine);
  const exported = exportCertificate(held.deployment, {
    on: first,
    location: 'LocalMachine',
    entry,
    path: PFX,
    format: 'pkcs12',
    includePath: true,
    extendedProperties: true,
    deleteKey: false,
    password: PASSWORD,
  });
  const spread = others.reduce((d, server) => {
    const carried = carryFile(d, { on: first, path: PFX }, { on: server, path: PFX });
    const logon = { on: server, account: accountFor(d, 'edge-administrator') };
    return deleteFile(
      importCertificate(carried, logon, { path: PFX, password: PASSWORD, exportable: true }),
      server,
      PFX,
    );
  }, exported);
  const tidied = { ...held, deployment: deleteFile(spread, first, PFX) };
  return pool.servers.reduce(assignedEverywhere, tidied);
}

/** The certificate for the external interface, requested and imported on a server with an exportable key. */
function importedExternal(console: Console, server: string): Console {
  const at = edge(console, server);
  const logon = { on: server, account: at.logon?.account ?? '' };
  const request = `${FOLDER}\\external.req`;
  const requested = requestCertificate(at.deployment, logon, {
    uses: ['AccessEdgeExternal'],
    allSipDomains: true,
    computerFqdn: server,
    output: request,
    friendlyName: 'External Edge',
    keySize: 2048,
    exportable: true,
    ...organizationOf(console.deployment),
    domainNames: [],
  });
  const answered = answeredPublicly(requested, server, request);
  const imported = importCertificate(answered, logon, {
    path: `${FOLDER}\\external.p7b`,
    password: undefined,
    exportable: true,
  });
  return { ...at, deployment: imported };
}

function assignedEverywhere(console: Console, server: string): Console {
  const logon = { on: server, account: accountFor(console.deployment, 'edge-administrator') };
  const { thumbprint } = externalEntry(machineOf(console.deployment, server)).certificate;
  const uses = ['AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication'] as const;
  const deployment = assignCertificate(console.deployment, logon, { uses, thumbprint, unconfirmed: true });
  return { ...console, deployment };
}

/** The newest certificate for the external interface. */
function externalEntry(machine: Machine): StoreEntry {
  const entry = machine.stores.LocalMachine.My.findLast((e) => e.friendlyName === 'External Edge');
  if (!entry) throw new Error(`${machine.fqdn} has no certificate for the external interface`);
  return entry;
}

function answeredPublicly(before: Console['deployment'], server: string, request: string): Console['deployment'] {
  const { deployment, certificate, superiors } = issuedByStaff(before, PUBLIC_AUTHORITY, server, request);
  return writeFile(deployment, server, `${FOLDER}\\external.p7b`, writePkcs7([certificate, ...superiors]));
}
