import { afterPeriod, type Period } from '../../../src/adcs/period';
import type { Certificate } from '../../../src/x509/certificate';

/**
 * Whether the certificate, issued at `now`, ends after the period: `as long`, or its end. A public authority's ends a
 * second earlier, because a lifetime includes its last second.
 */
export function lifetimeOf(certificate: Certificate | undefined, now: number, period: Period): string {
  if (!certificate) throw new Error('the file holds no certificate');
  const early = afterPeriod(now, period) - certificate.notAfter;
  return early === 0 || early === 1000 ? 'as long' : new Date(certificate.notAfter).toISOString();
}
