/**
 * The shape of `rehearsal.yaml`: which keys there are, what each accepts, and what holds when one is left out. The
 * JSON Schema that editors use is generated from it. What needs more than one value is in `environment-rules.ts`.
 */
import type { z } from 'zod';

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
  name: words(64).describe('Organization (O) of the certificate'),
  unit: words(64).describe('Organizational unit (OU) of the certificate'),
  city: words(128).describe('City (L) of the certificate, not abbreviated'),
  state: words(128).describe('State or province (S) of the certificate, not abbreviated'),
  country: text('two capital letters of ISO 3166-1, such as US', /^[A-Z]{2}$/).describe('Country (C), ISO 3166-1'),
});

const account = section({
  role: choice(['lync-administrator', 'edge-administrator', 'certificate-manager', 'ordinary-user']).describe(
    'Which part of the procedures this account plays',
  ),
  name: accountName().describe('DOMAIN\\account, or the bare name of an account of the machine itself'),
  groups: list(words(256), 0, MANY).default([]).describe('Groups the account is a member of'),
});

const server = section({
  fqdn: dnsName().describe('Full computer name, with its DNS suffix'),
  windows: windowsVersion().describe('Version of Windows Server'),
});

const externalNames = section({
  accessEdge: dnsName().describe('Access Edge service'),
  webConferencing: dnsName().describe('Web Conferencing Edge service'),
  av: dnsName().describe('A/V Edge service'),
});

const pool = section({
  fqdn: dnsName().describe('FQDN of the internal interface: the subject of the internal certificate'),
  loadBalancer: choice(['hardware', 'dns', 'none']).describe('What spreads the load; none for a single server'),
  externalNames: externalNames.exactOptional().describe('Names of the external interface'),
  sipDomains: list(dnsName(), 1, MANY).describe('SIP domains whose users come in through this pool'),
  servers: list(server, 1, 64).describe('The Edge Servers; the first one makes the request'),
});

const site = section({
  name: words(64).describe('Name of the site, as in the topology'),
  pools: list(pool, 1, MANY).describe('The Edge pools of the site'),
});

const files = section({
  chain: windowsPath().default('C:\\Certificates\\chain.p7b').describe('The certification chain (.p7b)'),
  request: windowsPath().default('C:\\Certificates\\edge-internal.req').describe('The certificate request'),
  response: windowsPath().default('C:\\Certificates\\edge-internal.cer').describe('What the authority issued'),
  exported: windowsPath().default('C:\\Certificates\\edge-internal.pfx').describe('Certificate with private key'),
});

const transfer = section({
  kind: choice(['share', 'removable-media']).describe('How files come to the servers and from one to the next'),
  share: text('the name of a share, such as Certificates$', /^[^\s"/\\[\]:|<>+=;,?*][^"/\\[\]:|<>+=;,?*]{0,79}$/)
    .exactOptional()
    .describe('Name of the share on the first Edge Server of a pool'),
  drive: text('a drive letter with colon, such as E:', /^[A-Z]:$/)
    .exactOptional()
    .describe('Drive of the media'),
});

const certificate = section({
  friendlyName: words(128).default('Edge internal interface').describe('Friendly name, unique in the store'),
  bitLength: choice([1024, 2048, 4096]).default(2048).describe('Bit length of the private key'),
  template: words(128).default('WebServer').describe('Name (not display name) of the certificate template'),
});

export const environmentSchema = section({
  name: words(128).describe('Title of the rehearsal, shown on the runbook'),
  organization: organization.describe('Whose certificates these are'),
  domain: dnsName().describe('DNS name of the Active Directory domain'),
  netbios: text(
    'a NetBIOS name of 1 to 15 letters, digits and hyphens, such as CONTOSO',
    /^[A-Za-z0-9][A-Za-z0-9-]{0,14}$/,
  ).describe('NetBIOS name of the Active Directory domain'),
  clock: instant().default('2013-11-07T09:00:00Z').describe('When the rehearsal begins, in UTC'),
  pki: pkiSchema.describe('The certification authorities and what they issue'),
  accounts: list(account, 1, MANY).describe('Who does what: each of the four roles once'),
  internalServer: server.describe('The internal Lync server on which the chain is downloaded'),
  frontEndPool: dnsName().describe('FQDN of the Front End pool that replicates to the Edge Servers'),
  sites: list(site, 1, MANY).describe('Sites with their Edge pools'),
  files: files.prefault({}).describe('Where the files of the procedures are, as Windows paths'),
  transfer: transfer.exactOptional().describe('How files travel; needed when a pool has several servers'),
  certificate: certificate.prefault({}).describe('What the operator enters for the certificate'),
  assumptions: assumptionsSchema.prefault({}).describe('What is taken for true where no document says'),
}).transform(withDefaults);

type Read = Omit<Environment, 'transfer' | 'pki'> & {
  readonly transfer?: Environment['transfer'];
  readonly pki: z.output<typeof pkiSchema>;
};

/** Defaults that depend on another value. */
function withDefaults(read: Read): Environment {
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
