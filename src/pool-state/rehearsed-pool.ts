import type { CertificationAuthority } from '../adcs/authority';
import { InputError } from '../input-error';
import { type StoreEntry, type Stores, storeByType } from '../windows/certificate-store';
import type { Machine } from '../windows/machine';
import type { Deployment } from '../world/deployment';
import type { Assignments } from '../world/topology';
import { type Certificate, signedBy } from '../x509/certificate';
import type { KeyPair } from '../x509/keys/key-pair';
import { commonName } from '../x509/names/distinguished-name';
import { issuersIn } from '../x509/paths/path-building';
import { rekeyedCertificate } from '../x509/rekeying/rekeyed-certificate';
import { certificatesIn, newKeysFor, simulatedKeys } from './new-keys';

/**
 * A real pool with keys of the simulation, so that every operation can be carried out on it. Names, dates, extensions,
 * stores and the links between certificates and keys are those of the real one.
 */
export interface RehearsedPool {
  readonly deployment: Deployment;
  /** the thumbprint of the real certificate, by that of the one that replaces it */
  readonly originals: ReadonlyMap<string, string>;
}

/**
 * Replaces the keys that a state does not contain by keys of the simulation, and signs the certificates again. `known`
 * are the servers with a state: the other machines trust the authorities that the states show.
 */
export function rehearsedPool(real: Deployment, known: readonly string[]): RehearsedPool {
  const { keys, determinism } = newKeysFor(real);
  const twins = twinsOf(real, keys);
  const twinOf = (one: Certificate): Certificate => twins.get(one.thumbprint) ?? one;
  const machines = [...real.machines.values()].reduce(
    (all, machine) => all.with(machine.fqdn, withTwins(machine, twinOf, keys)),
    real.machines,
  );
  const servers = [...real.servers.values()].reduce((all, server) => {
    const running = server.running && renamed(server.running, twins);
    return all.with(server.fqdn, { ...server, assigned: renamed(server.assigned, twins), running });
  }, real.servers);
  const rekeyed = withAuthorities({ ...real, determinism, machines, servers }, [...twins.values()], keys);
  const deployment = rekeyed.authorities === real.authorities ? rekeyed : withUnknown(rekeyed, real, known);
  const originals = new Map([...twins].map(([original, { thumbprint }]) => [thumbprint, original]));
  return { deployment, originals };
}

/** The certificates that change, by the thumbprint of the old one. */
function twinsOf(real: Deployment, keys: ReadonlyMap<string, KeyPair>): ReadonlyMap<string, Certificate> {
  const all = certificatesIn(real);
  const authorities = all.filter(({ isCa }) => isCa);
  const simulated = simulatedKeys(real);
  const keyIds = new Map(
    all.flatMap(({ subjectKeyId, publicKeyId }) => {
      const pair = keys.get(publicKeyId);
      return pair && subjectKeyId ? [[subjectKeyId, pair.publicKeyId] as const] : [];
    }),
  );
  const stranger = [...keys.values()][0];
  const twins = all.flatMap((one) => {
    const own = keys.get(one.publicKeyId);
    const issuer = one.selfSigned ? one : issuersIn(one, authorities).find((other) => signedBy(one, other));
    const changed = issuer && keys.get(issuer.publicKeyId);
    const signer = changed ?? (own && (issuer ? simulated.get(issuer.publicKeyId) : stranger));
    const twin = signer && rekeyedCertificate(one, { publicKey: own ?? null, signer, keyIds });
    return twin ? [[one.thumbprint, twin] as const] : [];
  });
  return new Map(twins);
}

function withTwins(
  machine: Machine,
  twinOf: (one: Certificate) => Certificate,
  keys: ReadonlyMap<string, KeyPair>,
): Machine {
  const entry = (one: StoreEntry): StoreEntry => ({ ...one, certificate: twinOf(one.certificate) });
  const located = ({ My, Root, CA, REQUEST }: Stores['LocalMachine']): Stores['LocalMachine'] => ({
    My: My.map(entry),
    Root: Root.map(entry),
    CA: CA.map(entry),
    REQUEST: REQUEST.map(entry),
  });
  const roots = new Map(
    machine.stores.LocalMachine.Root.map(({ certificate }) => [certificate.thumbprint, certificate]),
  );
  return {
    ...machine,
    stores: { LocalMachine: located(machine.stores.LocalMachine), CurrentUser: located(machine.stores.CurrentUser) },
    keys: machine.keys.map((key) => ({ ...key, keyPair: keys.get(key.keyPair.publicKeyId) ?? key.keyPair })),
    distributedRoots: machine.distributedRoots.map((thumbprint) => {
      const root = roots.get(thumbprint);
      return root ? twinOf(root).thumbprint : thumbprint;
    }),
  };
}

function renamed(uses: Assignments, twins: ReadonlyMap<string, Certificate>): Assignments {
  const entries = Object.entries(uses).map(([use, one = '']) => [use, twins.get(one)?.thumbprint ?? one]);
  return Object.fromEntries(entries);
}

/** The authorities of the environment, with the certificates that the states show of them. */
function withAuthorities(
  deployment: Deployment,
  twins: readonly Certificate[],
  keys: ReadonlyMap<string, KeyPair>,
): Deployment {
  const pairs = new Map([...keys.values()].map((pair) => [pair.publicKeyId, pair]));
  const names = deployment.environment.pki.authorities.map(({ name }) => name);
  const shown = names.map((name) => {
    const own = twins.filter(({ isCa, subject }) => isCa && commonName(subject) === name);
    const [certificate] = own.sort((one, other) => other.notBefore - one.notBefore);
    const pair = certificate && pairs.get(certificate.publicKeyId);
    return certificate && pair ? { certificate, keyPair: pair } : null;
  });
  if (shown.every((one) => one === null)) return deployment;
  const changed = names.reduce<readonly CertificationAuthority[]>((above, name, index) => {
    const authority = deployment.authorities.get(name);
    if (!authority) return above;
    const superiors = [...above].reverse().flatMap(({ generations }) => generations.at(-1)?.certificate ?? []);
    const generation = shown[index];
    return [...above, { ...authority, superiors, ...(generation ? { generations: [generation] } : {}) }];
  }, []);
  checkPath(changed);
  const authorities = new Map([...deployment.authorities, ...changed.map((one) => [one.name, one] as const)]);
  return { ...deployment, authorities };
}

/** Throws an InputError if the states show an authority, but not the one that it is signed by or that it signs. */
function checkPath(authorities: readonly CertificationAuthority[]): void {
  const current = authorities.flatMap(({ name, generations }) => {
    const certificate = generations.at(-1)?.certificate;
    return certificate ? [{ name, certificate }] : [];
  });
  for (const [index, { name, certificate }] of current.entries()) {
    const above = current[index - 1];
    if (!above || (issuersIn(certificate, [above.certificate]).length > 0 && signedBy(certificate, above.certificate)))
      continue;
    throw new InputError(
      `the states do not contain the certificates of both ${above.name} and ${name} as one path; ` +
        'give the state of the internal server too, and check the authorities in the environment file',
    );
  }
}

/** Machines without a state trust the authorities as they are now, and the internal server has their certificate. */
function withUnknown(deployment: Deployment, before: Deployment, known: readonly string[]): Deployment {
  const names = deployment.environment.pki.authorities.map(({ name }) => name);
  const certificatesOf = ({ authorities }: Deployment): readonly Certificate[] =>
    names.flatMap((name) => authorities.get(name)?.generations.at(-1)?.certificate ?? []);
  const old = new Set(certificatesOf(before).map(({ thumbprint }) => thumbprint));
  const members = new Set(deployment.pools.flatMap(({ servers }) => servers));
  const others = [...deployment.machines.values()].filter(({ fqdn }) => !known.includes(fqdn) && !members.has(fqdn));
  const machines = others.reduce((all, machine) => {
    const { LocalMachine } = machine.stores;
    const kept = (store: readonly StoreEntry[]) => store.filter(({ certificate }) => !old.has(certificate.thumbprint));
    const added = (name: 'Root' | 'CA') =>
      certificatesOf(deployment)
        .filter((one) => storeByType(one) === name)
        .map((certificate): StoreEntry => ({ certificate, friendlyName: '', keyContainer: null }));
    const stores = {
      ...LocalMachine,
      Root: [...kept(LocalMachine.Root), ...added('Root')],
      CA: [...kept(LocalMachine.CA), ...added('CA')],
    };
    return all.with(machine.fqdn, { ...machine, stores: { ...machine.stores, LocalMachine: stores } });
  }, deployment.machines);
  const trusting = { ...deployment, machines };
  const { internalServer } = deployment.environment;
  return known.includes(internalServer.fqdn) ? trusting : deployment.product.topology.prepare(trusting);
}
