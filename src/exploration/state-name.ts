import type { StoreEntry, Stores } from '../windows/certificate-store';
import type { Disk, Machine } from '../windows/machine';
import { fingerprint } from '../x509/der/byte-memo';
import type { Model } from './model';
import type { State } from './state';

/**
 * A name that two states have in common when nothing that can still be done tells them apart. Keys, certificates and
 * contents of files count by which of them are the same, and not by what they are; how far keys and random bytes are used
 * up does not count, nor who sits where, for every operation begins with logging on.
 */
export function nameOf({ console, pool, model, soundness }: State): string {
  const { deployment } = console;
  const named = naming();
  const servers = [...deployment.servers.values()];
  return fingerprint(
    JSON.stringify([
      servers.map(({ launched, assigned, running }) => [launched, uses(assigned, named), uses(running, named)]),
      [...deployment.machines.values()].map((machine) => machineAs(machine, named)),
      deployment.media.map(({ disk }) => diskAs(disk, named)),
      [...deployment.authorities.values()].map(({ generations, requests }) => [
        generations.map(({ certificate }) => named(certificate.thumbprint)),
        requests.slice(-1).map(({ disposition }) => disposition.kind),
        requests.map(({ disposition }) =>
          disposition.kind === 'revoked' ? named(disposition.certificate.thumbprint) : null,
        ),
      ]),
      modelAs(model, named),
      [pool.fqdn, soundness, deployment.determinism.now],
    ]),
  );
}

type Named = (one: string) => number;

/** Numbers things in the order in which they are met. */
function naming(): Named {
  const known = new Map<string, number>();
  return (one) => {
    const number = known.get(one) ?? known.size;
    known.set(one, number);
    return number;
  };
}

function uses(of: Readonly<Record<string, string | undefined>> | null, named: Named): unknown {
  return of && Object.entries(of).map(([use, thumbprint]) => [use, named(thumbprint ?? '')]);
}

function machineAs({ stores, keys, disk, clockOffset }: Machine, named: Named): unknown {
  const kept = keys.map(({ container, keyPair, exportable }) => [
    named(container),
    named(keyPair.publicKeyId),
    exportable,
  ]);
  return [storesAs(stores, named), kept, diskAs(disk, named), clockOffset];
}

function storesAs(stores: Stores, named: Named): unknown {
  const entryAs = ({ certificate, friendlyName, keyContainer }: StoreEntry): unknown => [
    named(certificate.thumbprint),
    named(certificate.publicKeyId),
    certificate.notAfter,
    friendlyName,
    keyContainer && named(keyContainer),
  ];
  return Object.values(stores).map((of) => Object.values(of).map((store) => store.map(entryAs)));
}

function diskAs({ files }: Disk, named: Named): unknown {
  const byPath = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  return byPath.map(([path, { bytes }]) => [path, named(fingerprint(bytes))]);
}

function modelAs({ servers, request, response, exported, newest }: Model, named: Named): unknown {
  const waiting = servers.map((server) => [...server.waiting].map(named));
  const [requested, answered] = [request && named(request), response && named(response.certificate)];
  return [waiting, requested, answered, exported && [named(exported.certificate), exported.opens], newest];
}
