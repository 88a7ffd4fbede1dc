import { MINUTE } from '../determinism';
import type { StoreEntry } from '../windows/certificate-store';
import { CLIENT_AUTH_TRUST_MODE } from '../windows/registry/registry-names';
import { registryValue } from '../windows/registry/registry-value';
import { misplacedRoots } from '../windows/schannel';
import { traitsOf } from '../windows/versions';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import { matchesHost } from '../x509/paths/host-name';
import type { Finding } from './finding';
import { findingFact } from './finding-texts';
import { foundOn, type JudgedServer } from './subject';

/** The stores of a server and its clock, which concern all of its certificates. */

const MOST_ROOTS = 100;
const MOST_SKEW = 5 * MINUTE;

/** The findings about a server that are not about one certificate in use. */
export function storeFindings(server: JudgedServer): readonly Finding[] {
  return [
    ...misplacedFindings(server),
    ...rootFindings(server),
    ...userFindings(server),
    ...friendlyNameFindings(server),
    ...requestFindings(server),
    ...clockFindings(server),
  ];
}

/** KB 2795828: an error where the version of Windows checks the store, unless ClientAuthTrustMode is 2. */
function misplacedFindings(server: JudgedServer): readonly Finding[] {
  const { machine } = server;
  const harmless = !traitsOf(machine.windows).checksRootStore || registryValue(machine, CLIENT_AUTH_TRUST_MODE) === 2;
  return misplacedRoots(machine).map((certificate) =>
    foundOn(
      server,
      'intermediate-in-root-store',
      findingFact('finding.intermediate-in-root-store', { ...named(certificate), windows: machine.windows }),
      harmless ? 'info' : 'error',
    ),
  );
}

function rootFindings(server: JudgedServer): readonly Finding[] {
  const { length } = server.machine.stores.LocalMachine.Root;
  return length > MOST_ROOTS
    ? [foundOn(server, 'too-many-roots', findingFact('finding.too-many-roots', { count: length }))]
    : [];
}

/** Certificates of the pool and of authorities that are only in a user's stores or in the wrong store of the computer. */
function userFindings(server: JudgedServer): readonly Finding[] {
  const { LocalMachine, CurrentUser } = server.machine.stores;
  const isOurs = ({ certificate }: StoreEntry): boolean =>
    !certificate.isCa && matchesHost(certificate, server.pool.fqdn) !== null;
  const known = [...LocalMachine.My, ...LocalMachine.Root, ...LocalMachine.CA].map((e) => e.certificate.thumbprint);
  const astray = [
    ...[...CurrentUser.My, ...CurrentUser.Root, ...CurrentUser.CA].filter(
      ({ certificate }) => !known.includes(certificate.thumbprint),
    ),
    ...[...LocalMachine.Root, ...LocalMachine.CA].filter(isOurs),
  ];
  return astray.map(({ certificate }) =>
    foundOn(server, 'wrong-store', findingFact('finding.wrong-store', named(certificate))),
  );
}

function friendlyNameFindings(server: JudgedServer): readonly Finding[] {
  const names = server.machine.stores.LocalMachine.My.map((e) => e.friendlyName).filter((name) => name !== '');
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
  return twice.map((name) =>
    foundOn(server, 'duplicate-friendly-name', findingFact('finding.duplicate-friendly-name', { name })),
  );
}

function requestFindings(server: JudgedServer): readonly Finding[] {
  return server.machine.stores.LocalMachine.REQUEST.map(({ certificate, friendlyName }) =>
    foundOn(
      server,
      'request-outstanding',
      findingFact('finding.request-outstanding', { name: commonName(certificate.subject) ?? '', friendlyName }),
    ),
  );
}

function clockFindings(server: JudgedServer): readonly Finding[] {
  const { clockOffset } = server.machine;
  if (Math.abs(clockOffset) <= MOST_SKEW) return [];
  const minutes = Math.round(Math.abs(clockOffset) / MINUTE);
  const detail = findingFact(clockOffset > 0 ? 'finding.clock-fast' : 'finding.clock-slow', { minutes });
  return [foundOn(server, 'clock-skew', detail)];
}

function named({ subject, thumbprint }: Certificate) {
  return { name: commonName(subject) ?? '', thumbprint };
}
