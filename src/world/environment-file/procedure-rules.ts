/**
 * Rules about values with which no procedure could be performed: rights, keys, paths and the web site. Every rule reads
 * the file as written, like `environment-rules.ts`.
 */
import { afterPeriod } from '../../adcs/period';
import { DAY } from '../../determinism';
import { authorityAgeDays, DEFAULT_CLOCK, validityOf } from './environment-defaults';
import type { EnvironmentProduct } from './environment-schema';
import { type Found, textsAt, type ValueError, valueAt, valuesAt } from './environment-values';

type Rule = (root: unknown, product: EnvironmentProduct) => ValueError[];

export const PROCEDURE_RULES: readonly Rule[] = [
  accountsHaveKnownDomain,
  administratorMayRequest,
  administratorMayEnroll,
  requestedTemplateIsPublished,
  requestedTemplateTakesSubject,
  keyFitsTemplate,
  siteHasBinding,
  filesAreOnLocalDrives,
  superiorsAreValidFirst,
];

/** An account belongs to the domain of the file, or to the machine itself. */
function accountsHaveKnownDomain(root: unknown): ValueError[] {
  const netbios = valueAt(root, ['netbios']);
  if (typeof netbios !== 'string') return [];
  return textsAt(root, 'accounts.*.name')
    .filter(({ value }) => value.includes('\\') && !same(value.slice(0, value.indexOf('\\')), netbios))
    .map(({ path, value }) => ({
      path,
      accepted: `${netbios}${value.slice(value.indexOf('\\'))} (the domain of netbios), or the bare name of a local account`,
    }));
}

function administratorMayRequest(root: unknown, product: EnvironmentProduct): ValueError[] {
  return withoutGroup(root, product, { path: ['pki', 'requestCertificates'], value: AUTHENTICATED });
}

/** The rights on the template that the certificate is requested with; the defaults are those of the schema. */
function administratorMayEnroll(root: unknown, product: EnvironmentProduct): ValueError[] {
  return requestedTemplates(root, product).flatMap(({ path }) => [
    ...withoutGroup(root, product, { path: [...path, 'read'], value: AUTHENTICATED }),
    ...withoutGroup(root, product, { path: [...path, 'enroll'], value: ['Domain Admins', 'Enterprise Admins'] }),
  ]);
}

function requestedTemplateIsPublished(root: unknown, product: EnvironmentProduct): ValueError[] {
  return requestedTemplates(root, product)
    .filter(({ value }) => valueAt(value, ['published']) === false)
    .map(({ path }) => ({ path: [...path, 'published'], accepted: 'true, since certificate.template names it' }));
}

function requestedTemplateTakesSubject(root: unknown, product: EnvironmentProduct): ValueError[] {
  return requestedTemplates(root, product)
    .filter(({ value }) => valueAt(value, ['subjectFrom']) === 'directory')
    .map(({ path }) => ({ path: [...path, 'subjectFrom'], accepted: 'request, since certificate.template names it' }));
}

function keyFitsTemplate(root: unknown, product: EnvironmentProduct): ValueError[] {
  const bits = valueAt(root, ['certificate', 'bitLength']) ?? 2048;
  return requestedTemplates(root, product).flatMap(({ path, value }) => {
    const least = valueAt(value, ['minimumKeySize']) ?? 2048;
    if (typeof bits !== 'number' || typeof least !== 'number' || bits >= least) return [];
    const accepted = `at most ${bits}, the bitLength of the certificate that is requested with this template`;
    return [{ path: [...path, 'minimumKeySize'], found: `${least}`, accepted }];
  });
}

/** The chain is downloaded and the request submitted over https. */
function siteHasBinding(root: unknown): ValueError[] {
  const path = ['pki', 'certsrv', 'httpsBinding'];
  if (valueAt(root, path) !== false) return [];
  return [{ path, accepted: 'true, since the procedures open the site over https: bind a certificate to port 443' }];
}

function filesAreOnLocalDrives(root: unknown): ValueError[] {
  const drive = valueAt(root, ['transfer', 'drive']);
  if (typeof drive !== 'string') return [];
  return ['chain', 'request', 'response', 'exported']
    .flatMap((key) => textsAt(root, `files.${key}`))
    .filter(({ value }) => same(value.slice(0, 2), drive))
    .map(({ path }) => ({ path, accepted: `a path on another drive than ${drive}, the drive of the removable media` }));
}

/**
 * An authority received its certificate while that of its superior was valid, and not after the rehearsal begins. It may
 * be expired by then. Only the first error is reported, because others may follow from it.
 */
function superiorsAreValidFirst(root: unknown): ValueError[] {
  const clock = valueAt(root, ['clock']) ?? DEFAULT_CLOCK;
  if (typeof clock !== 'string' || Number.isNaN(Date.parse(clock))) return [];
  const authorities = valuesAt(root, 'pki.authorities.*');
  const age = authorityAgeDays(authorities.map(({ value }) => validEntry(value)));
  const usual = Date.parse(clock) - age * DAY;
  const lives = authorities.map((authority) => lifeOf(authority, usual));
  const errors = lives.flatMap(({ path, from }, index) => {
    const superior = lives[index - 1] ?? { from: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
    const found = isoText(from);
    if (from > Date.parse(clock)) return [{ path, found, accepted: `at or before the clock, ${clock}` }];
    if (from >= superior.from && from < superior.end) return [];
    const accepted = `from ${isoText(superior.from)} to ${isoText(superior.end)}, while its superior is valid`;
    return [{ path, found, accepted }];
  });
  return errors.slice(0, 1);
}

/** When the certificate of an authority begins and ends; the defaults are those of the schema. */
function lifeOf({ path, value }: Found, usual: number) {
  const written = valueAt(value, ['validFrom']);
  const isDate = typeof written === 'string' && !Number.isNaN(Date.parse(written));
  const from = isDate ? Date.parse(written) : usual;
  return { path: [...path, 'validFrom'], from, end: afterPeriod(from, validityOf(validEntry(value))) };
}

function validEntry(authority: unknown) {
  const [validity, years] = [valueAt(authority, ['validity']), valueAt(authority, ['validityYears'])];
  return {
    ...(typeof validity === 'string' ? { validity } : {}),
    validityYears: typeof years === 'number' ? years : 10,
  };
}

function isoText(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString().replace('.000Z', 'Z') : '';
}

const AUTHENTICATED = ['Authenticated Users'];

/** An error if no permission includes the administrator who submits requests; `value` is the default list. */
function withoutGroup(root: unknown, { administrators }: EnvironmentProduct, { path, value }: Found): ValueError[] {
  const written = valueAt(root, path);
  const allowed = written === undefined ? value : written;
  const administrator = valuesAt(root, 'accounts.*').find(
    ({ value: account }) => valueAt(account, ['role']) === administrators.domain,
  );
  const name = valueAt(administrator?.value, ['name']);
  if (!Array.isArray(allowed) || typeof name !== 'string') return [];
  const own = [name, ...textsAt(administrator?.value, 'groups.*').map((group) => group.value), ...AUTHENTICATED];
  if (allowed.some((group) => own.some((one) => one === group))) return [];
  const found = allowed.length > 0 ? allowed.join(', ') : 'no group';
  return [{ path, found, accepted: `one of those of the ${administrators.domain}: ${own.join(', ')}` }];
}

function requestedTemplates(root: unknown, { environment }: EnvironmentProduct): Found[] {
  const requested = valueAt(root, ['certificate', 'template']) ?? environment.defaults.template;
  if (valueAt(root, ['pki', 'kind']) !== 'enterprise' || typeof requested !== 'string') return [];
  return valuesAt(root, 'pki.templates.*').filter(({ value }) => {
    const name = valueAt(value, ['name']);
    return typeof name === 'string' && same(name, requested);
  });
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
