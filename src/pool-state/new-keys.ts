import { type Determinism, type KeyBits, takeKey } from '../determinism';
import type { Deployment } from '../world/deployment';
import { type Certificate, signedBy } from '../x509/certificate';
import { type KeyPair, keyPair } from '../x509/keys/key-pair';
import { commonName } from '../x509/names/distinguished-name';
import { issuersIn } from '../x509/paths/path-building';

/** Which certificates of a real pool get keys of the simulation. */

export interface NewKeys {
  /** the new keys, by the identifier of the old public key */
  readonly keys: ReadonlyMap<string, KeyPair>;
  readonly determinism: Determinism;
}

const SIZES: readonly KeyBits[] = [1024, 2048, 3072, 4096];

/**
 * New keys for the certificates of the pools, and those in use, whose private key exists but was not collected, and for
 * the authorities that issued them. The authorities of the environment keep their simulated keys.
 */
export function newKeysFor(deployment: Deployment): NewKeys {
  const all = certificatesIn(deployment);
  const authorities = all.filter(({ isCa }) => isCa);
  const known = simulatedKeys(deployment);
  const leaves = leavesIn(deployment);
  const above = issuersAbove([...leaves, ...all.filter((one) => isNamedAsAuthority(deployment, one))], authorities);
  const newestFirst = [...above].sort((one, other) => other.notBefore - one.notBefore);
  const wanted = [...newestFirst, ...leaves].filter((one) => !known.has(one.publicKeyId));
  return wanted.reduce<NewKeys>(
    ({ keys, determinism }, one) => {
      const bits = sizeOf(one);
      if (keys.has(one.publicKeyId) || bits === undefined) return { keys, determinism };
      const taken = [...keys.values()];
      const [pair, next] = keyFor(deployment, one, { bits, determinism, taken });
      return { keys: new Map([...keys, [one.publicKeyId, pair]]), determinism: next };
    },
    { keys: new Map(), determinism: deployment.determinism },
  );
}

/** Every certificate in a store of a machine, once; without those that only a text describes. */
export function certificatesIn({ machines }: Deployment): readonly Certificate[] {
  const found = [...machines.values()].flatMap(({ stores }) =>
    Object.values(stores).flatMap((of) =>
      Object.values(of).flatMap((store) => store.map(({ certificate }) => certificate)),
    ),
  );
  return [...new Map(found.filter(({ der }) => der.length > 0).map((one) => [one.thumbprint, one])).values()];
}

/** The keys of the simulated authorities, by the identifiers of their public keys. */
export function simulatedKeys({ authorities }: Deployment): ReadonlyMap<string, KeyPair> {
  const generations = [...authorities.values()].flatMap(({ generations: own }) => own);
  return new Map(generations.map(({ certificate, keyPair: pair }) => [certificate.publicKeyId, pair]));
}

/**
 * The certificates of the pools, their requests, and the assigned certificates, whose private key is on a server but not
 * in its state.
 */
function leavesIn({ machines, pools, servers }: Deployment): readonly Certificate[] {
  const assigned = [...servers.values()].flatMap((server) => Object.values(server.assigned));
  const names = pools.map(({ fqdn }) => fqdn.toLowerCase());
  return [...machines.values()].flatMap(({ stores: { LocalMachine }, keys }) =>
    [...LocalMachine.My, ...LocalMachine.REQUEST]
      .map(({ certificate }) => certificate)
      .filter(
        ({ subject, thumbprint }) =>
          names.includes(commonName(subject)?.toLowerCase() ?? '') || assigned.includes(thumbprint),
      )
      .filter(
        ({ publicKeyId, der }) =>
          der.length > 0 &&
          keys.some(({ keyPair: pair }) => pair.publicKeyId === publicKeyId && pair.privateKeyPem === ''),
      ),
  );
}

/** An authority certificate with the name of an authority of the environment. */
function isNamedAsAuthority({ environment }: Deployment, { isCa, subject }: Certificate): boolean {
  return isCa && environment.pki.authorities.some(({ name }) => name === commonName(subject));
}

/** The certificates, if they are of authorities, and everything that signed them. */
function issuersAbove(from: readonly Certificate[], authorities: readonly Certificate[]): readonly Certificate[] {
  const found = new Set(from.filter(({ isCa }) => isCa));
  const add = (one: Certificate): void => {
    for (const issuer of issuersIn(one, authorities)) {
      if (found.has(issuer) || !signedBy(one, issuer)) continue;
      found.add(issuer);
      add(issuer);
    }
  };
  for (const one of from) add(one);
  return [...found];
}

interface KeyNeed {
  readonly bits: KeyBits;
  readonly determinism: Determinism;
  readonly taken: readonly KeyPair[];
}

/**
 * The newest certificate with the name of an authority of the environment gets the simulated key of that authority, if
 * it has the same size. Every other one gets the next key of the simulation.
 */
function keyFor(
  { authorities }: Deployment,
  { isCa, subject }: Certificate,
  { bits, determinism, taken }: KeyNeed,
): readonly [KeyPair, Determinism] {
  const simulated = isCa ? authorities.get(commonName(subject) ?? '')?.generations.at(-1)?.keyPair : undefined;
  if (simulated?.bits === bits && !taken.includes(simulated)) return [simulated, determinism];
  const [pem, next] = takeKey(determinism, bits);
  return [keyPair(pem), next];
}

function sizeOf({ keyAlgorithm, keyBits }: Certificate): KeyBits | undefined {
  return keyAlgorithm === 'RSA' ? SIZES.find((bits) => bits === keyBits) : undefined;
}
