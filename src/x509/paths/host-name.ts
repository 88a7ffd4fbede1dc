import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Certificate } from '../certificate';
import { commonName } from '../names/distinguished-name';
import { normalizedName } from '../names/general-names';

/**
 * The kind of name by which a certificate matches the host, or null. If the certificate has DNS names, the common name
 * does not count (RFC 6125 §6.4.4). "*" matches the whole first label (§6.4.3), if at least two labels follow.
 */
export function matchesHost(certificate: Certificate, fqdn: string): 'subject-alternative-name' | 'common-name' | null {
  const names = certificate.subjectAlternativeNames;
  if (isIP(fqdn)) return names.includes(normalizedName(`ip:${fqdn}`)) ? 'subject-alternative-name' : null;
  const host = asciiHost(fqdn.replace(/\.$/, '')).toLowerCase();
  const dnsNames = names.filter((name) => !/^(ip|email|uri|upn|directory|other):/.test(name));
  if (dnsNames.some((name) => isFor(name, host))) return 'subject-alternative-name';
  if (dnsNames.length > 0) return null;
  const common = commonName(certificate.subject);
  return common !== undefined && isFor(asciiHost(common), host) ? 'common-name' : null;
}

function isFor(name: string, host: string): boolean {
  const pattern = name.toLowerCase().replace(/\.$/, '');
  if (pattern === host) return host !== '';
  if (!pattern.startsWith('*.') || pattern.indexOf('.', 2) < 0) return false;
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot) === pattern.slice(1);
}

/** International labels in ASCII form (RFC 6125 §6.4.2); empty if the text is not a host name. */
function asciiHost(host: string): string {
  if (/^[\x20-\x7e]*$/.test(host)) return host.includes(' ') ? '' : host;
  return domainToASCII(host);
}
