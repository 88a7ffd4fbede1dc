import type { Approach } from '../../../exploration/continuation/continuation';
import { folderOf, withFolder, writeFile } from '../../../windows/file-system';
import { linkedKey, machineOf, withMachine } from '../../../windows/machine';
import type { Deployment } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { createRequest, requestPem } from '../../../x509/certificate-request';
import { lyncServerOf } from '../topology';
import { pendingEntries, poolEntries } from './pool-certificates';
import { chainStages, issueStages, requestStage, type Target, useStages } from './stages';

/** The ways from a state of a pool to a consistent one, those with the fewest new things first. */
export function approachesFor(deployment: Deployment, pool: Pool): readonly Approach[] {
  const existing = existingThumbprints(deployment, pool).map((thumbprint): Approach => {
    const stages = [...chainStages(pool), ...useStages(pool, () => thumbprint)];
    return { kind: 'existing', thumbprint, stages, begin: (console) => console };
  });
  return [...existing, ...pendingApproaches(deployment, pool), newApproach(deployment, pool)];
}

/** Assigned certificates first, then the newest. */
function existingThumbprints(deployment: Deployment, pool: Pool): readonly string[] {
  const assigned = pool.servers.flatMap((server) => lyncServerOf(deployment, server).assigned.Internal ?? []);
  const found = pool.servers.flatMap((server) => poolEntries(machineOf(deployment, server), pool));
  const newest = found
    .map(({ certificate }) => certificate)
    .sort((one, other) => other.notBefore - one.notBefore)
    .map(({ thumbprint }) => thumbprint);
  return [...new Set([...assigned, ...newest])];
}

/** For each request of the first server that waits. Its file is taken to be on the internal server. */
function pendingApproaches(deployment: Deployment, pool: Pool): readonly Approach[] {
  const [first = ''] = pool.servers;
  const machine = machineOf(deployment, first);
  return [...pendingEntries(machine, pool)].reverse().flatMap((entry) => {
    const key = linkedKey(machine, 'LocalMachine', entry)?.keyPair;
    if (!key || key.privateKeyPem === '') return [];
    const request = createRequest({
      subject: entry.certificate.subject,
      keyPair: key,
      subjectAlternativeNames: [],
      extendedKeyUsage: ['serverAuth'],
      keyUsage: ['digitalSignature', 'keyEncipherment'],
    });
    const { thumbprint } = entry.certificate;
    const stages = [...chainStages(pool), ...issueStages(pool), ...useStages(pool, newTarget(deployment, pool))];
    return [
      {
        kind: 'pending',
        thumbprint,
        stages,
        begin: (console) => ({ ...console, deployment: withRequestFile(console.deployment, requestPem(request)) }),
      },
    ];
  });
}

function withRequestFile(deployment: Deployment, text: string): Deployment {
  const { files, internalServer } = deployment.environment;
  const machine = machineOf(deployment, internalServer.fqdn);
  const disk = withFolder(machine.disk, folderOf(files.request));
  const prepared = withMachine(deployment, { ...machine, disk });
  return writeFile(prepared, internalServer.fqdn, files.request, Buffer.from(text));
}

function newApproach(deployment: Deployment, pool: Pool): Approach {
  return {
    kind: 'new',
    thumbprint: null,
    stages: [
      ...chainStages(pool),
      requestStage(pool, newFriendlyName(deployment, pool)),
      ...issueStages(pool),
      ...useStages(pool, newTarget(deployment, pool)),
    ],
    begin: (console) => console,
  };
}

/** The certificate of the pool that the first server has now and did not have at the start. */
function newTarget(start: Deployment, pool: Pool): Target {
  const [first = ''] = pool.servers;
  const before = new Set(poolEntries(machineOf(start, first), pool).map(({ certificate }) => certificate.thumbprint));
  return (deployment) =>
    poolEntries(machineOf(deployment, first), pool).findLast(({ certificate }) => !before.has(certificate.thumbprint))
      ?.certificate.thumbprint;
}

/** The friendly name of the environment, with a number if a certificate or a request has it already. */
export function newFriendlyName(deployment: Deployment, pool: Pool): string {
  const { friendlyName } = deployment.environment.certificate;
  const taken = pool.servers.flatMap((server) => {
    const { My, REQUEST } = machineOf(deployment, server).stores.LocalMachine;
    return [...My, ...REQUEST].map((entry) => entry.friendlyName.toLowerCase());
  });
  const numbered = taken.map((_, index) => `${friendlyName} ${index + 2}`);
  return [friendlyName, ...numbered].find((name) => !taken.includes(name.toLowerCase())) ?? friendlyName;
}
