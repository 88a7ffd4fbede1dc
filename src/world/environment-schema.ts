/**
 * The shape of `rehearsal.yaml`: which keys there are, what each accepts, and what holds when one is left out. The
 * JSON Schema that editors use is generated from it. What needs more than one value is in `environment-rules.ts`.
 */
import { description, exactOptional, type InferOutput, optional, pipe, transform } from 'valibot';

import type { AccountEntry, Environment } from './environment';
import { assumptionsSchema } from './environment-assumptions-schema';
import {
  accountName,
  choice,
  dnsName,
  instant,
  list,
  MANY,
  section,
  text,
  windowsPath,
  windowsVersion,
  words,
} from './environment-fields';
import { pkiSchema } from './environment-pki-schema';

const organization = section({
  name: pipe(words(64), description('Organization (O) of the certificate')),
  unit: pipe(words(64), description('Organizational unit (OU) of the certificate')),
  city: pipe(words(128), description('City (L) of the certificate, not abbreviated')),
  state: pipe(words(128), description('State or province (S) of the certificate, not abbreviated')),
  country: pipe(
    text('two capital letters of ISO 3166-1, such as US', /^[A-Z]{2}$/),
    description('Country (C), ISO 3166-1'),
  ),
});

const account = section({
  role: pipe(
    choice(['lync-administrator', 'edge-administrator', 'certificate-manager', 'ordinary-user']),
    description('Which part of the procedures this account plays'),
  ),
  name: pipe(accountName(), description('DOMAIN\\account, or the bare name of an account of the machine itself')),
  groups: pipe(optional(list(words(256), 0, MANY), []), description('Groups the account is a member of')),
});

const server = section({
  fqdn: pipe(dnsName(), description('Full computer name, with its DNS suffix')),
  windows: pipe(windowsVersion(), description('Version of Windows Server')),
});

const externalNames = section({
  accessEdge: pipe(dnsName(), description('Access Edge service')),
  webConferencing: pipe(dnsName(), description('Web Conferencing Edge service')),
  av: pipe(dnsName(), description('A/V Edge service')),
});

const pool = section({
  fqdn: pipe(dnsName(), description('FQDN of the internal interface: the subject of the internal certificate')),
  loadBalancer: pipe(
    choice(['hardware', 'dns', 'none']),
    description('What spreads the load; none for a single server'),
  ),
  externalNames: pipe(exactOptional(externalNames), description('Names of the external interface')),
  sipDomains: pipe(list(dnsName(), 1, MANY), description('SIP domains whose users come in through this pool')),
  servers: pipe(list(server, 1, 64), description('The Edge Servers; the first one makes the request')),
});

const site = section({
  name: pipe(words(64), description('Name of the site, as in the topology')),
  pools: pipe(list(pool, 1, MANY), description('The Edge pools of the site')),
});

const files = section({
  chain: pipe(optional(windowsPath(), 'C:\\Certificates\\chain.p7b'), description('The certification chain (.p7b)')),
  request: pipe(optional(windowsPath(), 'C:\\Certificates\\edge-internal.req'), description('The certificate request')),
  response: pipe(
    optional(windowsPath(), 'C:\\Certificates\\edge-internal.cer'),
    description('What the authority issued'),
  ),
  exported: pipe(
    optional(windowsPath(), 'C:\\Certificates\\edge-internal.pfx'),
    description('Certificate with private key'),
  ),
});

const transfer = section({
  kind: pipe(
    choice(['share', 'removable-media']),
    description('How files come to the servers and from one to the next'),
  ),
  share: pipe(
    exactOptional(
      text('the name of a share, such as Certificates$', /^[^\s"/\\[\]:|<>+=;,?*][^"/\\[\]:|<>+=;,?*]{0,79}$/),
    ),
    description('Name of the share on the first Edge Server of a pool'),
  ),
  drive: pipe(
    exactOptional(text('a drive letter with colon, such as E:', /^[A-Z]:$/)),
    description('Drive of the media'),
  ),
});

const certificate = section({
  friendlyName: pipe(
    optional(words(128), 'Edge internal interface'),
    description('Friendly name, unique in the store'),
  ),
  bitLength: pipe(optional(choice([1024, 2048, 4096]), 2048), description('Bit length of the private key')),
  template: pipe(optional(words(128), 'WebServer'), description('Name (not display name) of the certificate template')),
});

const environment = section({
  name: pipe(words(128), description('Title of the rehearsal, shown on the runbook')),
  organization: pipe(organization, description('Whose certificates these are')),
  domain: pipe(dnsName(), description('DNS name of the Active Directory domain')),
  netbios: pipe(
    text('a NetBIOS name of 1 to 15 letters, digits and hyphens, such as CONTOSO', /^[A-Za-z0-9][A-Za-z0-9-]{0,14}$/),
    description('NetBIOS name of the Active Directory domain'),
  ),
  clock: pipe(optional(instant(), '2013-11-07T09:00:00Z'), description('When the rehearsal begins, in UTC')),
  pki: pipe(pkiSchema, description('The certification authorities and what they issue')),
  accounts: pipe(list(account, 1, MANY), description('Who does what: each of the four roles once')),
  internalServer: pipe(server, description('The internal Lync server on which the chain is downloaded')),
  frontEndPool: pipe(dnsName(), description('FQDN of the Front End pool that replicates to the Edge Servers')),
  sites: pipe(list(site, 1, MANY), description('Sites with their Edge pools')),
  files: pipe(optional(files, {}), description('Where the files of the procedures are, as Windows paths')),
  transfer: pipe(exactOptional(transfer), description('How files travel; needed when a pool has several servers')),
  certificate: pipe(optional(certificate, {}), description('What the operator enters for the certificate')),
  assumptions: pipe(optional(assumptionsSchema, {}), description('What is taken for true where no document says')),
});

export const environmentSchema = pipe(environment, transform(withDefaults));

/** Defaults that depend on another value. */
function withDefaults(read: InferOutput<typeof environment>): Environment {
  const { accounts, pki, transfer } = read;
  return {
    ...read,
    accounts: accounts.map(authenticated),
    transfer: transfer ?? { kind: 'removable-media', drive: 'E:' },
    pki: {
      ...pki,
      managerApproval: pki.managerApproval ?? pki.kind === 'standalone',
      templates: pki.templates.map((template) => ({ ...template, displayName: template.displayName ?? template.name })),
    },
  };
}

/** An account of the domain is in Authenticated Users without being put there. */
function authenticated(account: AccountEntry): AccountEntry {
  const { name, groups } = account;
  const implied = name.includes('\\') && !groups.includes('Authenticated Users');
  return implied ? { ...account, groups: [...groups, 'Authenticated Users'] } : account;
}
