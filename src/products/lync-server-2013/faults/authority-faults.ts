import { type CertificationAuthority, currentGeneration } from '../../../adcs/authority';
import { years } from '../../../adcs/period';
import { type AuthorityRegistry, defaultRegistry, LONG_EXTENSIONS } from '../../../adcs/registry';
import type { CertificateTemplate } from '../../../adcs/template';
import { renewIssuingAuthority, renewRoot } from '../../../operator/tasks/authority';
import { accountFor, type Deployment, issuingAuthority, withAuthority } from '../../../world/deployment';
import { signCertificate } from '../../../x509/sign-certificate';

/** States of the issuing authority before the scenario begins that differ from the environment. */
export const AUTHORITY_FAULTS: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'follows the recommendations': recommended,
  'issues requests at once': atOnce,
  'signs with MD5': onAuthority(() => ({ hash: 'md5' })),
  'signs with SHA-1': onAuthority(() => ({ hash: 'sha1' })),
  'signs with SHA-256': onAuthority(() => ({ hash: 'sha256' })),
  'signs with SHA-512': onAuthority(() => ({ hash: 'sha512' })),
  'signs with RSASSA-PSS': onAuthority(() => ({ hash: 'sha256', alternateSignature: true })),
  'writes no address of its revocation list': onAuthority(() => ({ crlDistributionPoints: [] })),
  'writes an ldap address of its revocation list only': onAuthority(() => ({
    crlDistributionPoints: ['ldap:///CN=CDP?certificateRevocationList'],
  })),
  'copies the revocation list of its first key only': onAuthority(() => ({ copiesFirstListOnly: true })),
  'honours the attribute san': onAuthority(() => ({ sanAttribute: true })),
  'ignores the attribute san': onAuthority(() => ({ sanAttribute: false })),
  'has no https binding': onAuthority(({ certsrv }) => ({
    certsrv: { ...certsrv, requireSsl: false, httpsBinding: false },
  })),
  'is subordinate to a root that permits no subordinate authority': (deployment) => {
    const [entry] = deployment.environment.pki.authorities;
    const root = deployment.authorities.get(entry?.name ?? '');
    if (!root) throw new Error('the environment has no root authority');
    const { certificate, keyPair } = currentGeneration(root);
    const narrow = signCertificate({ ...certificate, publicKey: keyPair, hash: root.hash, pathLength: 0 }, { keyPair });
    return onAuthority(({ superiors }) => ({ superiors: [...superiors.slice(0, -1), narrow] }))(deployment);
  },
  'has renewed its certificate with a new key': renewIssuingAuthority,
  'has renewed its certificate with the same key': (deployment) => renewIssuingAuthority(deployment, 'same'),
  'has a new certificate from a root with a new key': renewRoot,
  'gives no certificate more than 5 years': onRegistry({ validity: years(5) }),
  'gives no certificate more than 18 months': onRegistry({ validity: { count: 18, unit: 'months' } }),
  'does not enforce the lengths of names': onRegistry({ enforceX500NameLengths: false }),
  'has expanded the size of extensions': onRegistry({ dbFlags: LONG_EXTENSIONS }),
};

/**
 * Sets SHA-256, keys of 2048 bits, and a template for Server Authentication with enroll permission for the
 * administrator and a validity of two years, independent of the environment. Certificates and revocation
 * lists are valid from ten minutes before their issue. Scenarios about other subjects begin with this state, because an
 * environment may differ.
 */
function recommended(deployment: Deployment): Deployment {
  const { environment } = deployment;
  const { template } = environment.certificate;
  const administrator = accountFor(deployment, 'lync-administrator');
  const open = {
    read: ['Authenticated Users'],
    enroll: [administrator],
    published: true,
    version: 1,
    subjectFrom: 'request',
  } as const;
  const sound = {
    ...open,
    minimumKeySize: 2048,
    extendedKeyUsage: ['serverAuth'],
    managerApproval: false,
    validity: years(2),
  };
  const certificate = { ...environment.certificate, bitLength: 2048 } as const;
  return onAuthority(({ templates, permissions, kind }) => ({
    hash: 'sha256',
    registry: defaultRegistry(kind),
    settings: defaultRegistry(kind),
    alternateSignature: false,
    clockSkewMinutes: 10,
    permissions: { ...permissions, requestCertificates: ['Authenticated Users'] },
    templates: templates.map((one) => (one.name === template ? { ...one, ...sound } : one)),
  }))({ ...withUsualSkew(deployment), environment: { ...environment, certificate } });
}

/** The certificates and lists of every authority of the environment are valid from ten minutes before. */
function withUsualSkew(deployment: Deployment): Deployment {
  return deployment.environment.pki.authorities.reduce((next, { name }) => {
    const authority = next.authorities.get(name);
    return authority ? withAuthority(next, { ...authority, clockSkewMinutes: 10 }) : next;
  }, deployment);
}

/** The authority, and the template of the environment's request, wait for no certificate manager. */
function atOnce(deployment: Deployment): Deployment {
  return onAuthority(() => ({ managerApproval: false }))(onTemplate(() => ({ managerApproval: false }))(deployment));
}

/** States of the template that the environment's request uses. */
export const TEMPLATE_FAULTS: Readonly<Record<string, (deployment: Deployment) => Deployment>> = {
  'is not published': onTemplate(() => ({ published: false })),
  'takes keys of 1024 bits': onTemplate(() => ({ minimumKeySize: 1024 })),
  'demands keys of 4096 bits': onTemplate(() => ({ minimumKeySize: 4096 })),
  'is for Client Authentication only': onTemplate(() => ({ extendedKeyUsage: ['clientAuth'] })),
  'is of version 3': onTemplate(() => ({ version: 3 })),
  'is of version 4': onTemplate(() => ({ version: 4 })),
  'takes the names from the directory': onTemplate(() => ({ subjectFrom: 'directory' })),
  'gives certificates for 5 years': onTemplate(() => ({ validity: years(5) })),
  'gives certificates for 90 days': onTemplate(() => ({ validity: { count: 90, unit: 'days' } })),
  'can be read by no account': onTemplate(() => ({ read: [] })),
  'waits for a certificate manager': onTemplate(() => ({ managerApproval: true })),
};

/** Another registry, with which CertSvc was started. */
function onRegistry(change: Partial<AuthorityRegistry>) {
  return onAuthority(({ settings }) => ({
    settings: { ...settings, ...change },
    registry: { ...settings, ...change },
  }));
}

function onAuthority(change: (authority: CertificationAuthority) => Partial<CertificationAuthority>) {
  return (deployment: Deployment): Deployment => {
    const authority = issuingAuthority(deployment);
    return withAuthority(deployment, { ...authority, ...change(authority) });
  };
}

/** A change of the template that the environment's request uses. */
function onTemplate(change: (template: CertificateTemplate) => Partial<CertificateTemplate>) {
  return (deployment: Deployment): Deployment => {
    const { template } = deployment.environment.certificate;
    const changed = (one: CertificateTemplate) => (one.name === template ? { ...one, ...change(one) } : one);
    return onAuthority(({ templates }) => ({ templates: templates.map(changed) }))(deployment);
  };
}
