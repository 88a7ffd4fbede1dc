import { PERIOD_UNITS, type Period, years } from './period';

/**
 * The values below `HKLM\SYSTEM\CurrentControlSet\Services\CertSvc\Configuration` that the simulation uses. CertSvc reads
 * them when it starts.
 */
export interface AuthorityRegistry {
  /** ValidityPeriod and ValidityPeriodUnits: no certificate is valid for longer, whatever its template says */
  readonly validity: Period;
  /** CRLPeriod and CRLPeriodUnits: the time between two base CRLs */
  readonly crl: Period;
  /** CRLOverlapPeriod and CRLOverlapUnits; a count of 0: computed from the other values */
  readonly crlOverlap: Period;
  /** CRLDeltaPeriod and CRLDeltaPeriodUnits: the time between two delta CRLs; a count of 0: there are none */
  readonly crlDelta: Period;
  /** EnforceX500NameLengths: the parts of a subject have the upper bounds of X.520 */
  readonly enforceX500NameLengths: boolean;
  /** DBFlags: 0x1000 expands the longest extension from 4 to 16 KB (KB 5017242) */
  readonly dbFlags: number;
  /** CRLFlags: 0x8 is CRLF_REVCHECK_IGNORE_OFFLINE */
  readonly crlFlags: number;
}

/** CRLF_REVCHECK_IGNORE_OFFLINE: CertSvc starts although the revocation of its certificate cannot be checked. */
export const IGNORE_OFFLINE = 0x8;

/** The bit of DBFlags that expands the database column ExtensionRawValue (KB 5017242). */
export const LONG_EXTENSIONS = 0x1000;

/**
 * The values that the installation sets. The certificates of an enterprise CA are valid for at most two years, and those
 * of a stand-alone CA for at most one year (Microsoft, "Setting certificate lifetime"). A new base CRL is published each week.
 * A deliberate difference: there are no delta CRLs unless the environment file asks for them.
 */
export function defaultRegistry(kind: 'enterprise' | 'standalone' | 'public'): AuthorityRegistry {
  return {
    validity: years(kind === 'enterprise' ? 2 : 1),
    crl: { count: 1, unit: 'weeks' },
    crlOverlap: { count: 0, unit: 'hours' },
    crlDelta: { count: 0, unit: 'days' },
    enforceX500NameLengths: true,
    dbFlags: 0,
    crlFlags: 0,
  };
}

/** A value of the registry as certutil shows and sets it. */
interface RegistryValue {
  readonly name: string;
  readonly read: (registry: AuthorityRegistry) => string;
  /** the registry with the value, or undefined if the value is not one of these */
  readonly write: (registry: AuthorityRegistry, value: string) => AuthorityRegistry | undefined;
  readonly accepts: string;
}

const FLAG_NAMES: Readonly<Record<string, number>> = { CRLF_REVCHECK_IGNORE_OFFLINE: IGNORE_OFFLINE };

const VALUES: readonly RegistryValue[] = [
  units('CA\\ValidityPeriodUnits', 'validity', 1),
  unit('CA\\ValidityPeriod', 'validity'),
  units('CA\\CRLPeriodUnits', 'crl', 1),
  unit('CA\\CRLPeriod', 'crl'),
  units('CA\\CRLOverlapUnits', 'crlOverlap', 0),
  unit('CA\\CRLOverlapPeriod', 'crlOverlap'),
  units('CA\\CRLDeltaPeriodUnits', 'crlDelta', 0),
  unit('CA\\CRLDeltaPeriod', 'crlDelta'),
  {
    name: 'CA\\EnforceX500NameLengths',
    accepts: '0, 1',
    read: ({ enforceX500NameLengths }) => (enforceX500NameLengths ? '1' : '0'),
    write: (registry, value) =>
      value === '0' || value === '1' ? { ...registry, enforceX500NameLengths: value === '1' } : undefined,
  },
  flags('DBFlags', 'dbFlags'),
  flags('CA\\CRLFlags', 'crlFlags'),
];

/** The names of the values, as certutil -setreg takes them. */
export const REGISTRY_NAMES: readonly string[] = VALUES.map(({ name }) => name);

/** The value of this name, in any case; undefined for a value that is not simulated. */
export function registryValue(name: string): RegistryValue | undefined {
  return VALUES.find((value) => value.name.toLowerCase() === name.toLowerCase());
}

type PeriodKey = 'validity' | 'crl' | 'crlOverlap' | 'crlDelta';

function units(name: string, key: PeriodKey, least: number): RegistryValue {
  return {
    name,
    accepts: `a whole number from ${least}`,
    read: (registry) => String(registry[key].count),
    write: (registry, value) =>
      /^\d{1,5}$/.test(value) && Number(value) >= least
        ? { ...registry, [key]: { ...registry[key], count: Number(value) } }
        : undefined,
  };
}

function unit(name: string, key: PeriodKey): RegistryValue {
  const shown = PERIOD_UNITS.map((one) => one.charAt(0).toUpperCase() + one.slice(1));
  return {
    name,
    accepts: shown.join(', '),
    read: (registry) => shown[PERIOD_UNITS.indexOf(registry[key].unit)] ?? '',
    write(registry, value) {
      const named = PERIOD_UNITS.find((one) => one === value.toLowerCase());
      return named && { ...registry, [key]: { ...registry[key], unit: named } };
    },
  };
}

/** `0x1000` replaces the flags, `+0x1000` adds one, `-0x1000` removes one; a known flag has a name, too. */
function flags(name: string, key: 'dbFlags' | 'crlFlags'): RegistryValue {
  return {
    name,
    accepts: `a number, +flag, -flag, with ${Object.keys(FLAG_NAMES).join(', ')}`,
    read: (registry) => `0x${registry[key].toString(16)}`,
    write(registry, value) {
      const [, sign = '', written = ''] = /^([+-]?)(0x[\da-f]+|\d+|[A-Z_]+)$/i.exec(value) ?? [];
      const flag = FLAG_NAMES[written.toUpperCase()] ?? (written === '' ? Number.NaN : Number(written));
      if (!Number.isSafeInteger(flag)) return undefined;
      const [before, replaced] = [registry[key], sign === '' ? flag : null];
      return { ...registry, [key]: replaced ?? (sign === '+' ? before | flag : before & ~flag) };
    },
  };
}
