import { addToStore, EMPTY_STORES, type Stores, storeByType } from '../windows/certificate-store';
import { EMPTY_DISK, folderOf, withFolder } from '../windows/file-system';
import { FOLDER_WRITERS } from '../windows/keys/key-access';
import type { Account, Disk, Machine, RemovableMedium } from '../windows/machine';
import type { WindowsVersion } from '../windows/versions';
import { USUAL_VERSION } from '../windows/versions';
import type { Certificate } from '../x509/certificate';
import { accountEntry, type Deployment } from './deployment';
import type { Environment, PoolEntry, ServerEntry } from './environment';
import type { Product } from './product';

/** The certificates that machines trust initially. */
export interface TrustAnchors {
  /** certificates that Active Directory distributed to domain members: the complete path of the authority */
  readonly internal: readonly Certificate[];
  /** roots that are part of Windows */
  readonly everywhere: readonly Certificate[];
}

/** The internal server, the issuing authority's server, and every server of the pools, freshly installed. */
export function buildMachines(
  environment: Environment,
  product: Product<Deployment>,
  anchors: TrustAnchors,
): readonly Machine[] {
  const { internalServer, pki } = environment;
  const host = pki.authorities.at(-1)?.host;
  const member = (server: ServerEntry): Machine => domainMember(environment, product, server, anchors);
  const authority = host && host !== internalServer.fqdn ? [member({ fqdn: host, windows: USUAL_VERSION })] : [];
  const pools = environment.sites.flatMap((site) => site.pools);
  return [
    member(internalServer),
    ...authority,
    ...pools.flatMap((pool) => poolServers(environment, product, pool, anchors)),
  ];
}

/** The USB flash drive of an environment that transports files on one; it is not connected. */
export function mediumFor(environment: Environment): readonly RemovableMedium[] {
  const { drive } = environment.transfer;
  return drive
    ? [{ drive, pluggedInto: null, disk: { files: new Map(), folders: new Set([drive.toLowerCase()]) } }]
    : [];
}

function domainMember(
  environment: Environment,
  { administrators }: Product<Deployment>,
  server: ServerEntry,
  anchors: TrustAnchors,
): Machine {
  const administrator = accountEntry(environment, administrators.domain);
  const user = accountEntry(environment, 'ordinary-user');
  const manager = accountEntry(environment, 'certificate-manager');
  const local = accountEntry(environment, administrators.servers);
  return {
    ...bare(environment, server.fqdn, server.windows),
    membership: { kind: 'domain', domain: environment.domain },
    accounts: [
      withGroup(administrator, 'Administrators'),
      withGroup(manager, 'Users'),
      withGroup(user, 'Users'),
      { name: localName(local.name), groups: ['Administrators'] },
    ],
    stores: trusting([...anchors.internal, ...anchors.everywhere]),
    distributedRoots: anchors.internal.filter(({ selfSigned }) => selfSigned).map(({ thumbprint }) => thumbprint),
  };
}

function poolServers(
  environment: Environment,
  product: Product<Deployment>,
  pool: PoolEntry,
  anchors: TrustAnchors,
): readonly Machine[] {
  const { share } = environment.transfer;
  const make = product.topology.membership === 'domain' ? domainMember : standalone;
  return pool.servers.map((server, index) => ({
    ...make(environment, product, server, anchors),
    shares: share && index === 0 ? [{ name: share, folder: folderOf(environment.files.exported) }] : [],
  }));
}

/** A server of a workgroup, as in a perimeter network. */
function standalone(
  environment: Environment,
  { administrators }: Product<Deployment>,
  server: ServerEntry,
  anchors: TrustAnchors,
): Machine {
  const administrator = accountEntry(environment, administrators.servers);
  const user = accountEntry(environment, 'ordinary-user');
  return {
    ...bare(environment, server.fqdn, server.windows),
    accounts: [withGroup(administrator, 'Administrators'), { name: localName(user.name), groups: ['Users'] }],
    stores: trusting(anchors.everywhere),
  };
}

function bare(environment: Environment, fqdn: string, windows: WindowsVersion): Machine {
  return {
    fqdn,
    windows,
    membership: { kind: 'workgroup' },
    accounts: [],
    disk: preparedDisk(environment),
    shares: [],
    stores: EMPTY_STORES,
    keys: [],
    keyFolderWriters: FOLDER_WRITERS,
    clockOffset: 0,
    connection: { closedPorts: [], unreachableHosts: [], defaultGateways: 1 },
    registry: new Map(),
    distributedRoots: [],
  };
}

/** A disk with the drives and folders that the environment's file paths name. */
function preparedDisk(environment: Environment): Disk {
  const { chain, request, response, exported } = environment.files;
  return ['C:\\certs', ...[chain, request, response, exported].map(folderOf)].reduce(withFolder, EMPTY_DISK);
}

function trusting(certificates: readonly Certificate[]): Stores {
  return certificates.reduce(
    (stores, certificate) =>
      addToStore(stores, 'LocalMachine', storeByType(certificate), {
        certificate,
        friendlyName: '',
        keyContainer: null,
      }),
    EMPTY_STORES,
  );
}

function withGroup(account: Account, group: string): Account {
  return { name: account.name, groups: [...new Set([...account.groups, group])] };
}

/** The name without its domain: the same person's local account on a workgroup server. */
function localName(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1);
}
