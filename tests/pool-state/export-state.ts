import type { ServerState, StateKey } from '../../src/pool-state/server-state';
import type { StoreEntry, StoreLocation, StoreName } from '../../src/windows/certificate-store';
import { clockOf, type Machine, machineOf } from '../../src/windows/machine';
import { WINDOWS_VERSIONS } from '../../src/windows/versions';
import type { Deployment } from '../../src/world/deployment';
import type { Assignments } from '../../src/world/topology';
import { serverOf } from '../../src/world/topology';
import type { Certificate } from '../../src/x509/certificate';
import { contentKind } from '../../src/x509/content-kind';

/** The state of a simulated server, as the script collects it on a real one. The simulation knows every value. */
export function exportState(deployment: Deployment, fqdn: string): ServerState {
  const machine = machineOf(deployment, fqdn);
  const { assigned, running } = serverOf(deployment, fqdn);
  return {
    format: 'rehearse-server-state',
    version: 1,
    server: fqdn,
    windows: WINDOWS_VERSIONS[machine.windows].number,
    clock: { utc: new Date(clockOf(deployment, machine)).toISOString(), offset: machine.clockOffset },
    stores: LOCATIONS.flatMap((location) =>
      STORES.map((store) => ({
        location,
        store,
        certificates: machine.stores[location][store].map((entry) => exportedEntry(machine, entry)),
      })),
    ),
    distributedRoots: [...machine.distributedRoots],
    assigned: usesIn(assigned),
    presented: running && usesIn(running),
    registry: [...machine.registry].map(([place, value]) => {
      const end = place.lastIndexOf('\\');
      return { key: place.slice(0, end), name: place.slice(end + 1), value };
    }),
    keyFiles: keyFilesOf(deployment, machine),
    replication: null,
  };
}

const LOCATIONS: readonly StoreLocation[] = ['LocalMachine', 'CurrentUser'];
const STORES: readonly StoreName[] = ['My', 'Root', 'CA', 'REQUEST'];

function usesIn(assignments: Assignments): Record<string, string> {
  return Object.fromEntries(
    Object.entries(assignments).flatMap(([use, one]) => (one === undefined ? [] : [[use, one]])),
  );
}

function keyFilesOf({ media }: Deployment, machine: Machine): string[] {
  const plugged = media.filter(({ pluggedInto }) => pluggedInto === machine.fqdn);
  return [machine.disk, ...plugged.map(({ disk }) => disk)]
    .flatMap(({ files }) => [...files.values()])
    .filter(({ bytes }) => contentKind(bytes) === 'pkcs12')
    .map(({ path }) => path);
}

function exportedEntry(machine: Machine, { certificate, friendlyName, keyContainer }: StoreEntry) {
  const key = keyContainer === null ? null : exportedKey(machine, certificate, keyContainer);
  return { der: Buffer.from(certificate.der).toString('base64'), friendlyName, key };
}

function exportedKey(machine: Machine, { publicKeyId }: Certificate, container: string): StateKey {
  const named = machine.keys.filter((key) => key.container === container);
  const key = named.find(({ location }) => location === 'LocalMachine') ?? named[0];
  if (!key) return { container, kept: 'nowhere', matches: null, provider: null, exportable: null, readers: null };
  return {
    container,
    kept: key.location === 'LocalMachine' ? 'computer' : 'user',
    matches: key.keyPair.publicKeyId === publicKeyId,
    provider: key.provider,
    exportable: key.exportable,
    readers: [...key.readers],
  };
}
