import { type CertificationAuthority, currentGeneration } from '../../../adcs/authority';
import type { CertificateTemplate } from '../../../adcs/template';
import { renewIssuingAuthority } from '../../../operator/tasks/authority';
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
};

/**
 * Sets SHA-256, keys of 2048 bits, and a template for Server Authentication with enroll permission for the
 * administrator and a validity of two years, independent of the environment. Certificates are valid from ten minutes before
 * their issue. Scenarios about other subjects begin with this state, because an
 * environment may differ.
 */
function recommended(deployment: Deployment): Deployment {
  const { environment } = deployment;
  const { template } = environment.certificate;
  const administrator = accountFor(deployment, 'lync-administrator');
  const open = { read: ['Authenticated Users'], enroll: [administrator], published: true, version: 1 } as const;
  const sound = {
    ...open,
    minimumKeySize: 2048,
    extendedKeyUsage: ['serverAuth'],
    managerApproval: false,
    validityYears: 2,
  };
  const certificate = { ...environment.certificate, bitLength: 2048 } as const;
  return onAuthority(({ templates, permissions }) => ({
    hash: 'sha256',
    alternateSignature: false,
    clockSkewMinutes: 10,
    permissions: { ...permissions, requestCertificates: ['Authenticated Users'] },
    templates: templates.map((one) => (one.name === template ? { ...one, ...sound } : one)),
  }))({ ...deployment, environment: { ...environment, certificate } });
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
  'can be read by no account': onTemplate(() => ({ read: [] })),
  'waits for a certificate manager': onTemplate(() => ({ managerApproval: true })),
};

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
