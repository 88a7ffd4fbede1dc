import { isIP } from 'node:net';
import type { Certificate } from '../certificate';
import { commonName, type DistinguishedName, sameName } from '../names/distinguished-name';
import { type GeneralName, generalNameOf } from '../names/general-name';
import { addressBytes } from '../names/general-names';
import type { NameConstraints, Subtree } from '../names/name-constraints';

/**
 * Whether the constraints of an authority allow all names of a certificate below it (RFC 5280 §6.1.3 (b), (c)), critical
 * or not. The common name counts as a host name if no alternative name is one, as in OpenSSL. Names and subtrees of a
 * kind that cannot be compared are not allowed where they meet.
 */
export function constraintsAllow({ permitted, excluded }: NameConstraints, certificate: Certificate): boolean {
  const names = namesOf(certificate);
  if (names.length * (permitted.length + excluded.length) > MOST_COMPARISONS) return false;
  return names.every((name) => {
    const ofKind = (trees: readonly Subtree[]) => trees.filter(({ kind }) => kind === name.kind);
    const [inside, outside] = [ofKind(permitted), ofKind(excluded)];
    if ([...inside, ...outside].some(({ limited }) => limited || !(name.kind in WITHIN))) return false;
    if (outside.some((tree) => isWithin(name, tree))) return false;
    return inside.length === 0 || inside.some((tree) => isWithin(name, tree));
  });
}

/** As in OpenSSL (NAME_CHECK_MAX): more names and subtrees are not compared, and the names are not allowed. */
const MOST_COMPARISONS = 2 ** 20;

interface Named extends GeneralName {
  readonly directory?: DistinguishedName;
}

function namesOf({ subject, subjectAlternativeNames }: Certificate): readonly Named[] {
  const names = subjectAlternativeNames.map(generalNameOf);
  const common = names.some(({ kind }) => kind === 'dns') ? undefined : commonName(subject);
  const emails = subject.filter(({ type }) => type === 'E').map(({ value }) => ({ kind: 'email', value }) as const);
  return [
    ...(subject.length > 0 ? [{ kind: 'directory', value: '', directory: subject } as const] : []),
    ...(common !== undefined && isHostName(common) ? [{ kind: 'dns', value: common } as const] : []),
    ...emails,
    ...names,
  ];
}

/** Labels of letters, digits and hyphens, and at least one dot (NAME_CONSTRAINTS_check_CN of OpenSSL). */
function isHostName(text: string): boolean {
  return /^[A-Za-z0-9_*-]+(\.[A-Za-z0-9_-]+)+$/.test(text);
}

/** How a name is compared with the base of a subtree, by kind. Both are in lower case. */
const WITHIN: Partial<Record<GeneralName['kind'], (name: string, base: string) => boolean>> = {
  dns: isHostWithin,
  email: (name, base) => {
    const host = name.slice(name.lastIndexOf('@') + 1);
    if (base.includes('@')) return name === base;
    return base.startsWith('.') ? host.endsWith(base) : host === base;
  },
  uri: (name, base) => {
    const host = hostIn(name);
    return base.startsWith('.') ? host.endsWith(base) : host === base;
  },
  ip: isAddressWithin,
  directory: () => false,
};

function isWithin(name: Named, { value, directory }: Subtree): boolean {
  if (directory) return name.directory !== undefined && sameName(name.directory.slice(0, directory.length), directory);
  return WITHIN[name.kind]?.(name.value.toLowerCase(), value.toLowerCase()) ?? false;
}

/** The base and everything below it; with a leading dot, only what is below it. An empty base is every host. */
function isHostWithin(name: string, base: string): boolean {
  if (base === '' || name === base) return true;
  return base.startsWith('.') ? name.endsWith(base) : name.endsWith(`.${base}`);
}

function hostIn(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]*)/.exec(address)?.[1] ?? '';
}

/** The base has as many bytes of mask as of address. */
function isAddressWithin(name: string, base: string): boolean {
  if (!isIP(name)) return false;
  const address = addressBytes(name);
  const bytes = Buffer.from(base, 'hex');
  if (bytes.length !== 2 * address.length) return false;
  return address.every((byte, index) => {
    const mask = bytes[address.length + index] ?? 0;
    return (byte & mask) === ((bytes[index] ?? 0) & mask);
  });
}
