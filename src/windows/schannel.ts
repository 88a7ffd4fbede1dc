import type { HresultName } from '../hresult';
import { memo } from '../memo';
import type { Certificate } from '../x509/certificate';
import { type PathVerdict, verifyPath } from '../x509/paths/certification-path';
import { matchesHost } from '../x509/paths/host-name';
import type { StoreEntry } from './certificate-store';
import { authoritiesIn, pathIn } from './certification-path';
import { clockOf, linkedKey, type Machine, type Network } from './machine';
import { traitsOf } from './versions';

/**
 * The checks of Schannel in a TLS handshake with certificates on both sides
 * (mutual TLS). Session tickets, cipher suites and the list of trusted issuers are not simulated.
 */

/**
 * The reason why the machine cannot present the certificate, or null. The private key is missing, or the services may
 * not read it. The error is that of AcquireCredentialsHandle (Schannel event 36870).
 */
export function credentialHresult(machine: Machine, entry: StoreEntry | undefined): HresultName | null {
  if (!entry) return 'SEC_E_NO_CREDENTIALS';
  const key = linkedKey(machine, 'LocalMachine', entry);
  if (!key || key.keyPair.publicKeyId !== entry.certificate.publicKeyId) return 'SEC_E_NO_CREDENTIALS';
  return key.readableByServices ? null : 'SEC_E_UNKNOWN_CREDENTIALS';
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
  return verdicts(machine.stores, `${at} ${presented.map(({ thumbprint }) => thumbprint).join(' ')}`, () => {
    const candidates = [...authoritiesIn(machine), ...others];
    return verifyPath(certificate, { trusted: trustedRoots(machine), candidates, at });
  });
}

const verdicts = memo<PathVerdict>();

/**
 * The reason why the machine rejects a peer, or null. `names`: the peer must have one of them. Server Authentication is
 * required, MD5 is rejected, and RSASSA-PSS is not supported (Microsoft, TLS and MTLS).
 */
export function peerHresult(
  network: Network,
  machine: Machine,
  presented: readonly Certificate[],
  names: readonly string[],
): HresultName | null {
  const [certificate] = presented;
  if (!certificate) return 'SEC_E_NO_CREDENTIALS';
  const { code } = peerPath(network, machine, presented);
  if (code === 'expired' || code === 'not-yet-valid') return 'SEC_E_CERT_EXPIRED';
  if (code !== null) return code === 'root-not-trusted' ? 'SEC_E_UNTRUSTED_ROOT' : 'CERT_E_CHAINING';
  if (/^(md[25]RSA|RSASSA-PSS)$/.test(certificate.signatureAlgorithm)) return 'SEC_E_ALGORITHM_MISMATCH';
  if (certificate.hasExtendedKeyUsage && !certificate.extendedKeyUsage.includes('serverAuth')) {
    return 'CERT_E_WRONG_USAGE';
  }
  return names.some((name) => matchesHost(certificate, name)) ? null : 'SEC_E_WRONG_PRINCIPAL';
}

/**
 * The reason why the machine, as a server, rejects every client that presents a certificate, or null. Versions that check
 * the Trusted Root store reject all of them when a certificate in it is not self-signed (KB 2795828, KB 2802568),
 * unless ClientAuthTrustMode is 2.
 */
export function clientAuthenticationHresult(machine: Machine): HresultName | null {
  const misplaced = traitsOf(machine.windows).checksRootStore && misplacedRoots(machine).length > 0;
  return misplaced && machine.clientAuthTrustMode !== 2 ? 'CERT_E_UNTRUSTEDROOT' : null;
}

/** The certificates in the computer's Trusted Root store that are not roots: issuer and subject differ. */
export function misplacedRoots(machine: Machine): readonly Certificate[] {
  return machine.stores.LocalMachine.Root.map((entry) => entry.certificate).filter((one) => !one.selfSigned);
}

/** The self-signed certificates of the computer's Trusted Root store. */
export function trustedRoots(machine: Machine): readonly Certificate[] {
  return machine.stores.LocalMachine.Root.map((entry) => entry.certificate).filter((one) => one.selfSigned);
}
