/** The schema of `pki` in `rehearsal.yaml`: authorities, the certsrv web site, certificate templates. */
import { description, exactOptional, optional, pipe } from 'valibot';

import { PUBLIC_POLICIES, USUAL_POLICY } from '../../adcs/public-policies';
import {
  choice,
  dnsName,
  extendedKeyUsage,
  instant,
  list,
  MANY,
  period,
  section,
  typedName,
  whole,
  words,
  yesNo,
} from './environment-fields';

const revocationList = section({
  period: pipe(exactOptional(period()), description('Time between two lists; a week when left out')),
  overlap: pipe(
    exactOptional(period()),
    description('How long a list remains valid after the next one; computed when left out'),
  ),
  delta: pipe(exactOptional(period()), description('Time between two delta lists; there are none when left out')),
  published: pipe(
    exactOptional(instant()),
    description('When the list that is in use was published by hand; always in time when left out'),
  ),
});

const authority = section({
  name: pipe(typedName(), description('Common name of the authority, as in its own certificate')),
  keySize: pipe(optional(choice([2048, 3072, 4096]), 2048), description('Bits of its RSA key')),
  hash: pipe(optional(choice(['sha1', 'sha256', 'sha384', 'sha512']), 'sha256'), description('Hash of what it signs')),
  validityYears: pipe(optional(whole(1, 50), 10), description('Years its own certificate is valid')),
  validity: pipe(
    exactOptional(period()),
    description('How long its own certificate is valid, in place of validityYears'),
  ),
  validFrom: pipe(
    exactOptional(instant()),
    description('Start of its own certificate; a year before the clock when left out'),
  ),
  longestValidity: pipe(
    exactOptional(period()),
    description(
      'Longest validity of what it issues (ValidityPeriod); two years of an enterprise CA, one of others when left out',
    ),
  ),
  crl: pipe(exactOptional(revocationList), description('Its revocation list')),
  host: pipe(exactOptional(dnsName()), description('FQDN of its server; the issuing authority must have one')),
});

const groups = () => list(words(256), 0, MANY);

const template = section({
  name: pipe(typedName(), description('Template name: what a request names')),
  displayName: pipe(exactOptional(words(256)), description('What the certsrv pages show; the name when left out')),
  validityYears: pipe(optional(whole(1, 50), 2), description('Years a certificate is valid')),
  validity: pipe(exactOptional(period()), description('How long a certificate is valid, in place of validityYears')),
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
  version: pipe(optional(choice([1, 2, 3, 4]), 1), description('Template version; certsrv does not show version 4')),
  subjectFrom: pipe(
    optional(choice(['request', 'directory']), 'request'),
    description('Where the names of a certificate come from; directory: the DNS name of the requesting account'),
  ),
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
  publicPolicy: pipe(
    optional(choice(Object.keys(PUBLIC_POLICIES)), USUAL_POLICY),
    description('Policy of public authorities, by the date of issue'),
  ),
  templates: pipe(
    optional(list(template, 0, MANY), []),
    description('Certificate templates; of an enterprise authority only'),
  ),
});
