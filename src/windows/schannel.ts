import type { HresultName } from '../hresult';
import { memo } from '../memo';
import type { Certificate } from '../x509/certificate';
import { type Weakness, weaknessesOf } from '../x509/paths/algorithm-strength';
import { type PathVerdict, verifyPath } from '../x509/paths/certification-path';
import { matchesHost } from '../x509/paths/host-name';
import { allowsPurpose, allowsTls } from '../x509/paths/key-purposes';
import type { PathCode } from '../x509/paths/path-validation';
import type { StoreEntry } from './certificate-store';
import { authoritiesIn, pathIn } from './certification-path';
import { mayRead, NETWORK_SERVICE } from './keys/key-access';
import { clockOf, linkedKey, type Machine, type Network } from './machine';
import { CLIENT_AUTH_TRUST_MODE, ENTERPRISE_ROOTS_ONLY, ROOT_POLICY } from './registry/registry-names';
import { registryValue } from './registry/registry-value';
import { traitsOf } from './versions';

/**
 * The checks of Schannel in a TLS handshake with certificates on both sides
 * (mutual TLS). Session tickets, cipher suites and the list of trusted issuers are not simulated.
 */

/**
 * The reason why the machine cannot present the certificate, or null. The private key is missing, or the account of the
 * services may not read it. The error is that of AcquireCredentialsHandle (Schannel event 36870).
 */
export function credentialHresult(
  machine: Machine,
  entry: StoreEntry | undefined,
  account: string = NETWORK_SERVICE,
): HresultName | null {
  if (!entry) return 'SEC_E_NO_CREDENTIALS';
  const key = linkedKey(machine, 'LocalMachine', entry);
  if (!key || key.keyPair.publicKeyId !== entry.certificate.publicKeyId) return 'SEC_E_NO_CREDENTIALS';
  return mayRead(key, account) ? null : 'SEC_E_UNKNOWN_CREDENTIALS';
}

/** The intermediate certificates that the machine sends with its certificate, without the root (RFC 8446 §4.4.2). */
export function presentedPath(machine: Machine, certificate: Certificate): readonly Certificate[] {
  return pathIn(machine, certificate).filter((one, index) => index === 0 || !one.selfSigned);
}

/** The verdict on a peer's certification path, with the machine's stores and clock. */
export function peerPath(network: Network, machine: Machine, presented: readonly Certificate[]): PathVerdict {
  const [certificate, ...others] = presented;
  if (!certificate) throw new Error('a peer without a certificate has no path');
  const at = clockOf(network, machine);
  const trusted = trustedRoots(machine);
  return verdicts(
    machine.stores,
    `${at} ${trusted.length} ${presented.map(({ thumbprint }) => thumbprint).join(' ')}`,
    () => {
      const candidates = [...authoritiesIn(machine), ...others];
      return verifyPath(certificate, { trusted, candidates, at, purpose: 'serverAuth' });
    },
  );
}

const verdicts = memo<PathVerdict>();

/**
 * The reason why the machine rejects a peer, or null. `names`: the peer must have one of them. Server Authentication is
 * required of every certificate of the path that states purposes. MD5, RSASSA-PSS and RSA keys below 1024 bits are
 * rejected anywhere in the path (Microsoft, TLS and MTLS; KB 2661254).
 */
export function peerHresult(
  network: Network,
  machine: Machine,
  presented: readonly Certificate[],
  names: readonly string[],
): HresultName | null {
  const [certificate] = presented;
  if (!certificate) return 'SEC_E_NO_CREDENTIALS';
  const { code, certificates } = peerPath(network, machine, presented);
  if (code !== null) return pathHresult(code);
  const weaknesses = certificates.flatMap(weaknessesOf);
  if (weaknesses.includes('key-blocked')) return 'TRUST_E_CERT_SIGNATURE';
  if (weaknesses.some((one) => REJECTED.includes(one))) return 'SEC_E_ALGORITHM_MISMATCH';
  if (usageFault(certificate)) return 'CERT_E_WRONG_USAGE';
  return names.some((name) => matchesHost(certificate, name)) ? null : 'SEC_E_WRONG_PRINCIPAL';
}

const REJECTED: readonly Weakness[] = ['hash-broken', 'probabilistic', 'key-not-supported', 'signature-not-supported'];

/** What a certificate lacks to be presented in a TLS handshake; null if it lacks nothing. */
export function usageFault(certificate: Certificate): 'extended-key-usage' | 'key-usage' | null {
  if (!allowsPurpose(certificate, 'serverAuth')) return 'extended-key-usage';
  return allowsTls(certificate) ? null : 'key-usage';
}

/** The error with which Schannel rejects a peer whose path has this verdict. */
export function pathHresult(code: PathCode): HresultName {
  return PATH_HRESULTS[code];
}

/** The errors of CertVerifyCertificateChainPolicy, as Schannel returns them. */
const PATH_HRESULTS: Readonly<Record<PathCode, HresultName>> = {
  expired: 'SEC_E_CERT_EXPIRED',
  'not-yet-valid': 'SEC_E_CERT_EXPIRED',
  'root-not-trusted': 'SEC_E_UNTRUSTED_ROOT',
  'usage-not-allowed': 'CERT_E_WRONG_USAGE',
  'chain-incomplete': 'CERT_E_CHAINING',
  'not-a-ca': 'CERT_E_CHAINING',
  'bad-signature': 'CERT_E_CHAINING',
  'unsupported-algorithm': 'CERT_E_CHAINING',
  'path-length': 'CERT_E_CHAINING',
  'name-constraints': 'CERT_E_CHAINING',
  'policy-required': 'CERT_E_CHAINING',
  'unsupported-extension': 'CERT_E_CHAINING',
};

/**
 * The reason why the machine, as a server, rejects every client that presents a certificate, or null. Versions that check
 * the Trusted Root store reject all of them when a certificate in it is not self-signed (KB 2795828, KB 2802568),
 * unless ClientAuthTrustMode is 2.
 */
export function clientAuthenticationHresult(machine: Machine): HresultName | null {
  const misplaced = traitsOf(machine.windows).checksRootStore && misplacedRoots(machine).length > 0;
  return misplaced && registryValue(machine, CLIENT_AUTH_TRUST_MODE) !== 2 ? 'CERT_E_UNTRUSTEDROOT' : null;
}

/** The certificates in the computer's Trusted Root store that are not roots: issuer and subject differ. */
export function misplacedRoots(machine: Machine): readonly Certificate[] {
  return machine.stores.LocalMachine.Root.map((entry) => entry.certificate).filter((one) => !one.selfSigned);
}

/**
 * The self-signed certificates of the computer's Trusted Root store. A group policy may leave only those that Active
 * Directory or a group policy distributed ("Certificate Path Validation Settings", tab Stores).
 */
export function trustedRoots(machine: Machine): readonly Certificate[] {
  const roots = machine.stores.LocalMachine.Root.map((entry) => entry.certificate).filter((one) => one.selfSigned);
  const flags = registryValue(machine, ROOT_POLICY);
  if (typeof flags !== 'number' || (flags & ENTERPRISE_ROOTS_ONLY) === 0) return roots;
  return roots.filter(({ thumbprint }) => machine.distributedRoots.includes(thumbprint));
}
