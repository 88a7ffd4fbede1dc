import type { DistinguishedName } from '../x509/names/distinguished-name';

/**
 * The greatest length of a part of a subject that Certificate Services accepts, in characters (upper bounds of X.520 and
 * X.411; Microsoft, "Name Properties"; gradenegger.eu, "Allowed Relative Distinguished Names (RDNs)"). A country has
 * exactly two letters.
 */
export const NAME_BOUNDS: Readonly<Record<string, number>> = {
  C: 2,
  CN: 64,
  O: 64,
  OU: 64,
  T: 64,
  L: 128,
  S: 128,
  DC: 128,
  E: 128,
  SN: 40,
  STREET: 30,
  G: 16,
  I: 5,
  SERIALNUMBER: 1024,
};

/** Whether every part of the name has an acceptable length. A type without a bound may have any. */
export function fitsBounds(name: DistinguishedName): boolean {
  return name.every(({ type, value }) => {
    const most = NAME_BOUNDS[type] ?? Number.POSITIVE_INFINITY;
    return value.length <= most && (type !== 'C' || value.length === most);
  });
}
