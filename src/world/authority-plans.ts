import type { AuthorityPlan } from '../adcs/hierarchy';
import { type DistinguishedName, distinguishedName } from '../x509/names/distinguished-name';
import { accountEntry, PUBLIC_AUTHORITY } from './deployment';
import type { AuthorityEntry, Environment } from './environment';

/** The authorities of the environment's PKI, root first, before they have certificates. */
export function authorityPlans(environment: Environment): readonly AuthorityPlan[] {
  const { pki, assumptions } = environment;
  const suffix =
    pki.kind === 'public' ? organizationSuffix(pki.authorities[0]?.name ?? '') : domainSuffix(environment.domain);
  return pki.authorities.map((entry, index) => {
    const issuing = index === pki.authorities.length - 1;
    return {
      ...identityOf(entry, suffix),
      rest: {
        kind: issuing ? pki.kind : 'standalone',
        host: entry.host ?? null,
        templates: issuing ? pki.templates : [],
        permissions: { requestCertificates: pki.requestCertificates, certificateManagers: managers(environment) },
        managerApproval: issuing ? pki.managerApproval : true,
        sanAttribute: pki.sanAttribute,
        alternateSignature: false,
        validityYears: 1,
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
export function publicPlans(): readonly AuthorityPlan[] {
  const suffix = organizationSuffix('Woodgrove Bank');
  const rest: AuthorityPlan['rest'] = {
    kind: 'public',
    host: null,
    templates: [],
    permissions: { requestCertificates: ['Authenticated Users'], certificateManagers: ['Authenticated Users'] },
    managerApproval: true,
    sanAttribute: false,
    alternateSignature: false,
    validityYears: 1,
    clockSkewMinutes: 0,
    validityEndsWithIssuer: true,
    crlDistributionPoints: ['http://crl.woodgrovebank.com/public.crl'],
    authorityInformationAccess: ['http://aia.woodgrovebank.com/public.crt'],
    certsrv: { requireSsl: true, httpsBinding: false },
    requests: [],
  };
  const plan = { keySize: 2048, hash: 'sha256', validityYears: 10, suffix, rest } as const;
  return [
    { ...plan, name: 'Woodgrove Public Root CA', validityYears: 20 },
    { ...plan, name: PUBLIC_AUTHORITY },
  ];
}

function identityOf(entry: AuthorityEntry, suffix: DistinguishedName) {
  const { name, keySize, hash, validityYears, validFrom } = entry;
  const from = validFrom === undefined ? {} : { validFrom: Date.parse(validFrom) };
  return { name, keySize, hash, validityYears, suffix, ...from };
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
