/**
 * Rules between several values of an environment file. Every rule reads the file as written, so that it works even if
 * other parts are wrong.
 */
import { COUNTRIES } from './environment-countries';
import type { EnvironmentProduct } from './environment-schema';
import { type Found, textsAt, type ValueError, valueAt, valuesAt } from './environment-values';
import { PROCEDURE_RULES } from './procedure-rules';

type Rule = (root: unknown, product: EnvironmentProduct) => ValueError[];

const FILES = ['chain', 'request', 'response', 'exported'];

/** What is wrong between the values of `root`, the contents of an environment file of a product. */
export function brokenRules(root: unknown, product: EnvironmentProduct): ValueError[] {
  return RULES.flatMap((rule) => rule(root, product));
}

const RULES: readonly Rule[] = [
  eachRoleOnce,
  everyHostOnce,
  everyNameOnce,
  issuingAuthorityHasHost,
  templatesOfEnterpriseOnly,
  requestedTemplateExists,
  poolNameFitsSubject,
  severalServersAreBalanced,
  singleServersAreNotBalanced,
  severalServersNeedTransfer,
  transferSaysWhere,
  countryExists,
  ...PROCEDURE_RULES,
];

function eachRoleOnce(root: unknown, { administrators }: EnvironmentProduct): ValueError[] {
  const { domain, servers } = administrators;
  const every = [...new Set([domain, servers, 'certificate-manager', 'ordinary-user'])];
  if (!Array.isArray(valueAt(root, ['accounts']))) return [];
  const roles = textsAt(root, 'accounts.*.role');
  const missing = every.filter((role) => roles.every(({ value }) => value !== role));
  const accepted = `each role once: ${every.join(', ')}`;
  return [
    ...missing.map((role) => ({ path: ['accounts'], found: `no ${role}`, accepted, ofKey: true })),
    ...repeated(
      roles.filter(({ value }) => every.includes(value)),
      accepted,
    ),
  ];
}

/** A pool of one may have the name of its server. */
function everyHostOnce(root: unknown, { environment }: EnvironmentProduct): ValueError[] {
  const pools = valuesAt(root, 'sites.*.pools.*').flatMap(({ path, value }) => {
    const servers = textsAt(value, 'servers.*.fqdn');
    const names = textsAt(value, 'fqdn').filter(
      ({ value: name }) => servers.length !== 1 || !same(name, servers[0]?.value),
    );
    return [...names, ...servers].map((each) => ({ ...each, path: [...path, ...each.path] }));
  });
  const internal = textsAt(root, 'internalServer.fqdn');
  const hosts = [...textsAt(root, 'pki.authorities.*.host'), ...internal, ...environment.hosts(root), ...pools];
  return repeated(hosts, 'a name that no other server or pool has');
}

function everyNameOnce(root: unknown): ValueError[] {
  return [
    ...repeated(textsAt(root, 'pki.authorities.*.name'), 'a name that no other authority has'),
    ...repeated(textsAt(root, 'pki.templates.*.name'), 'a name that no other template has'),
    ...repeated(textsAt(root, 'sites.*.name'), 'a name that no other site has'),
    ...repeated(
      FILES.flatMap((key) => textsAt(root, `files.${key}`)),
      'a path that no other file has',
    ),
  ];
}

function issuingAuthorityHasHost(root: unknown): ValueError[] {
  const issuing = valuesAt(root, 'pki.authorities.*').at(-1);
  if (!issuing || typeof issuing.value !== 'object' || issuing.value === null) return [];
  if (valueAt(issuing.value, ['host']) !== undefined) return [];
  return [{ path: [...issuing.path, 'host'], accepted: 'the FQDN of the server of the issuing (last) authority' }];
}

function templatesOfEnterpriseOnly(root: unknown): ValueError[] {
  const kind = valueAt(root, ['pki', 'kind']);
  if ((kind !== 'standalone' && kind !== 'public') || valuesAt(root, 'pki.templates.*').length === 0) return [];
  return [{ path: ['pki', 'templates'], accepted: `no templates, since a ${kind} authority has none` }];
}

function requestedTemplateExists(root: unknown): ValueError[] {
  if (valueAt(root, ['pki', 'kind']) !== 'enterprise') return [];
  const path = ['certificate', 'template'];
  const requested = valueAt(root, path) ?? 'WebServer';
  const names = textsAt(root, 'pki.templates.*.name').map(({ value }) => value);
  if (typeof requested !== 'string' || names.some((name) => same(name, requested))) return [];
  const accepted = names.length > 0 ? names.join(', ') : 'the name of a template under pki.templates';
  return [{ path, found: JSON.stringify(requested), accepted }];
}

/** RFC 5280, appendix A.1: ub-common-name is 64. */
function poolNameFitsSubject(root: unknown): ValueError[] {
  return textsAt(root, 'sites.*.pools.*.fqdn')
    .filter(({ value }) => value.length > 64)
    .map(({ path, value }) => ({
      path,
      found: `${value.length} characters`,
      accepted: 'at most 64 characters, the longest common name of a certificate (RFC 5280)',
    }));
}

function severalServersAreBalanced(root: unknown): ValueError[] {
  return poolsOfSeveral(root)
    .filter(({ value }) => valueAt(value, ['loadBalancer']) === 'none')
    .map(({ path }) => ({ path: [...path, 'loadBalancer'], accepted: 'hardware, dns (the pool has several servers)' }));
}

function singleServersAreNotBalanced(root: unknown): ValueError[] {
  return valuesAt(root, 'sites.*.pools.*')
    .filter(({ value }) => valuesAt(value, 'servers.*').length === 1)
    .filter(({ value }) => ['hardware', 'dns'].includes(String(valueAt(value, ['loadBalancer']))))
    .map(({ path }) => ({ path: [...path, 'loadBalancer'], accepted: 'none (the pool has a single server)' }));
}

function severalServersNeedTransfer(root: unknown): ValueError[] {
  if (poolsOfSeveral(root).length === 0 || valueAt(root, ['transfer']) !== undefined) return [];
  return [{ path: ['transfer'], accepted: 'transfer, since a pool has several servers: kind with share or drive' }];
}

function transferSaysWhere(root: unknown): ValueError[] {
  const needed = { share: ['share', 'drive'], 'removable-media': ['drive', 'share'] } as const;
  const kind = valueAt(root, ['transfer', 'kind']);
  if (kind !== 'share' && kind !== 'removable-media') return [];
  const [key, other] = needed[kind];
  const missing = valueAt(root, ['transfer', key]) === undefined;
  const needless = valueAt(root, ['transfer', other]) !== undefined;
  return [
    ...(missing ? [{ path: ['transfer', key], accepted: `${key}, since kind is ${kind}` }] : []),
    ...(needless ? [{ path: ['transfer', other], accepted: `no ${other}, since kind is ${kind}`, ofKey: true }] : []),
  ];
}

function countryExists(root: unknown): ValueError[] {
  return textsAt(root, 'organization.country')
    .filter(({ value }) => /^[A-Z]{2}$/.test(value) && !COUNTRIES.has(value))
    .map(({ path, value }) => ({
      path,
      accepted: `a country code of ISO 3166-1${value === 'UK' ? ' (GB for the United Kingdom)' : ''}`,
    }));
}

function poolsOfSeveral(root: unknown): Found[] {
  return valuesAt(root, 'sites.*.pools.*').filter(({ value }) => valuesAt(value, 'servers.*').length > 1);
}

/** An error for every text that occurred before, ignoring case. */
function repeated(texts: readonly { path: Found['path']; value: string }[], accepted: string): ValueError[] {
  const seen = new Set<string>();
  const isAgain = (value: string) => {
    const known = seen.has(value.toLowerCase());
    seen.add(value.toLowerCase());
    return known;
  };
  return texts
    .filter(({ value }) => isAgain(value))
    .map(({ path, value }) => ({ path, found: `${JSON.stringify(value)} again`, accepted }));
}

function same(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
