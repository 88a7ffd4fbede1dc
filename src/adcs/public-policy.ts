import { BlockList, isIP } from 'node:net';
import type { Instant } from '../determinism';
import type { Refusal } from '../refusal';
import type { CertificateRequest } from '../x509/certificate-request';
import { commonName, type DistinguishedName } from '../x509/names/distinguished-name';
import { adcsRefusal } from './adcs-refusals';
import type { CertificationAuthority } from './authority';
import { afterPeriod, type Period } from './period';
import { INTERNAL_LABELS, type PolicyRow, PUBLIC_POLICIES, USUAL_POLICY } from './public-policies';

/** What a public authority makes of a request by its policy at the time. */
export interface PublicProfile {
  readonly subject: DistinguishedName;
  readonly subjectAlternativeNames: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  /** the latest end that the policy allows */
  readonly notAfter: Instant;
}

type PolicyRules = Omit<PolicyRow, 'from' | 'source'>;

/** The rules of a policy for certificates that are issued at `now`. Of two longest lifetimes, the shorter one counts. */
export function rulesAt(policy: string, now: Instant): PolicyRules {
  const tables = PUBLIC_POLICIES[policy] ?? PUBLIC_POLICIES[USUAL_POLICY] ?? [];
  return tables.map((rows) => rulesIn(rows, now)).reduce((rules, own) => combined(rules, own, now), {});
}

function rulesIn(rows: readonly PolicyRow[], now: Instant): PolicyRules {
  const present = rows.filter(({ from }) => Date.parse(from) <= now);
  return present.reduce<PolicyRules>((rules, { from: _, source: __, ...row }) => ({ ...rules, ...row }), {});
}

function combined(rules: PolicyRules, own: PolicyRules, now: Instant): PolicyRules {
  const end = ({ longest }: PolicyRules): Instant => (longest ? afterPeriod(now, longest) : Number.POSITIVE_INFINITY);
  const { longest } = end(own) < end(rules) ? own : rules;
  return { ...rules, ...own, ...(longest ? { longest } : {}) };
}

/** The longest lifetime that the policy allows at `now`; undefined while it has no limit. */
export function longestAt(policy: string, now: Instant): Period | undefined {
  return rulesAt(policy, now).longest;
}

/**
 * The certificate that a public authority is ready to issue for the request. Refusals: `key-too-short`,
 * `alternative-names-missing`, `internal-name`.
 */
export function publicProfile(
  authority: CertificationAuthority,
  request: CertificateRequest,
  now: Instant,
): PublicProfile {
  const rules = rulesAt(authority.publicPolicy, now);
  if (request.keyAlgorithm === 'RSA' && request.keyBits < (rules.leastKeySize ?? 0))
    throw adcsRefusal('key-too-short', authority.name, { bits: request.keyBits, least: rules.leastKeySize ?? 0 });
  const names = namesIn(authority, request, rules);
  const internal = [commonName(request.subject) ?? '', ...names].find(isInternalName);
  const internalEnd = Date.parse(rules.internalNamesEnd ?? '9999-12-31');
  if (internal !== undefined && now >= internalEnd) throw internalName(authority, internal);
  const asked = request.extendedKeyUsage.length > 0 ? request.extendedKeyUsage : ['serverAuth'];
  return {
    subject: request.subject.filter(({ type }) => !rules.dropped?.includes(type)),
    subjectAlternativeNames: names,
    extendedKeyUsage: rules.usages ? rules.usages.filter((one) => asked.includes(one) || one === 'serverAuth') : asked,
    notAfter: Math.min(latestEnd(rules, now), internal === undefined ? Number.POSITIVE_INFINITY : internalEnd),
  };
}

/** A lifetime includes its last second, so the longest one ends a second before the period is over (RFC 5280, 4.1.2.5). */
function latestEnd({ longest }: PolicyRules, now: Instant): Instant {
  return longest ? afterPeriod(now, longest) - 1000 : Number.POSITIVE_INFINITY;
}

function namesIn(
  authority: CertificationAuthority,
  { subject, subjectAlternativeNames }: CertificateRequest,
  { alternativeNamesDemanded }: PolicyRules,
): readonly string[] {
  const name = commonName(subject);
  if (!alternativeNamesDemanded || subjectAlternativeNames.length > 0) return subjectAlternativeNames;
  if (authority.copiesCommonName && name !== undefined) return [name];
  throw adcsRefusal('alternative-names-missing', authority.name);
}

/** Whether a name cannot be verified in public: it has one label, a reserved last label, or is a reserved address. */
export function isInternalName(name: string): boolean {
  const [, kind = 'dns', value = name] = /^(ip|email|uri|upn|dns|directory|other):(.+)$/s.exec(name) ?? [];
  if (kind === 'ip' || isIP(value) > 0) return RESERVED.check(value, isIP(value) === 6 ? 'ipv6' : 'ipv4');
  if (kind !== 'dns' || value === '') return false;
  const labels = value.toLowerCase().replace(/\.$/, '').split('.');
  return labels.length === 1 || INTERNAL_LABELS.includes(labels.at(-1) ?? '');
}

/** Addresses for private networks and for the machine itself (RFC 1918, RFC 3927, RFC 4193, RFC 4291). */
const RESERVED = new BlockList();
RESERVED.addSubnet('10.0.0.0', 8);
RESERVED.addSubnet('172.16.0.0', 12);
RESERVED.addSubnet('192.168.0.0', 16);
RESERVED.addSubnet('127.0.0.0', 8);
RESERVED.addSubnet('169.254.0.0', 16);
RESERVED.addSubnet('fc00::', 7, 'ipv6');
RESERVED.addSubnet('fe80::', 10, 'ipv6');

function internalName(authority: CertificationAuthority, name: string): Refusal {
  return adcsRefusal('internal-name', authority.name, { name });
}
