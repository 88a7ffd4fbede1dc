import type { CertificationAuthority } from '../adcs/authority';
import { inDoubleQuotes, isInCommand } from '../shell-quotes';
import { STORE_TITLES } from '../windows/certificate-store';
import { type Deployment, firstPool, issuingAuthority } from '../world/deployment';
import type { Pool } from '../world/topology';
import type { Certificate } from '../x509/certificate';

/** The password of exported keys in rehearsals. It protects nothing, because the keys are public. */
export const PASSWORD = 'Rehearsal-2013!';

/**
 * Values that depend on the environment, by the names that features write in braces: `{chain file}`. Paths are Windows
 * paths. The path of the exported file works on every server of the pool.
 */
export function namedValues(
  deployment: Deployment,
  pool: Pool = firstPool(deployment),
): Readonly<Record<string, string>> {
  const { environment } = deployment;
  const { files, certificate, organization } = environment;
  const authority = issuingAuthority(deployment);
  const [newest, earlier] = issuedBy(authority);
  return {
    'chain file': files.chain,
    'request file': files.request,
    'response file': files.response,
    'exported file': exportedFile(deployment, pool),
    'certificate file': files.exported.replace(/\.[^.\\]*$/, '-certificate.cer'),
    'friendly name': certificate.friendlyName,
    'bit length': String(certificate.bitLength),
    template: certificate.template,
    organization: organization.name,
    'organizational unit': organization.unit,
    country: organization.country,
    state: organization.state,
    city: organization.city,
    pool: pool.fqdn,
    domain: environment.domain,
    'issuing authority': authority.name,
    'issuing authority store': STORE_TITLES[authority.superiors.length > 0 ? 'CA' : 'Root'],
    'root authority': environment.pki.authorities[0]?.name ?? authority.name,
    'root serial number': rootOf(authority)?.serialNumber ?? '',
    'issuing authority serial number': authority.generations.at(-1)?.certificate.serialNumber ?? '',
    'certificate serial number': newest?.serialNumber ?? '',
    'earlier thumbprint': earlier?.thumbprint ?? '',
    'newest thumbprint': newest?.thumbprint ?? '',
    'request serial number': pendingOn(deployment, pool.servers[0] ?? '')?.serialNumber ?? '',
    'authority configuration': `${authority.host ?? ''}\\${authority.name}`,
    'certsrv address': `https://${authority.host ?? ''}/certsrv`,
    'internal server': environment.internalServer.fqdn,
    password: PASSWORD,
    ...deployment.product.namedValues(deployment, pool),
  };
}

/** The values as a page may show them: passwords are masked. */
export function shown(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { ...values, password: '••••••••' };
}

/** The root certificate of the authority's hierarchy; its own certificate if it has no superior. */
function rootOf({ superiors, generations }: CertificationAuthority): Certificate | undefined {
  return superiors.at(-1) ?? generations.at(-1)?.certificate;
}

/** The certificates that the authority issued, the newest first. */
function issuedBy({ requests }: CertificationAuthority): readonly Certificate[] {
  return requests
    .flatMap(({ disposition }) => (disposition.kind === 'issued' ? [disposition.certificate] : []))
    .reverse();
}

/** The placeholder certificate of the newest pending request on a server. */
function pendingOn({ machines }: Deployment, on: string): Certificate | undefined {
  return machines.get(on)?.stores.LocalMachine.REQUEST.at(-1)?.certificate;
}

/** A path of the exported file that works on each server of the pool: on the share or on the removable medium. */
export function exportedFile(deployment: Deployment, pool: Pool): string {
  const { files, transfer } = deployment.environment;
  const name = files.exported.slice(files.exported.lastIndexOf('\\') + 1);
  const [first = ''] = pool.servers;
  if (pool.servers.length === 1 && transfer.kind === 'share') return files.exported;
  return transfer.kind === 'share'
    ? `\\\\${first}\\${transfer.share ?? ''}\\${name}`
    : `${transfer.drive ?? 'E:'}\\${name}`;
}

/**
 * Replaces each `{name}` in the text by its value. A block of PowerShell, such as `{ $_.Issuer }`, is no name. In a command
 * of the shell, values are escaped for double quotes.
 * Throws an Error with all known names for an unknown name.
 */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(BRACES, (_, name: string, offset: number) => {
    const value = values[name];
    if (value === undefined) throw new Error(`there is no value {${name}}; have ${Object.keys(values).join(', ')}`);
    return isInCommand(text, offset) ? inDoubleQuotes(value) : value;
  });
}

/** The values that a text names in braces, as a page may show them. */
export function shownIn(
  text: string,
  values: Readonly<Record<string, string>>,
): readonly (readonly [name: string, value: string])[] {
  const all = shown(values);
  return [...text.matchAll(BRACES)].flatMap(([, name = '']) =>
    Object.hasOwn(all, name) ? [[name, all[name] ?? ''] as const] : [],
  );
}

const BRACES = /\{(\w[^{}]*)\}/g;
