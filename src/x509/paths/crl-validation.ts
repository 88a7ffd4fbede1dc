import type { Instant } from '../../determinism';
import { type Certificate, keyOf } from '../certificate';
import type { Crl } from '../crl';
import { sameName } from '../names/distinguished-name';
import { isSignedWith, readSigned } from '../signed-structure';

/** The reason why a CRL says nothing about the certificates of an issuer. */
export type CrlFault = 'other-issuer' | 'bad-signature' | 'not-authorized' | 'not-yet-valid' | 'outdated' | 'delta';

/**
 * Whether a CRL counts for the certificates of the issuer at that time (RFC 5280 §6.3.3): name, the usage cRLSign of the
 * issuer, signature, and dates. A delta CRL alone does not count. Null if it counts.
 */
export function crlFault(crl: Crl, issuer: Certificate, at: Instant): CrlFault | null {
  if (crl.deltaOf !== undefined) return 'delta';
  if (!sameName(crl.issuer, issuer.subject)) return 'other-issuer';
  if (issuer.hasKeyUsage && !issuer.keyUsage.includes('cRLSign')) return 'not-authorized';
  const key = keyOf(issuer);
  if (!key || !isSignedWith(readSigned(crl.der), key)) return 'bad-signature';
  return crlDateFault(crl, at);
}

/** Whether a CRL is valid at that time: from thisUpdate to nextUpdate. Null if it is. */
export function crlDateFault({ thisUpdate, nextUpdate }: Crl, at: Instant): CrlFault | null {
  if (at < thisUpdate) return 'not-yet-valid';
  return at > nextUpdate ? 'outdated' : null;
}
