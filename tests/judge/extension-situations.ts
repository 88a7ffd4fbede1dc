import { generateKeyPairSync } from 'node:crypto';
import { currentGeneration } from '../../src/adcs/authority';
import { authorityNamed, type Deployment, issuingAuthority } from '../../src/world/deployment';
import { type Certificate, certificateFrom } from '../../src/x509/certificate';
import { OID } from '../../src/x509/der/object-identifiers';
import {
  bitString,
  encodedStructure,
  integer,
  nullValue,
  oid,
  type Structure,
  sequence,
  tagged,
  taggedBytes,
  toDer,
  utf8String,
} from '../../src/x509/der/write-der';
import { type KeyPair, keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { generalName } from '../../src/x509/names/general-names';
import { readSigned } from '../../src/x509/signed-structure';
import { type Added, derWithField, withExtensions } from '../x509/altered-certificate';
import { certifiedAnew, missing } from './authority-changes';
import { all, type Change, certificateInUse, holding, keyInUse, presenting, seeing, using } from './changes';
import { FIRST, FRONT, inOrderBut, SECOND, type Situation, type Situations } from './situation';

/** Extensions that the simulated authorities do not write, in the certificate of a server or of an authority. */

const POLICY = '1.3.6.1.4.1.99999.1';
const OTHER_POLICY = '1.3.6.1.4.1.99999.2';

/** The certificate of a server with these extensions. */
function server(fqdn: string, ...added: readonly Added[]): Situation {
  return inOrderBut(presentingWith(fqdn, ...added));
}

/** A server presents its certificate with these extensions. */
export function presentingWith(fqdn: string, ...added: readonly Added[]): Change {
  return seeing((d) => {
    const { keyPair } = currentGeneration(issuingAuthority(d));
    return using(fqdn, withExtensions(certificateInUse(d, fqdn), keyPair, ...added), keyInUse(d, fqdn));
  });
}

/** The issuing authority's certificate with these extensions, on every server. */
export function authority(...added: readonly Added[]): Change {
  return replaced('intermediate', (certificate, issuer) => withExtensions(certificate, issuer, ...added));
}

/** The root's certificate with these extensions, on every server. */
function root(...added: readonly Added[]): Change {
  return replaced('root', (certificate, issuer) => withExtensions(certificate, issuer, ...added));
}

function replaced(kind: 'root' | 'intermediate', change: (one: Certificate, issuer: KeyPair) => Certificate): Change {
  return seeing((d) => {
    const { certificate } = currentGeneration(kind === 'root' ? rootOf(d) : issuingAuthority(d));
    const made = change(certificate, currentGeneration(rootOf(d)).keyPair);
    const store = kind === 'root' ? 'Root' : 'CA';
    return all(...[FIRST, SECOND, FRONT].flatMap((fqdn) => [missing(kind, fqdn), holding(fqdn, store, [made])]));
  });
}

function rootOf(deployment: Deployment) {
  return authorityNamed(deployment, deployment.environment.pki.authorities[0]?.name ?? '');
}

/** A key pair on the curve P-256. */
export function ecKey(_: Deployment): KeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return keyPair(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

/** The certificate of a server with a signature algorithm that cannot be verified here: RSA with SHA3-256. */
export function unsupportedSignature(deployment: Deployment, fqdn: string): Certificate {
  const algorithm = sequence(oid('2.16.840.1.101.3.4.3.14'), nullValue());
  const { keyPair: issuer } = currentGeneration(issuingAuthority(deployment));
  const { toBeSigned, signature } = readSigned(derWithField(certificateInUse(deployment, fqdn), issuer, 2, algorithm));
  return certificateFrom(toDer(sequence(encodedStructure(toBeSigned.der), algorithm, bitString(signature))));
}

const keyUsage = (...bits: readonly number[]): Added => {
  const value = bits.reduce((byte, bit) => byte | (0x80 >> bit), 0);
  return [OID.keyUsage, bits.length === 0 ? bitString(new Uint8Array(0)) : bitString(Uint8Array.of(value)), true];
};
const purposes = (...ids: readonly string[]): Added => [OID.extendedKeyUsage, sequence(...ids.map(oid))];
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

function constraints(part: 'permitted' | 'excluded', critical: boolean, ...bases: readonly Structure[]): Added {
  const trees = bases.map((base) => sequence(base));
  return [OID.nameConstraints, sequence(tagged(part === 'permitted' ? 0 : 1, ...trees)), critical];
}

const dns = (base: string): Structure => taggedBytes(2, Buffer.from(base));
const policies = (...ids: readonly string[]): Added => [
  OID.certificatePolicies,
  sequence(...ids.map((id) => sequence(oid(id)))),
];
const names = (...texts: readonly Structure[]): Added => [OID.subjectAlternativeName, sequence(...texts)];
const dnsNames = (...texts: readonly string[]): Added => names(...texts.map(dns));

export const EXTENSION_SITUATIONS: Situations = {
  'the issuing authority for Server Authentication': inOrderBut(authority(purposes(SERVER_AUTH))),
  'the issuing authority for Client Authentication only': inOrderBut(authority(purposes(CLIENT_AUTH))),
  'the root for Client Authentication only': inOrderBut(root(purposes(CLIENT_AUTH))),
  'the issuing authority with an empty key usage': inOrderBut(authority(keyUsage())),
  'an empty key usage': server(SECOND, keyUsage()),
  'a key usage for certificates only': server(SECOND, keyUsage(5)),
  'a key usage for data only': server(SECOND, keyUsage(3)),
  'a key usage for signatures only': server(SECOND, keyUsage(0)),
  'a key usage for key encipherment only': server(SECOND, keyUsage(2)),
  'an empty key usage on the Front End Server': server(FRONT, keyUsage()),
  'a key usage for certificates only on the Front End Server': server(FRONT, keyUsage(5)),
  'the names of the domain permitted, critical': inOrderBut(
    authority(constraints('permitted', true, dns('contoso.com'))),
  ),
  'the names of the domain permitted, not critical': inOrderBut(
    authority(constraints('permitted', false, dns('contoso.com'))),
  ),
  'the names of the domain permitted with a leading dot': inOrderBut(
    authority(constraints('permitted', true, dns('.contoso.com'))),
  ),
  'the names of another domain permitted, critical': inOrderBut(
    authority(constraints('permitted', true, dns('fabrikam.com'))),
  ),
  'the names of another domain permitted, not critical': inOrderBut(
    authority(constraints('permitted', false, dns('fabrikam.com'))),
  ),
  'the names of the domain excluded': inOrderBut(authority(constraints('excluded', true, dns('contoso.com')))),
  'the names of the domain excluded by the root': inOrderBut(root(constraints('excluded', true, dns('contoso.com')))),
  'only addresses permitted': inOrderBut(
    authority(constraints('permitted', true, taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)))),
  ),
  'an address outside the permitted ones': inOrderBut(
    authority(constraints('permitted', true, taggedBytes(7, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0)))),
    presentingWith(SECOND, names(dns('edgepool.contoso.com'), generalName('ip:192.0.2.1'))),
  ),
  'a policy required by the authority and stated nowhere': inOrderBut(
    authority([OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))), true]),
  ),
  'a policy required by the authority and stated everywhere': inOrderBut(
    authority([OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))), true], policies(POLICY)),
    ...[FIRST, SECOND, FRONT].map((fqdn) => presentingWith(fqdn, policies(POLICY))),
  ),
  'a policy required by the authority and another one stated': inOrderBut(
    authority([OID.policyConstraints, sequence(taggedBytes(0, Uint8Array.of(0))), true], policies(POLICY)),
    ...[FIRST, SECOND, FRONT].map((fqdn) => presentingWith(fqdn, policies(OTHER_POLICY))),
  ),
  'a critical extension that nobody knows': server(SECOND, ['1.3.6.1.4.1.99999.3', utf8String('?'), true]),
  'a critical authority information access': server(SECOND, [
    OID.authorityInformationAccess,
    sequence(sequence(oid(OID.caIssuers), taggedBytes(6, Buffer.from('http://pki.contoso.com/a.crt')))),
    true,
  ]),
  'a critical template': server(SECOND, [OID.templateV2, sequence(oid('1.3.6.1.4.1.311.21.8.1'), integer(100)), true]),
  'critical policies': server(SECOND, [OID.certificatePolicies, sequence(sequence(oid(POLICY))), true]),
  'the authority key identifier with the serial number of another certificate': server(SECOND, [
    OID.authorityKeyIdentifier,
    sequence(tagged(1, tagged(4, sequence())), taggedBytes(2, Uint8Array.of(0x7f))),
  ]),
  'a DNS name with a dot at its end': server(SECOND, dnsNames('edgepool.contoso.com.')),
  'a DNS name that looks like an address': server(SECOND, dnsNames('ip:10.0.0.1')),
  'a wildcard at the end of the first label': server(SECOND, dnsNames('edge*.contoso.com')),
  'a wildcard at the beginning of the first label': server(SECOND, dnsNames('*pool.contoso.com')),
  'a wildcard inside the first label': server(SECOND, dnsNames('ed*ol.contoso.com')),
  'a wildcard in the second label': server(SECOND, dnsNames('edgepool.*.com')),
  'two wildcards': server(SECOND, dnsNames('*.*.com')),
  'an address beside the name in the subject': server(SECOND, names(generalName('ip:10.0.0.1'))),
  'an e-mail address beside the name in the subject': server(SECOND, names(generalName('email:a@contoso.com'))),
  'full-width letters in the subject': inOrderBut(
    presenting(SECOND, { subject: distinguishedName('CN=ｅdgepool.contoso.com'), subjectAlternativeNames: [] }),
  ),
  'the issuing authority with full-width letters in its name': inOrderBut(
    certifiedAnew('intermediate', { subject: distinguishedName('CN=Ｃontoso Issuing CA, DC=contoso, DC=com') }),
  ),
};
