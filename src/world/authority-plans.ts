import type { AuthorityPlan } from '../adcs/hierarchy';
import { readPeriod, years } from '../adcs/period';
import { type AuthorityRegistry, defaultRegistry } from '../adcs/registry';
import type { CertificateTemplate } from '../adcs/template';
import { type DistinguishedName, distinguishedName } from '../x509/names/distinguished-name';
import { accountEntry, PUBLIC_AUTHORITY } from './deployment';
import type { AuthorityEntry, Environment, TemplateEntry } from './environment';
import type { Assumptions } from './environment-file/environment-assumptions';
import { validityOf } from './environment-file/environment-defaults';

/** The authorities of the environment's PKI, root first, before they have certificates. */
export function authorityPlans(environment: Environment): readonly AuthorityPlan[] {
  const { pki, assumptions } = environment;
  const suffix =
    pki.kind === 'public' ? organizationSuffix(pki.authorities[0]?.name ?? '') : domainSuffix(environment.domain);
  return pki.authorities.map((entry, index) => {
    const issuing = index === pki.authorities.length - 1;
    const kind = issuing ? pki.kind : 'standalone';
    return {
      ...identityOf(entry, suffix),
      rest: {
        ...serviceOf(registryOf(entry, kind)),
        kind,
        host: entry.host ?? null,
        handPublished: handPublished(entry),
        publicPolicy: pki.publicPolicy,
        ...assumedBy(assumptions),
        templates: issuing ? pki.templates.map(templateOf) : [],
        permissions: { requestCertificates: pki.requestCertificates, certificateManagers: managers(environment) },
        managerApproval: issuing ? pki.managerApproval : true,
        sanAttribute: pki.sanAttribute,
        alternateSignature: false,
        clockSkewMinutes: assumptions.clockSkewMinutes,
        validityEndsWithIssuer: assumptions.validityEndsWithIssuer,
        ...addresses(environment.domain, entry.name),
        certsrv: pki.certsrv,
        requests: [],
      },
    };
  });
}

/** A public authority with two tiers. Every Windows trusts its root, and its staff review each request first. */
export function publicPlans({ assumptions, pki }: Environment): readonly AuthorityPlan[] {
  const suffix = organizationSuffix('Woodgrove Bank');
  const rest: AuthorityPlan['rest'] = {
    ...serviceOf(defaultRegistry('public')),
    kind: 'public',
    host: null,
    handPublished: null,
    publicPolicy: pki.publicPolicy,
    ...assumedBy(assumptions),
    templates: [],
    permissions: { requestCertificates: ['Authenticated Users'], certificateManagers: ['Authenticated Users'] },
    managerApproval: true,
    sanAttribute: false,
    alternateSignature: false,
    clockSkewMinutes: 0,
    validityEndsWithIssuer: true,
    crlDistributionPoints: ['http://crl.woodgrovebank.com/public.crl'],
    authorityInformationAccess: ['http://aia.woodgrovebank.com/public.crt'],
    certsrv: { requireSsl: true, httpsBinding: false },
    requests: [],
  };
  const plan = { keySize: 2048, hash: 'sha256', validity: years(10), suffix, rest } as const;
  return [
    { ...plan, name: 'Woodgrove Public Root CA', validity: years(20) },
    { ...plan, name: PUBLIC_AUTHORITY },
  ];
}

/** The behaviour of authorities that is assumed. */
export function assumedBy(assumptions: Assumptions) {
  return {
    copiesCommonName: assumptions.publicAuthorityCopiesName,
    recordsEnrollDenials: assumptions.enrollDenialLeavesRow,
    certsrvTemplateVersion: assumptions.certsrvTemplateVersion,
    certsrvTypeNeedsBrowser: assumptions.certsrvTypeNeedsBrowser,
  };
}

function identityOf(entry: AuthorityEntry, suffix: DistinguishedName) {
  const { name, keySize, hash, validFrom } = entry;
  const from = validFrom === undefined ? {} : { validFrom: Date.parse(validFrom) };
  return { name, keySize, hash, validity: validityOf(entry), suffix, ...from };
}

function templateOf(entry: TemplateEntry): CertificateTemplate {
  return { ...entry, validity: validityOf(entry) };
}

/** The registry after the installation, with the values that the entry gives. */
function registryOf(entry: AuthorityEntry, kind: Environment['pki']['kind']): AuthorityRegistry {
  const usual = defaultRegistry(kind);
  const { longestValidity = '', crl } = entry;
  return {
    ...usual,
    validity: readPeriod(longestValidity) ?? usual.validity,
    crl: readPeriod(crl?.period ?? '') ?? usual.crl,
    crlOverlap: readPeriod(crl?.overlap ?? '') ?? usual.crlOverlap,
    crlDelta: readPeriod(crl?.delta ?? '') ?? usual.crlDelta,
  };
}

function serviceOf(registry: AuthorityRegistry) {
  const service = { stoppedAt: null, unscheduledLists: [] };
  return { registry, settings: registry, service, events: [], crossCertificates: [] };
}

function handPublished({ crl }: AuthorityEntry) {
  const at = crl?.published === undefined ? undefined : Date.parse(crl.published);
  return at === undefined ? null : { published: at, distributed: at };
}

function managers(environment: Environment): readonly string[] {
  return [accountEntry(environment, 'certificate-manager').name];
}

function addresses(domain: string, name: string) {
  const file = `http://pki.${domain}/CertEnroll/${encodeURIComponent(name)}`;
  return { crlDistributionPoints: [`${file}.crl`], authorityInformationAccess: [`${file}.crt`] };
}

/** `DC=com, DC=contoso` in encoding order for contoso.com. */
function domainSuffix(domain: string): DistinguishedName {
  return domain
    .split('.')
    .reverse()
    .map((value) => ({ type: 'DC', value }));
}

function organizationSuffix(name: string): DistinguishedName {
  return distinguishedName(`O="${name}", C=US`);
}
