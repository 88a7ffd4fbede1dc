import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import type { Certificate } from '../certificate';
import { commonName } from '../names/distinguished-name';
import { generalNameOf } from '../names/general-name';
import { normalizedName } from '../names/general-names';

/** How a consumer reads names. */
export interface NameReading {
  /** whether it reads the common name of a certificate without DNS names; clients on the Internet do not (since 2017) */
  readonly commonName: boolean;
}

/**
 * The kind of name by which a certificate matches the host or address, or null. If the certificate has DNS names, the
 * common name does not count (RFC 6125 §6.4.4); names of other kinds do not hide it.
 */
export function matchesHost(
  certificate: Certificate,
  fqdn: string,
  reading: NameReading = { commonName: true },
): 'subject-alternative-name' | 'common-name' | null {
  if (isIP(fqdn)) {
    return certificate.subjectAlternativeNames.includes(normalizedName(`ip:${fqdn}`))
      ? 'subject-alternative-name'
      : null;
  }
  const host = asciiHost(fqdn.replace(/\.$/, '')).toLowerCase();
  const [kind, names] = hostNames(certificate);
  if (kind === 'common-name' && !reading.commonName) return null;
  return names.some((name) => isFor(name, host)) ? kind : null;
}

/** The host names of a certificate that count: its DNS names, or without any, its common name. */
export function hostNames({
  subject,
  subjectAlternativeNames,
}: Pick<Certificate, 'subject' | 'subjectAlternativeNames'>): readonly [
  kind: 'subject-alternative-name' | 'common-name',
  names: readonly string[],
] {
  const names = subjectAlternativeNames.map(generalNameOf).filter(({ kind }) => kind === 'dns');
  if (names.length > 0) return ['subject-alternative-name', names.map(({ value }) => value)];
  const common = commonName(subject);
  return ['common-name', common === undefined ? [] : [common]];
}

/**
 * Compares as OpenSSL and Windows do: letters in ASCII, and a dot at the end of the pattern matches nothing. "*" is all
 * of the first label, or its beginning or end (RFC 6125 §6.4.3), if at least two labels follow.
 */
function isFor(name: string, host: string): boolean {
  const pattern = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (!pattern.includes('*')) return pattern === host && host !== '';
  const [, before = '', after = '', rest] = /^([^.*]*)\*([^.*]*)(\.[^.*]+(?:\.[^.*]+)+)$/.exec(pattern) ?? [];
  if (rest === undefined || (before !== '' && after !== '') || pattern.startsWith('xn--')) return false;
  const dot = host.indexOf('.');
  const label = host.slice(0, dot);
  if (dot <= 0 || host.slice(dot) !== rest || label.length < before.length + after.length) return false;
  const isPartial = before !== '' || after !== '';
  if (isPartial && label.startsWith('xn--')) return false;
  return label.startsWith(before) && label.endsWith(after);
}

/** International labels in ASCII form (RFC 6125 §6.4.2); empty if the text is not a host name. */
function asciiHost(host: string): string {
  if (/^[\x20-\x7e]*$/.test(host)) return host.includes(' ') ? '' : host;
  return domainToASCII(host);
}
