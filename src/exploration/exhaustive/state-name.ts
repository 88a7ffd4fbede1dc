import type { StoreEntry, Stores } from '../../windows/certificate-store';
import type { Disk, Machine } from '../../windows/machine';
import { fingerprint } from '../../x509/der/byte-memo';
import type { Domain, ExploredState, System } from '../explored-system';

/**
 * A name that two states share if no further operation can distinguish them. Keys, certificates and file contents count
 * by their equality, not by their bytes. The number of used keys and random bytes does not count. The current logon
 * does not count either, because every operation begins with logging on.
 */
export function nameOf<D extends Domain>(
  { operations }: System<D>,
  { console, pool, model, soundness }: ExploredState<D>,
): string {
  const { deployment } = console;
  const number = numbering();
  const servers = [...deployment.servers.values()];
  return fingerprint(
    JSON.stringify([
      servers.map(({ assigned, running, log: _, ...rest }) => [rest, uses(assigned, number), uses(running, number)]),
      [...deployment.machines.values()].map((machine) => machineParts(machine, number)),
      deployment.media.map(({ disk, pluggedInto }) => [pluggedInto, diskParts(disk, number)]),
      [...deployment.authorities.values()].map(({ generations, requests }) => [
        generations.map(({ certificate }) => [number(certificate.thumbprint), certificate.notAfter]),
        requests.slice(-1).map(({ disposition }) => disposition.kind),
        requests.map(({ disposition }) =>
          disposition.kind === 'revoked' ? number(disposition.certificate.thumbprint) : null,
        ),
      ]),
      operations.stateOfModel(model, number),
      [pool.fqdn, soundness, deployment.determinism.now],
    ]),
  );
}

type Numbering = (name: string) => number;

/** Numbers names in the order in which they occur. */
function numbering(): Numbering {
  const known = new Map<string, number>();
  return (name) => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  };
}

function uses(of: Readonly<Record<string, string | undefined>> | null, number: Numbering): unknown {
  return of && Object.entries(of).map(([use, thumbprint]) => [use, number(thumbprint ?? '')]);
}

function machineParts({ stores, keys, disk, clockOffset, windows, registry }: Machine, number: Numbering): unknown {
  const keyParts = keys.map(({ container, keyPair, exportable, readers }) => [
    number(container),
    number(keyPair.publicKeyId),
    exportable,
    readers,
  ]);
  return [storeParts(stores, number), keyParts, diskParts(disk, number), clockOffset, windows, [...registry].sort()];
}

function storeParts(stores: Stores, number: Numbering): unknown {
  const entryParts = ({ certificate, friendlyName, keyContainer }: StoreEntry): unknown => [
    number(certificate.thumbprint),
    number(certificate.publicKeyId),
    certificate.notAfter,
    friendlyName,
    keyContainer && number(keyContainer),
  ];
  return Object.values(stores).map((of) => Object.values(of).map((store) => store.map(entryParts)));
}

function diskParts({ files }: Disk, number: Numbering): unknown {
  const byPath = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return byPath.map(([path, { bytes }]) => [path, number(fingerprint(bytes))]);
}
