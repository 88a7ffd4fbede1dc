import { combinedTexts } from '../../fact';
import { NETWORK_SERVICE } from '../../windows/keys/key-access';
import type { Deployment } from '../../world/deployment';
import type { CertificateUse, Peer, Product, ServerChange } from '../../world/product';
import { pageTexts } from '../../world/product-findings';
import type { Pool, Server } from '../../world/topology';
import { LYNC_TOPOLOGY } from './build-topology';
import { USE_TITLES, type UseName } from './certificate-use';
import { EDITIONS } from './editions';
import { LYNC_ENVIRONMENT, lyncEnvironment } from './environment';
import { FAULTS } from './faults/faults';
import { FINDING_CODES, LYNC_FINDING_TEXTS } from './judge/finding-codes';
import { FINDINGS } from './judge/lync-findings';
import { LYNC_TEXTS, lyncFact } from './lync-refusals';
import { replicationOf } from './management-shell/cs-replication-cmdlets';
import { MANAGEMENT_SHELL } from './management-shell/management-shell';
import { namedValues } from './named-values';
import { namesAskedFor } from './names-for-use';
import { SITE_VALUES } from './site-values';
import { FILE_STEPS } from './tasks/file-steps';
import { isEdgePool, isLyncServer, lyncServerOf } from './topology';
import { deploymentWizard } from './wizards/deployment-wizard';

const external = {
  side: 'external',
  judged: 'once assigned',
  required: false,
  sharedKey: false,
  peers: () => [],
} as const;

const USES: readonly CertificateUse<Deployment>[] = [
  {
    name: 'Internal',
    title: USE_TITLES.Internal,
    side: 'internal',
    judged: 'always',
    required: true,
    sharedKey: false,
    peers: replicationPeers,
  },
  {
    name: 'AccessEdgeExternal',
    title: USE_TITLES.AccessEdgeExternal,
    ...external,
    names: askedNames('AccessEdgeExternal'),
    facesInternet: true,
  },
  {
    name: 'DataEdgeExternal',
    title: USE_TITLES.DataEdgeExternal,
    ...external,
    names: askedNames('DataEdgeExternal'),
    facesInternet: true,
  },
  { name: 'AudioVideoAuthentication', title: USE_TITLES.AudioVideoAuthentication, ...external, sharedKey: true },
  {
    name: 'XmppServer',
    title: USE_TITLES.XmppServer,
    ...external,
    names: askedNames('XmppServer'),
    facesInternet: true,
  },
  { name: 'Default', title: USE_TITLES.Default, ...external, side: 'internal', judged: 'never' },
];

/** Lync Server 2013: pools of Edge Servers that a Front End Server replicates to. */
export const LYNC_SERVER_2013: Product<Deployment> = {
  id: 'lync-server-2013',
  name: EDITIONS[0].name,
  editions: EDITIONS,
  roles: { pool: { id: 'edge', title: 'Edge Server' }, internal: { id: 'front-end', title: 'Front End Server' } },
  uses: USES,
  findings: FINDINGS,
  faults: FAULTS,
  environment: LYNC_ENVIRONMENT,
  topology: LYNC_TOPOLOGY,
  administrators: {
    domain: 'lync-administrator',
    servers: 'edge-administrator',
    titles: { domain: 'Lync administrator', servers: 'Edge administrator' },
  },
  serviceAccount: NETWORK_SERVICE,
  programs: [
    {
      program: deploymentWizard<Deployment>(),
      isInstalledOn: ({ servers }, fqdn) => servers.has(fqdn),
      where: lyncFact('place.lync-server'),
    },
  ],
  shells: [MANAGEMENT_SHELL],
  serverChanges,
  namedValues,
  siteValues: SITE_VALUES,
  network: { answers: (deployment, fqdn) => !lyncServerOf(deployment, fqdn).stopped, replication },
  files: FILE_STEPS,
  texts: combinedTexts(LYNC_TEXTS, LYNC_FINDING_TEXTS, pageTexts(FINDING_CODES)),
};

/** The names that clients ask a pool for, from the topology. */
function askedNames(use: UseName): (pool: Pool) => readonly string[] {
  return (pool) => (isEdgePool(pool) ? namesAskedFor(pool, use) : []);
}

/** The Front End Server replicates the configuration to the internal interface, over mutual TLS. */
function replicationPeers({ environment }: Deployment): readonly Peer[] {
  const { fqdn } = environment.internalServer;
  return [{ fqdn, names: [fqdn, lyncEnvironment(environment).frontEndPool], presents: 'Default' }];
}

function replication(deployment: Deployment, fqdn: string) {
  const status = replicationOf(deployment, fqdn);
  const event = status.upToDate ? null : `event ${status.event.id}: ${status.event.message}`;
  return { from: deployment.environment.internalServer.fqdn, event };
}

function serverChanges(before: Server, after: Server): readonly ServerChange[] {
  if (!isLyncServer(before) || !isLyncServer(after) || before.launched === after.launched) return [];
  return [
    {
      sign: 'changed',
      what: 'wizard',
      where: lyncFact('change.wizard'),
      detail: lyncFact('change.wizard-run'),
    },
  ];
}
