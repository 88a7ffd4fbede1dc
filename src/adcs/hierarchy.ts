import { type Determinism, type Instant, type KeyBits, takeKey } from '../determinism';
import type { Certificate } from '../x509/certificate';
import type { CaVersion } from '../x509/extension-content';
import { type KeyPair, keyPair } from '../x509/keys/key-pair';
import type { Hash } from '../x509/keys/signature';
import { type DistinguishedName, distinguishedName } from '../x509/names/distinguished-name';
import { signCertificate } from '../x509/sign-certificate';
import { type CertificationAuthority, currentGeneration, pathOf } from './authority';
import { withCrossCertificates } from './cross-certificates';
import { type Generation, publicationAddresses, versionOf } from './generation';
import { afterPeriod, type Period, yearsAfter } from './period';
import { takeRootSerialNumber, takeSerialNumber } from './serial-number';

/** An authority before it has a certificate. */
export interface AuthorityPlan {
  readonly name: string;
  readonly keySize: Exclude<KeyBits, 1024>;
  readonly hash: Hash;
  readonly validity: Period;
  /** the start of its certificate; default: the present time */
  readonly validFrom?: Instant;
  /** the rest of its subject, for example `DC=contoso, DC=com` as attributes after the common name */
  readonly suffix: DistinguishedName;
  /** the properties of the authority, except its certificate and its superiors */
  readonly rest: Omit<CertificationAuthority, 'name' | 'hash' | 'generations' | 'superiors'>;
}

/**
 * Creates the authorities of a hierarchy, root first. Each gets a key and a certificate from its superior; the root
 * signs its own certificate. CDP and AIA of an authority's certificate are those that its issuer publishes.
 */
export function makeHierarchy(
  plans: readonly AuthorityPlan[],
  determinism: Determinism,
): { authorities: readonly CertificationAuthority[]; determinism: Determinism } {
  return plans.reduce<{ authorities: readonly CertificationAuthority[]; determinism: Determinism }>(
    (made, plan) => {
      const superior = made.authorities.at(-1);
      const { generation, determinism: next } = certify(plan, superior, made.determinism);
      const superiors = superior ? pathOf(superior) : [];
      const authority = { ...plan.rest, name: plan.name, hash: plan.hash, generations: [generation], superiors };
      return { authorities: [...made.authorities, authority], determinism: next };
    },
    { authorities: [], determinism },
  );
}

/**
 * Renews the authority's certificate (`certutil -renewCert`), by default with a new key. Older generations and their
 * certificates remain valid; the newest one signs new certificates. A root that gets a new key also signs two
 * cross certificates, each key certified by the other, so that those who trust one root reach the other ([MS-CSRA]).
 */
export function renew(
  authority: CertificationAuthority,
  superior: CertificationAuthority | undefined,
  determinism: Determinism,
  key: 'new' | 'same' = 'new',
): { authority: CertificationAuthority; determinism: Determinism } {
  const earlier = currentGeneration(authority);
  const certificateIndex = authority.generations.length;
  const [serialNumber, afterSerial] = serialNumberFrom(superior, certificateIndex, determinism);
  const [pair, next] =
    key === 'same' ? ([earlier.keyPair, afterSerial] as const) : newKey(afterSerial, earlier.keyPair.bits);
  const { keyIndex } = versionOf(authority.generations, earlier);
  const generation = signed(earlier.certificate.subject, pair, superior, {
    serialNumber,
    hash: authority.hash,
    notBefore: determinism.now,
    notAfter: sameLength(earlier.certificate, determinism.now),
    caVersion: { certificateIndex, keyIndex: key === 'same' ? keyIndex : certificateIndex },
    previousCaHash: earlier.certificate.thumbprint,
    ...templateOf(authority.kind, superior),
  });
  const renewed = { ...authority, generations: [...authority.generations, generation] };
  return superior || key === 'same'
    ? { authority: renewed, determinism: next }
    : withCrossCertificates(renewed, [earlier, generation], next);
}

/** The end of a certificate from now on that is valid for as many years as the earlier one, or else as long. */
function sameLength({ notBefore, notAfter }: Certificate, now: Instant): Instant {
  const count = Math.round((notAfter - notBefore) / YEAR);
  return count > 0 ? yearsAfter(now, count) : now + notAfter - notBefore;
}

function newKey(determinism: Determinism, bits: number): readonly [KeyPair, Determinism] {
  const [pem, next] = takeKey(determinism, authorityKeySize(bits));
  return [keyPair(pem), next];
}

const YEAR = 365.25 * 24 * 3_600_000;

interface Life {
  readonly serialNumber: string;
  readonly hash: Hash;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly caVersion: CaVersion;
  readonly previousCaHash?: string;
  readonly templateName?: string;
}

/** The ID of the first request that an authority gets: that of its subordinate. */
const SUBORDINATE_REQUEST_ID = 2;

function certify(plan: AuthorityPlan, superior: CertificationAuthority | undefined, determinism: Determinism) {
  const [serialNumber, afterSerial] = serialNumberFrom(superior, 0, determinism);
  const [pem, next] = takeKey(afterSerial, plan.keySize);
  const from = plan.validFrom ?? determinism.now;
  const subject = [...plan.suffix, ...distinguishedName(`CN="${plan.name}"`)];
  const generation = signed(subject, keyPair(pem), superior, {
    serialNumber,
    hash: plan.hash,
    notBefore: from,
    notAfter: afterPeriod(from, plan.validity),
    caVersion: { certificateIndex: 0, keyIndex: 0 },
    ...templateOf(plan.rest.kind, superior),
  });
  return { generation, determinism: next };
}

/** The template of an authority's own certificate: SubCA from a superior, CA for the root of an enterprise. */
function templateOf(kind: CertificationAuthority['kind'], superior: CertificationAuthority | undefined) {
  if (superior) return { templateName: 'SubCA' };
  return kind === 'enterprise' ? { templateName: 'CA' } : {};
}

function serialNumberFrom(superior: CertificationAuthority | undefined, renewals: number, determinism: Determinism) {
  if (!superior) return takeRootSerialNumber(determinism);
  const { certificateIndex } = versionOf(superior.generations, currentGeneration(superior));
  return takeSerialNumber(determinism, { certificateIndex, requestId: SUBORDINATE_REQUEST_ID + renewals });
}

function signed(
  subject: DistinguishedName,
  pair: KeyPair,
  superior: CertificationAuthority | undefined,
  life: Life,
): Generation {
  const issuer: Generation | undefined = superior && currentGeneration(superior);
  const certificate: Certificate = signCertificate(
    {
      subject,
      publicKey: pair,
      ...life,
      notAfter: Math.min(life.notAfter, issuer?.certificate.notAfter ?? life.notAfter),
      isCa: true,
      keyUsage: ['digitalSignature', 'keyCertSign', 'cRLSign'],
      extendedKeyUsage: [],
      subjectAlternativeNames: [],
      ...addressesFrom(superior),
    },
    issuer ?? { keyPair: pair },
  );
  return { certificate, keyPair: pair };
}

function addressesFrom(superior: CertificationAuthority | undefined) {
  if (!superior) return { crlDistributionPoints: [], authorityInformationAccess: [] };
  return publicationAddresses(superior, versionOf(superior.generations, currentGeneration(superior)));
}

function authorityKeySize(bits: number): KeyBits {
  return bits >= 4096 ? 4096 : bits >= 3072 ? 3072 : 2048;
}
