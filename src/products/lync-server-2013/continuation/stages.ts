import type { ContinuedStage } from '../../../exploration/continuation/continuation';
import { internalAuthority } from '../../../operator/logons';
import { PASSWORD } from '../../../operator/named-values';
import { typeCommand } from '../../../operator/prompt';
import { exportCertificateOf } from '../../../operator/tasks/certificate-export';
import { carryRequest } from '../../../operator/tasks/request-files';
import { machineOf } from '../../../windows/machine';
import { misplacedRoots } from '../../../windows/schannel';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { contentKind } from '../../../x509/content-kind';
import { assign, importExported } from '../tasks/certificate';
import { createRequest } from '../tasks/request';
import { startOn } from '../tasks/set-up';
import { edge, importResponse, sendTo, trust } from '../tasks/whole-procedure';
import { lyncServerOf } from '../topology';
import { canBeLinked, entryWith, hasChain, hasWithKey } from './pool-certificates';

/**
 * The stages of a change that can be left out when they are done. Their ids are those of the plan of the document;
 * `move-intermediates`, `repair-link`, `restart-services` and `delete-key-files` are repairs.
 */

/** The certificate that every server of the pool has to use; undefined before it exists. */
export type Target = (deployment: Deployment) => string | undefined;

/** The chain in the stores of each server. */
export function chainStages({ servers }: Pool): readonly ContinuedStage[] {
  return [
    {
      id: 'import-chain',
      machines: (deployment) => servers.filter((server) => !hasChain(deployment, server)),
      perform: trust,
      isRequired: true,
    },
    {
      id: 'move-intermediates',
      machines: (deployment) => servers.filter((server) => misplacedRoots(machineOf(deployment, server)).length > 0),
      perform: (console, server) =>
        misplacedRoots(machineOf(console.deployment, server)).reduce(
          (at, { serialNumber }) => typeCommand(at, `certutil -delstore Root ${serialNumber}`),
          edge(console, server),
        ),
    },
  ];
}

/** The request on the first server, unless it waits already. */
export function requestStage({ servers: [first = ''] }: Pool, friendlyName: string): ContinuedStage {
  return {
    id: 'create-request',
    machines: () => [first],
    perform: (console, server) => carryRequest(createRequest(edge(console, server), { friendlyName }), server),
  };
}

/** From the request on the internal server to the certificate on the first server. */
export function issueStages({ servers: [first = ''] }: Pool): readonly ContinuedStage[] {
  return [
    {
      id: 'submit-request',
      machines: (deployment) => [deployment.environment.internalServer.fqdn],
      perform: (console) => sendTo(console, first, internalAuthority(console)),
    },
    { id: 'import-response', machines: () => [first], perform: importResponse },
  ];
}

/** From a certificate on the first server to a pool that uses it. */
export function useStages(pool: Pool, target: Target): readonly ContinuedStage[] {
  const [first = '', ...others] = pool.servers;
  const lacking = (deployment: Deployment): readonly string[] => {
    const thumbprint = target(deployment);
    return others.filter(
      (server) => thumbprint === undefined || !hasWithKey(machineOf(deployment, server), thumbprint),
    );
  };
  return [
    repairStage(pool, target),
    {
      id: 'export-certificate',
      machines: (deployment) => (lacking(deployment).length > 0 ? [first] : []),
      perform: (console, server) => {
        const thumbprint = target(console.deployment);
        return exportCertificateOf(edge(console, server), pool, thumbprint === undefined ? {} : { thumbprint });
      },
    },
    {
      id: 'import-certificate',
      machines: lacking,
      perform: (console, server) => importExported(edge(console, server), pool, PASSWORD),
    },
    ...assignmentStages(pool, target),
    deletionStage(pool),
  ];
}

/** A certificate that has lost its link to its private key gets it back. */
function repairStage({ servers }: Pool, target: Target): ContinuedStage {
  return {
    id: 'repair-link',
    machines: (deployment) => {
      const thumbprint = target(deployment);
      return servers.filter((server) => thumbprint && canBeLinked(machineOf(deployment, server), thumbprint));
    },
    perform: (console, server) => {
      const entry = entryWith(machineOf(console.deployment, server), target(console.deployment) ?? '');
      return typeCommand(edge(console, server), `certutil -repairstore My ${entry?.certificate.serialNumber ?? ''}`);
    },
  };
}

function assignmentStages({ servers }: Pool, target: Target): readonly ContinuedStage[] {
  return [
    {
      id: 'assign-certificate',
      machines: (deployment) =>
        servers.filter((server) => lyncServerOf(deployment, server).assigned.Internal !== target(deployment)),
      perform: (console, server) => {
        const shown = `thumbprint ${(target(console.deployment) ?? '').slice(0, THUMBPRINT_SHOWN)}`;
        return assign(edge(console, server), 'Edge Internal', shown);
      },
    },
    {
      id: 'restart-services',
      machines: (deployment) =>
        servers.filter((server) => {
          const { running, assigned } = lyncServerOf(deployment, server);
          return running !== null && running.Internal !== assigned.Internal;
        }),
      perform: (console, server) => startOn(console, [server]),
    },
  ];
}

/** The digits of a thumbprint by which a list item is found. */
const THUMBPRINT_SHOWN = 8;

/** Files with private keys are deleted. */
function deletionStage(pool: Pool): ContinuedStage {
  return {
    id: 'delete-key-files',
    machines: (deployment) => pool.servers.filter((server) => keyFilesOn(deployment, server).length > 0),
    perform: (console, server) =>
      keyFilesOn(console.deployment, server).reduce(
        (at, path) => typeCommand(at, `del "${path}"`),
        edge(console, server),
      ),
  };
}

function keyFilesOn(deployment: Deployment, server: string): readonly string[] {
  const plugged = deployment.media.filter(({ pluggedInto }) => pluggedInto === server).map(({ disk }) => disk);
  return [machineOf(deployment, server).disk, ...plugged]
    .flatMap(({ files }) => [...files.values()])
    .filter(({ bytes }) => contentKind(bytes) === 'pkcs12')
    .map(({ path }) => path);
}
