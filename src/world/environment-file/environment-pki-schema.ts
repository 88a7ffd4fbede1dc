/** The schema of `pki` in `rehearsal.yaml`: authorities, the certsrv web site, certificate templates. */
import { description, exactOptional, optional, pipe } from 'valibot';

import {
  choice,
  dnsName,
  extendedKeyUsage,
  instant,
  list,
  MANY,
  section,
  typedName,
  whole,
  words,
  yesNo,
} from './environment-fields';

const authority = section({
  name: pipe(typedName(), description('Common name of the authority, as in its own certificate')),
  keySize: pipe(optional(choice([2048, 3072, 4096]), 2048), description('Bits of its RSA key')),
  hash: pipe(optional(choice(['sha1', 'sha256', 'sha384', 'sha512']), 'sha256'), description('Hash of what it signs')),
  validityYears: pipe(optional(whole(1, 50), 10), description('Years its own certificate is valid')),
  validFrom: pipe(
    exactOptional(instant()),
    description('Start of its own certificate; a year before the clock when left out'),
  ),
  host: pipe(exactOptional(dnsName()), description('FQDN of its server; the issuing authority must have one')),
});

const groups = () => list(words(256), 0, MANY);

const template = section({
  name: pipe(typedName(), description('Template name: what a request names')),
  displayName: pipe(exactOptional(words(256)), description('What the certsrv pages show; the name when left out')),
  validityYears: pipe(optional(whole(1, 50), 2), description('Years a certificate is valid')),
  minimumKeySize: pipe(optional(whole(512, 16384), 2048), description('Smallest key the authority accepts, in bits')),
  extendedKeyUsage: pipe(
    optional(list(extendedKeyUsage(), 1, MANY), ['serverAuth']),
    description('What it may be used for'),
  ),
  managerApproval: pipe(optional(yesNo(), false), description('A certificate manager has to issue each request')),
  read: pipe(optional(groups(), ['Authenticated Users']), description('Groups with Read permission')),
  enroll: pipe(
    optional(groups(), ['Domain Admins', 'Enterprise Admins']),
    description('Groups with Enroll permission'),
  ),
  published: pipe(optional(yesNo(), true), description('The issuing authority offers it')),
  version: pipe(optional(choice([1, 2, 3]), 1), description('Template version; certsrv shows 1 and 2 only')),
});

const certsrv = section({
  requireSsl: pipe(optional(yesNo(), true), description('Every page needs https (IIS: Require SSL)')),
  httpsBinding: pipe(optional(yesNo(), true), description('The web site has a certificate bound to port 443')),
});

export const pkiSchema = section({
  kind: pipe(choice(['enterprise', 'standalone', 'public']), description('What kind the issuing authority is of')),
  authorities: pipe(list(authority, 1, 3), description('From the root to the issuing authority')),
  requestCertificates: pipe(optional(groups(), ['Authenticated Users']), description('Groups that may request at all')),
  certsrv: pipe(optional(certsrv, {}), description('The web enrollment site of the issuing authority')),
  managerApproval: pipe(
    exactOptional(yesNo()),
    description('All requests wait; when left out, of a standalone CA only'),
  ),
  sanAttribute: pipe(
    optional(yesNo(), false),
    description('The request attribute san: counts (EDITF_ATTRIBUTESUBJECTALTNAME2)'),
  ),
  templates: pipe(
    optional(list(template, 0, MANY), []),
    description('Certificate templates; of an enterprise authority only'),
  ),
});
