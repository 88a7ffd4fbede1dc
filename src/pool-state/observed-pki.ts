import { afterPeriod, years } from '../adcs/period';
import { DAY, type Instant } from '../determinism';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import { allPaths } from '../x509/paths/path-building';
import { certificateIn } from './pool-deployment';
import type { ServerState, StateDescription } from './server-state';

/** The certificates that states contain, and the authorities behind them. */

/** A certificate that a server uses, with its authorities as far as the states contain them. */
export interface ObservedCertificate {
  readonly server: string;
  readonly certificate: Certificate;
  /** from the root, or from the highest authority that a state contains, to the issuing authority */
  readonly authorities: readonly Certificate[];
}

/** The certificate that a server uses: the assigned one, else the newest one with one of the names. */
export function observedCertificate(
  states: readonly ServerState[],
  state: ServerState,
  use: string,
  names: readonly string[],
): ObservedCertificate | null {
  const own = certificatesIn(state, ['My']);
  const isNamed = ({ subject }: Certificate): boolean =>
    names.some((name) => name.toLowerCase() === commonName(subject)?.toLowerCase());
  const newest = own.filter(isNamed).sort((one, other) => other.notBefore - one.notBefore)[0];
  const found = own.find(({ thumbprint }) => thumbprint === state.assigned?.[use]) ?? newest;
  if (!found) return null;
  const known = states.flatMap((one) => certificatesIn(one, ['Root', 'CA', 'My']));
  return { server: state.server, certificate: found, authorities: authoritiesOf(found, known) };
}

function certificatesIn(state: ServerState, names: readonly string[]): readonly Certificate[] {
  return state.stores
    .filter(({ location, store }) => location === 'LocalMachine' && names.includes(store))
    .flatMap(({ certificates }) => certificates)
    .filter(({ der, described }) => der !== null || (described !== undefined && isWhole(described)))
    .map((entry) => certificateIn(state, entry));
}

/** Whether a text describes everything that an environment takes from a certificate. */
function isWhole(described: StateDescription): boolean {
  const { subject, issuer, notBefore, notAfter, keyBits, keyAlgorithm, signatureAlgorithm, hasExtensions } = described;
  const all = [subject, issuer, notBefore, notAfter, keyBits, keyAlgorithm, signatureAlgorithm];
  return hasExtensions && all.every((one) => one !== null);
}

/** The authorities of the path that reaches a root, or else of the longest path. */
function authoritiesOf(certificate: Certificate, known: readonly Certificate[]): readonly Certificate[] {
  const paths = [...allPaths(certificate, known)].filter((path) => path.length > 1);
  const complete = paths.find((path) => path.at(-1)?.selfSigned);
  const longest = [...paths].sort((one, other) => other.length - one.length)[0];
  return (complete ?? longest ?? []).slice(1).reverse();
}

/** The time between two instants as an environment file writes it: in whole years, or in days, rounded up. */
export function periodText(from: Instant, end: Instant): string {
  const count = new Date(end).getUTCFullYear() - new Date(from).getUTCFullYear();
  const isWhole = count > 0 && Math.abs(afterPeriod(from, years(count)) - end) < DAY;
  if (isWhole) return `${count} year${count === 1 ? '' : 's'}`;
  const days = Math.min(Math.max(Math.ceil((end - from) / DAY), 1), MOST_DAYS);
  return `${days} day${days === 1 ? '' : 's'}`;
}

/** The largest number of a period in an environment file. */
const MOST_DAYS = 99_999;
