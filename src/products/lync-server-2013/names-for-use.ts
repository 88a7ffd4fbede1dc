import type { UseName } from './certificate-use';
import type { EdgePool } from './topology';

/**
 * The names that the wizard computes from the topology for a use. Internal: the pool's internal FQDN, without
 * alternative names. External: the Access Edge FQDN, Web Conferencing, and `sip.` of each SIP domain.
 */
export function namesFor(
  pool: EdgePool,
  use: UseName,
): { readonly subject: string; readonly alternatives: readonly string[] } {
  if (use === 'Internal' || !pool.externalNames) return { subject: pool.fqdn, alternatives: [] };
  const { accessEdge, webConferencing } = pool.externalNames;
  const sip = pool.sipDomains.map((domain) => `sip.${domain}`);
  return { subject: accessEdge, alternatives: [...new Set([accessEdge, webConferencing, ...sip])] };
}
