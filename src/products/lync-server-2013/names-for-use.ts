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

/**
 * The names that clients ask for. Access Edge: its FQDN, and `sip.` of each SIP domain (Microsoft, "Certificate
 * requirements for external user access"). XMPP: the SIP domains. A/V authentication needs no name.
 */
export function namesAskedFor(pool: EdgePool, use: UseName): readonly string[] {
  switch (use) {
    case 'Internal':
      return [pool.fqdn];
    case 'AccessEdgeExternal':
      return pool.externalNames
        ? [...new Set([pool.externalNames.accessEdge, ...pool.sipDomains.map((domain) => `sip.${domain}`)])]
        : [];
    case 'DataEdgeExternal':
      return pool.externalNames ? [pool.externalNames.webConferencing] : [];
    case 'XmppServer':
      return pool.sipDomains;
    case 'AudioVideoAuthentication':
    case 'Default':
      return [];
  }
}
