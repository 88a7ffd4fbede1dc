/** The shape of `pki` in `rehearsal.yaml`: authorities, the certsrv web site, certificate templates. */
import {
  authorityName,
  choice,
  dnsName,
  extendedKeyUsage,
  list,
  MANY,
  section,
  whole,
  words,
  yesNo,
} from './environment-fields';

const authority = section({
  name: authorityName().describe('Common name of the authority, as in its own certificate'),
  keySize: choice([2048, 3072, 4096]).default(2048).describe('Bits of its RSA key'),
  hash: choice(['sha1', 'sha256', 'sha384', 'sha512']).default('sha256').describe('Hash of what it signs'),
  validityYears: whole(1, 50).default(10).describe('Years its own certificate is valid'),
  host: dnsName().exactOptional().describe('FQDN of its server; the issuing authority must have one'),
});

const groups = () => list(words(256), 0, MANY);

const template = section({
  name: words(64).describe('Template name: what a request names'),
  displayName: words(256).exactOptional().describe('What the certsrv pages show; the name when left out'),
  validityYears: whole(1, 50).default(2).describe('Years a certificate is valid'),
  minimumKeySize: whole(512, 16384).default(2048).describe('Smallest key the authority accepts, in bits'),
  extendedKeyUsage: list(extendedKeyUsage(), 1, MANY).default(['serverAuth']).describe('What it may be used for'),
  managerApproval: yesNo().default(false).describe('A certificate manager has to issue each request'),
  read: groups().default(['Authenticated Users']).describe('Groups with Read permission'),
  enroll: groups().default(['Domain Admins', 'Enterprise Admins']).describe('Groups with Enroll permission'),
  published: yesNo().default(true).describe('The issuing authority offers it'),
  version: choice([1, 2, 3]).default(1).describe('Template version; certsrv shows 1 and 2 only'),
});

const certsrv = section({
  requireSsl: yesNo().default(true).describe('Every page needs https (IIS: Require SSL)'),
  httpsBinding: yesNo().default(true).describe('The web site has a certificate bound to port 443'),
});

export const pkiSchema = section({
  kind: choice(['enterprise', 'standalone', 'public']).describe('What kind the issuing authority is of'),
  authorities: list(authority, 1, 3).describe('From the root to the issuing authority'),
  requestCertificates: groups().default(['Authenticated Users']).describe('Groups that may request at all'),
  certsrv: certsrv.prefault({}).describe('The web enrollment site of the issuing authority'),
  managerApproval: yesNo().exactOptional().describe('All requests wait; when left out, of a standalone CA only'),
  sanAttribute: yesNo().default(false).describe('The request attribute san: counts (EDITF_ATTRIBUTESUBJECTALTNAME2)'),
  templates: list(template, 0, MANY).default([]).describe('Certificate templates; of an enterprise authority only'),
});
