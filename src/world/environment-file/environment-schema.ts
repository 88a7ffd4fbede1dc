/**
 * The schema of `rehearsal.yaml`: keys, accepted values and defaults. The JSON Schema for editors is generated from it.
 * Rules between several values are in `environment-rules.ts`.
 */
import { description, exactOptional, type GenericSchema, type InferOutput, optional, pipe, transform } from 'valibot';

import { pairMemo } from '../../memo';
import { type ProductEdition, type ProductEditions, partOf } from '../edition';
import type { AccountEntry, Environment } from '../environment';
import { assumptionsSchema } from './environment-assumptions';
import { DEFAULT_CLOCK } from './environment-defaults';
import {
  accountName,
  choice,
  dnsName,
  instant,
  list,
  MANY,
  MOST_SERVERS,
  section,
  text,
  windowsPath,
  windowsVersion,
  words,
} from './environment-fields';
import type { EnvironmentPart } from './environment-part';
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

function server({ windows }: ProductEdition) {
  return section({
    fqdn: pipe(dnsName(), description('Full computer name, with its DNS suffix')),
    windows: pipe(windowsVersion(windows), description('Version of Windows Server')),
  });
}

const transfer = section({
  kind: pipe(
    choice(['share', 'removable-media']),
    description('How files come to the servers and from one to the next'),
  ),
  share: pipe(
    exactOptional(
      text('the name of a share, such as Certificates$', /^[^\s"/\\[\]:|<>+=;,?*][^"/\\[\]:|<>+=;,?*]{0,79}$/),
    ),
    description('Name of the share on the first server of a pool'),
  ),
  drive: pipe(
    exactOptional(text('a drive letter with colon, such as E:', /^[A-Z]:$/)),
    description('Drive of the media'),
  ),
});

type Shape = ReturnType<typeof shapeFor>;
type Schema = GenericSchema<unknown, Environment>;
const schemas = pairMemo<EnvironmentProduct, ProductEdition, Schema>();

/** The shape of the file for an edition of a product. `ids` are those of every product that a file may name. */
export function environmentSchema(
  product: EnvironmentProduct,
  edition: ProductEdition,
  ids: readonly string[],
): Schema {
  return schemas(product, edition, () => pipe(shapeFor(product, edition, ids), transform(withDefaults)));
}

/** What the shape depends on. */
export interface EnvironmentProduct {
  readonly editions: ProductEditions;
  readonly environment: EnvironmentPart;
  readonly administrators: { readonly domain: string; readonly servers: string };
}

function shapeFor(product: EnvironmentProduct, edition: ProductEdition, ids: readonly string[]) {
  const { administrators, editions } = product;
  const part = partOf(product.environment, edition);
  const editionIds = editions.map(({ id }) => id);
  return section({
    name: pipe(words(128), description('Title of the rehearsal, shown on the runbook')),
    product: pipe(exactOptional(choice(ids)), description('What is rehearsed; the first of these when left out')),
    edition: pipe(exactOptional(choice(editionIds)), description('Its edition; the first of these when left out')),
    organization: pipe(organization, description('Whose certificates these are')),
    domain: pipe(dnsName(), description('DNS name of the Active Directory domain')),
    netbios: pipe(
      text('a NetBIOS name of 1 to 15 letters, digits and hyphens, such as CONTOSO', /^[A-Za-z0-9][A-Za-z0-9-]{0,14}$/),
      description('NetBIOS name of the Active Directory domain'),
    ),
    clock: pipe(optional(instant(), DEFAULT_CLOCK), description('When the rehearsal begins, in UTC')),
    pki: pipe(pkiSchema, description('The certification authorities and what they issue')),
    accounts: pipe(list(account(administrators), 1, MANY), description('Who does what: each of the roles once')),
    internalServer: pipe(server(edition), description('The internal server on which the chain is downloaded')),
    ...part.entries,
    sites: pipe(list(site(part, edition), 1, MANY), description('Sites with their pools')),
    files: pipe(optional(files(part), {}), description('Where the files of the procedures are, as Windows paths')),
    transfer: pipe(exactOptional(transfer), description('How files travel; needed when a pool has several servers')),
    certificate: pipe(optional(certificate(part), {}), description('What the operator enters for the certificate')),
    assumptions: pipe(optional(assumptionsSchema(part), {}), description('What is assumed where no document says')),
  });
}

function account({ domain, servers }: EnvironmentProduct['administrators']) {
  return section({
    role: pipe(
      choice([...new Set([domain, servers, 'certificate-manager', 'ordinary-user'])]),
      description('Which part of the procedures this account plays'),
    ),
    name: pipe(accountName(), description('DOMAIN\\account, or the bare name of an account of the machine itself')),
    groups: pipe(optional(list(words(256), 0, MANY), []), description('Groups the account is a member of')),
  });
}

function site({ poolEntries }: EnvironmentPart, edition: ProductEdition) {
  const pool = section({
    fqdn: pipe(dnsName(), description('FQDN by which peers address the pool: the subject of its certificate')),
    loadBalancer: pipe(
      choice(['hardware', 'dns', 'none']),
      description('What spreads the load; none for a single server'),
    ),
    ...poolEntries,
    servers: pipe(
      list(server(edition), 1, MOST_SERVERS),
      description('The servers of the pool; the first one makes the request'),
    ),
  });
  return section({
    name: pipe(words(64), description('Name of the site, as in the topology')),
    pools: pipe(list(pool, 1, MANY), description('The pools of the site')),
  });
}

function files({ defaults }: EnvironmentPart) {
  const { chain, request, response, exported } = defaults.files;
  return section({
    chain: pipe(optional(windowsPath(), chain), description('The certification chain (.p7b)')),
    request: pipe(optional(windowsPath(), request), description('The certificate request')),
    response: pipe(optional(windowsPath(), response), description('What the authority issued')),
    exported: pipe(optional(windowsPath(), exported), description('Certificate with private key')),
  });
}

function certificate({ defaults }: EnvironmentPart) {
  const { friendlyName, template } = defaults;
  return section({
    friendlyName: pipe(optional(words(128), friendlyName), description('Friendly name, unique in the store')),
    bitLength: pipe(optional(choice([1024, 2048, 4096]), 2048), description('Bit length of the private key')),
    template: pipe(optional(words(128), template), description('Name (not display name) of the certificate template')),
  });
}

/** Defaults that depend on another value. */
function withDefaults(read: InferOutput<Shape>): Environment {
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

/** Every account of the domain is in Authenticated Users. */
function authenticated(account: AccountEntry): AccountEntry {
  const { name, groups } = account;
  const implied = name.includes('\\') && !groups.includes('Authenticated Users');
  return implied ? { ...account, groups: [...groups, 'Authenticated Users'] } : account;
}
