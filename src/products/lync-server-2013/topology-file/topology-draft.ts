import { USUAL_VERSION } from '../../../windows/versions';
import { COUNTRIES } from '../../../world/environment-file/environment-countries';
import type { Path } from '../../../world/environment-file/environment-document';
import {
  assumed,
  EMPTY_DRAFT,
  type EnvironmentDraft,
  type Origin,
  withValue,
} from '../../../world/environment-file/environment-draft';
import { edgePoolsIn, frontEndIn, type PublishedEdgePool } from './edge-pools';
import type { NamedPlace, PublishedTopology } from './published-topology';

/** The certificate uses that tell the authorities: those of the pools, and that of the internal server. */
export const OBSERVED_USES = { pool: 'Internal', internal: 'Default' } as const;

/** What the draft is filled with, one part after the other. */
type Entry = readonly [path: Path, value: unknown, origin: Origin];

/**
 * The environment of the pools in a topology document. What the document does not say has the usual values, as assumed.
 * `file` is the name of the document in comments and errors. Throws an InputError for a topology without Edge pools.
 */
export function draftOfTopology(topology: PublishedTopology, file: string): EnvironmentDraft {
  const pools = edgePoolsIn(topology, file);
  const frontEnd = frontEndIn(topology, pools, file);
  const [internal = frontEnd.cluster.fqdn] = frontEnd.cluster.machines;
  const domain = suffixOf(internal.text);
  const at = readFrom(file);
  const server: readonly Entry[] = [
    [['internalServer', 'fqdn'], internal.text, at(internal, `, the first server of ${frontEnd.cluster.fqdn.text}`)],
    [['internalServer', 'windows'], USUAL_VERSION, assumed('a topology does not contain the version of Windows')],
    [['frontEndPool'], frontEnd.cluster.fqdn.text, at(frontEnd.cluster.fqdn, `, ${frontEnd.reason}`)],
  ];
  const hosts = topology.clusters.flatMap(({ fqdn, machines }) => [fqdn, ...machines]).map(({ text }) => text);
  return [
    ...organizationEntries(topology, domain, at),
    ...authorityEntries(domain, hosts),
    ...accountEntries(domain),
    ...server,
    ...siteEntries(topology, pools, file),
    ...transferEntries(pools),
  ].reduce((draft, entry) => withValue(draft, ...entry), EMPTY_DRAFT);
}

function organizationEntries(topology: PublishedTopology, domain: string, at: ReadFrom): readonly Entry[] {
  const [site] = topology.sites;
  const { city, state, country } = site?.location ?? {};
  const code = country && COUNTRIES.has(country.text) ? country : undefined;
  const title = titleOf(domain);
  const unsaid = 'the topology does not contain it; write what your certificates have';
  const place = (name: string, said: NamedPlace | undefined, otherwise: string): Entry => [
    ['organization', name],
    said?.text ?? otherwise,
    said ? at(said) : assumed(unsaid),
  ];
  return [
    [['name'], title, assumed('made of the name of the domain')],
    [['organization', 'name'], title, assumed(unsaid)],
    [['organization', 'unit'], 'IT', assumed(unsaid)],
    place('city', city, 'Redmond'),
    place('state', state, 'Washington'),
    place('country', code, 'US'),
    [['domain'], domain, assumed('the suffix of the internal server')],
    [['netbios'], netbiosOf(domain), assumed('the first part of the domain')],
  ];
}

function authorityEntries(domain: string, hosts: readonly string[]): readonly Entry[] {
  const unsaid = 'a topology does not contain the authorities; give the states of the servers with --state';
  const taken = new Set(hosts.map((host) => host.toLowerCase()));
  const names = Array.from(
    { length: taken.size + 1 },
    (_, index) => `ca${String(index + 1).padStart(2, '0')}.${domain}`,
  );
  const host = names.find((name) => !taken.has(name.toLowerCase()));
  const title = titleOf(domain).slice(0, LONGEST_TITLE);
  return [
    [['pki', 'kind'], 'enterprise', assumed(unsaid)],
    [['pki', 'authorities'], [{ name: `${title} Root CA` }, { name: `${title} Issuing CA`, host }], assumed(unsaid)],
    [['pki', 'templates'], [{ name: 'WebServer', displayName: 'Web Server', enroll: ENROLL }], assumed(unsaid)],
  ];
}

/** With the words after it, the name of an authority fits a common name of 64 characters. */
const LONGEST_TITLE = 50;
const ENROLL = ['Domain Admins', 'Enterprise Admins', 'RTCUniversalServerAdmins'];

function accountEntries(domain: string): readonly Entry[] {
  const netbios = netbiosOf(domain);
  const accounts = [
    ['lync-administrator', `${netbios}\\lyncadmin`, ['Domain Users', 'RTCUniversalServerAdmins', 'Administrators']],
    ['edge-administrator', 'Administrator', ['Administrators']],
    ['certificate-manager', `${netbios}\\certmanager`, ['Domain Users', 'Certificate Managers']],
    ['ordinary-user', `${netbios}\\user01`, ['Domain Users']],
  ].map(([role, name, groups]) => ({ role, name, groups }));
  return [[['accounts'], accounts, assumed('a topology does not contain accounts')]];
}

/** The sites with Edge pools, in the order of the document. */
function siteEntries(topology: PublishedTopology, pools: readonly PublishedEdgePool[], file: string): readonly Entry[] {
  const at = readFrom(file);
  const used = topology.sites.filter(({ id }) => pools.some(({ cluster }) => cluster.site === id));
  const unnamed = pools.filter(({ cluster }) => !used.some(({ id }) => id === cluster.site));
  const groups = [
    ...used.map(({ id, name }) => ({ name, within: pools.filter(({ cluster }) => cluster.site === id) })),
    ...(unnamed.length > 0 ? [{ name: null, within: unnamed }] : []),
  ];
  return groups.flatMap(({ name, within }, index): readonly Entry[] => [
    [
      ['sites', index, 'name'],
      name?.text ?? 'Unknown site',
      name ? at(name) : assumed('the topology does not name the site'),
    ],
    ...within.flatMap((pool, position) => poolEntries(topology, pool, ['sites', index, 'pools', position], at)),
  ]);
}

function poolEntries(topology: PublishedTopology, pool: PublishedEdgePool, path: Path, at: ReadFrom): readonly Entry[] {
  const { fqdn, machines } = pool.cluster;
  const several = machines.length > 1;
  const balancer: Origin = several
    ? assumed('a topology does not say how the load is balanced; hardware is the other value')
    : assumed('the pool has one server');
  const [domain = fqdn] = topology.sipDomains;
  const domains = topology.sipDomains.length > 0 ? topology.sipDomains.map(({ text }) => text) : [suffixOf(fqdn.text)];
  return [
    [[...path, 'fqdn'], fqdn.text, at(fqdn)],
    [[...path, 'loadBalancer'], several ? 'dns' : 'none', balancer],
    ...externalEntries(pool, path, at),
    [[...path, 'sipDomains'], domains, topology.sipDomains.length > 0 ? at(domain) : assumed('the suffix of the pool')],
    ...machines.flatMap((machine, index): readonly Entry[] => [
      [[...path, 'servers', index, 'fqdn'], machine.text, at(machine)],
      [
        [...path, 'servers', index, 'windows'],
        USUAL_VERSION,
        assumed('a topology does not contain the version of Windows'),
      ],
    ]),
  ];
}

/** Services without a separate name share the name of the Access Edge service: the pool has one external address. */
function externalEntries({ externalNames }: PublishedEdgePool, path: Path, at: ReadFrom): readonly Entry[] {
  const { accessEdge, webConferencing, av } = externalNames;
  const main = accessEdge ?? webConferencing ?? av;
  if (!main) return [];
  return Object.entries({ accessEdge, webConferencing, av }).map(
    ([name, said]): Entry => [
      [...path, 'externalNames', name],
      (said ?? main).text,
      said ? at(said) : assumed('the service has no name of its own in the topology'),
    ],
  );
}

function transferEntries(pools: readonly PublishedEdgePool[]): readonly Entry[] {
  if (pools.every(({ cluster }) => cluster.machines.length === 1)) return [];
  return [[['transfer'], { kind: 'share', share: 'Certificates$' }, assumed('removable-media is the other kind')]];
}

type ReadFrom = (named: NamedPlace, more?: string) => Origin;

function readFrom(file: string): ReadFrom {
  return ({ line, column }, more = '') => ({ kind: 'read', from: `${file}:${line}:${column}${more}` });
}

function suffixOf(fqdn: string): string {
  return fqdn.slice(fqdn.indexOf('.') + 1);
}

/** `Contoso` for contoso.com. */
function titleOf(domain: string): string {
  const [label = domain] = domain.split('.');
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function netbiosOf(domain: string): string {
  const letters = (domain.split('.')[0] ?? '').replace(/[^A-Za-z0-9-]/g, '').replace(/^-+/, '');
  return letters.slice(0, 15).toUpperCase() || 'DOMAIN';
}
