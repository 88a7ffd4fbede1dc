import { DAY } from '../determinism';
import { judgedUses, serversOf, subjectOf } from '../judge/subject';
import { pathIn } from '../windows/certification-path';
import type { Deployment } from '../world/deployment';
import { serverOf } from '../world/topology';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import type { ServerState, StateDescription } from './server-state';
import type { Unknown } from './unknown';
import { unknownFact } from './unknown-texts';

/** A described certificate in the path of a certificate in use. */
interface Described {
  readonly certificate: Certificate;
  readonly description: StateDescription;
  /** whether it is the certificate in use, and not one above it */
  readonly isOwn: boolean;
}

/** What a state does not say because certificates are described without their DER. */
export function certificateGaps(deployment: Deployment, state: ServerState, server: string): readonly Unknown[] {
  const { now } = deployment.determinism;
  return describedIn(deployment, state, server).flatMap((one) => [
    ...nameGaps(one, server),
    ...dateGaps(one, server, now),
    ...contentGaps(one, server),
  ]);
}

function describedIn(deployment: Deployment, state: ServerState, fqdn: string): readonly Described[] {
  const descriptions = new Map(
    state.stores.flatMap(({ certificates }) =>
      certificates.flatMap(({ described }) => (described ? [[described.thumbprint, described] as const] : [])),
    ),
  );
  const paths = pathsOf(deployment, fqdn);
  const found = paths.flatMap((path) =>
    path.flatMap((certificate, index) => {
      const description = descriptions.get(certificate.thumbprint);
      return description ? [{ certificate, description, isOwn: index === 0 }] : [];
    }),
  );
  return found.filter(({ certificate }, index) => found.findIndex((one) => one.certificate === certificate) === index);
}

/** The paths of the certificates that the judge examines, and of what a peer presents. */
function pathsOf(deployment: Deployment, fqdn: string): readonly (readonly Certificate[])[] {
  const pool = deployment.pools.find(({ servers }) => servers.includes(fqdn));
  const judged = pool ? serversOf(deployment, pool).filter(({ server }) => server.fqdn === fqdn) : [];
  const subjects = judged.flatMap((one) =>
    pool ? judgedUses(deployment, pool).flatMap((use) => subjectOf(one, use) ?? []) : [],
  );
  const machine = deployment.machines.get(fqdn);
  const { assigned, running } = serverOf(deployment, fqdn);
  const used = [...Object.values(assigned), ...Object.values(running ?? {})];
  const presented = machine?.stores.LocalMachine.My.filter(({ certificate }) => used.includes(certificate.thumbprint));
  const own = [...subjects.map(({ entry }) => entry), ...(presented ?? [])].map(({ certificate }) => certificate);
  return machine ? [...new Set(own)].map((certificate) => pathIn(machine, certificate)) : [];
}

function nameOf({ certificate: { subject, thumbprint } }: Described): string {
  return commonName(subject) ?? thumbprint;
}

const CERTIFICATE = unknownFact('unknown-export.certificate');
const VERBOSE = unknownFact('unknown-export.verbose-store', { store: 'My' });

function nameGaps(one: Described, server: string): readonly Unknown[] {
  const { names, hasExtensions } = one.description;
  if (names !== null || hasExtensions || !one.isOwn) return [];
  const about = { reason: unknownFact('unknown.names', { certificate: nameOf(one) }), wanted: VERBOSE };
  return [
    { codes: ['subject-mismatch', 'wildcard-name'], server, ...about },
    { codes: ['peer-not-trusted'], ...about },
  ];
}

function dateGaps(one: Described, server: string, now: number): readonly Unknown[] {
  const { notBefore, notAfter } = one.description;
  const certificate = nameOf(one);
  if (notBefore === null || notAfter === null)
    return ofDates(server, {
      reason: unknownFact('unknown.dates', { certificate }),
      wanted: CERTIFICATE,
      isOpen: true,
    });
  const isNear = [notBefore, notAfter].some((date) => Math.abs(Date.parse(date) - now) < DAY);
  return isNear
    ? ofDates(server, { reason: unknownFact('unknown.near-dates', { certificate }), wanted: CERTIFICATE })
    : [];
}

/** What depends on the dates of a certificate, on its server and on the servers that connect to it. */
function ofDates(server: string, about: Omit<Unknown, 'codes' | 'causes' | 'server'>): readonly Unknown[] {
  return [
    { codes: ['expired', 'not-yet-valid'], server, ...about },
    { codes: ['peer-not-trusted'], causes: ['dates-of-server', 'dates-of-peer'], ...about },
  ];
}

const STRENGTH_CODES = [
  ...['weak-key', 'unsupported-key', 'weak-signature', 'unsupported-signature', 'signature-needs-update'],
];

function contentGaps(one: Described, server: string): readonly Unknown[] {
  const certificate = nameOf(one);
  const { keyBits, hasExtensions } = one.description;
  const gap = (codes: readonly string[], reason: Unknown['reason'], wanted = CERTIFICATE): Unknown => ({
    codes,
    server,
    reason,
    wanted,
    isOpen: true,
  });
  const usages = [
    'wrong-usage',
    'no-revocation-address',
    'chain-incomplete',
    'root-not-trusted',
    'certificate-differs',
  ];
  return [
    gap(['certification-path-invalid', 'peer-not-trusted'], unknownFact('unknown.signature', { certificate })),
    ...(keyBits === null ? [gap(STRENGTH_CODES, unknownFact('unknown.strength', { certificate }), VERBOSE)] : []),
    ...(hasExtensions ? [] : [gap(usages, unknownFact('unknown.extensions', { certificate }), VERBOSE)]),
  ];
}
