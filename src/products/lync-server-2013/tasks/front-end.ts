import { DAY, type Instant } from '../../../determinism';
import { type Console, logOn } from '../../../operator/console';
import { inside, internalAuthority } from '../../../operator/logons';
import { namedValues, PASSWORD } from '../../../operator/named-values';
import { typeCommand } from '../../../operator/prompt';
import { answeredBy } from '../../../operator/tasks/authority';
import { exportCertificateOf } from '../../../operator/tasks/certificate-export';
import { carryFile } from '../../../operator/transport';
import { machineOf, withMachine } from '../../../windows/machine';
import { type Deployment, issuingAuthority } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { withDefaultCertificate } from '../front-end';
import { importCommand, requestCommand } from '../management-shell/management-shell-text';
import { organizationOf } from '../named-values';
import { lyncServerOf, withLyncServer } from '../topology';
import { importWithWizard } from './certificate';
import { edge } from './whole-procedure';

/**
 * The procedure with a Front End Server (04952-124 to 04952-126). The request for the Edge pool is made there, in the
 * Lync Server Management Shell, before the Edge Servers exist.
 */

/** Requests the pool's internal certificate on the Front End Server and imports the response there. */
export function requestOnFrontEnd(console: Console, pool: Pool, exportable: boolean): Console {
  const v = namedValues(console.deployment, pool);
  const command = requestCommand({
    uses: ['Internal'],
    computerFqdn: v['first Edge Server'] ?? '',
    output: v['request file'] ?? '',
    friendlyName: v['friendly name'] ?? '',
    keySize: 2048,
    exportable,
    ...organizationOf(console.deployment),
    domainNames: [],
  });
  const requested = typeCommand(logOn(console, inside(console)), command);
  const answered = answeredBy(requested, internalAuthority(requested));
  const response = { path: v['response file'] ?? '', password: undefined, exportable };
  return typeCommand(logOn(answered, inside(answered)), importCommand(response));
}

/** Exports the certificate there and imports it on every server of the pool. */
export function spreadFromFrontEnd(console: Console, pool: Pool): Console {
  const { files } = console.deployment.environment;
  const exported = exportCertificateOf(logOn(console, inside(console)), pool, { path: files.exported });
  const from = { on: inside(console).on, path: files.exported };
  return pool.servers.reduce((c, server) => {
    const carried = { ...c, deployment: carryFile(c.deployment, from, { on: server, path: files.exported }) };
    return importWithWizard(edge(carried, server), files.exported, PASSWORD);
  }, exported);
}

/** Gives a Front End Server a new certificate that its services use. */
export function renewDefaultCertificate(deployment: Deployment, on: string): Deployment {
  return withDefault(deployment, on);
}

/** A Front End Server whose administrators did not renew its certificate: it expired a day ago. */
export function expireDefaultCertificate(deployment: Deployment, on: string): Deployment {
  const { now } = deployment.determinism;
  const earlier = { ...deployment.determinism, now: now - 365 * DAY };
  const expired = withDefault({ ...deployment, determinism: earlier }, on, now - DAY);
  return { ...expired, determinism: { ...expired.determinism, now } };
}

function withDefault(deployment: Deployment, on: string, end?: Instant): Deployment {
  const { machine, server, determinism } = withDefaultCertificate(
    machineOf(deployment, on),
    lyncServerOf(deployment, on),
    issuingAuthority(deployment),
    deployment.determinism,
    end,
  );
  return withLyncServer(withMachine({ ...deployment, determinism }, machine), server);
}
