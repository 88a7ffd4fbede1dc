import type { CertificationAuthority } from '../adcs/authority';
import { type Console, looked } from '../operator/console';
import { outcomeOn } from '../operator/outcome';
import type { EdgePool } from '../products/lync-server-2013/topology';
import { lyncServerOf } from '../products/lync-server-2013/topology';
import type { Refusal } from '../refusal';
import { machineOf } from '../windows/machine';
import { authorityNamed, type Deployment, issuingAuthority, PUBLIC_AUTHORITY } from '../world/deployment';
import { storedEntry } from '../world/topology';
import type { Certificate } from '../x509/certificate';
import { commonName } from '../x509/names/distinguished-name';
import type { Deed } from './deed';
import type { Certified } from './model';
import type { Operation } from './operation';
import { type Names, next } from './outcome';
import type { State, System } from './state';

/** A deed that was tried, and what came of it. */
export interface Tried {
  readonly deed: Deed;
  readonly before: Console;
  readonly after: Console;
  readonly refused: Refusal | null;
}

/** An operation that was tried: its deeds up to the one that was refused. */
export interface Step {
  readonly operation: Operation;
  readonly before: State;
  readonly tried: readonly Tried[];
  readonly refused: Refusal | null;
  readonly after: State;
}

/** Tries an operation; null when it is left out, and everything is as before. */
export function take(system: System, before: State, operation: Operation): Step | null {
  const deeds = system.deedsOf(operation, before.console.deployment);
  if (deeds === null) return null;
  const tried = tryEach(deeds, before.console);
  const last = tried.at(-1);
  if (!last || (last.refused && last.deed.whole)) return null;
  const { refused } = last;
  const { deployment } = last.after;
  const model = refused ? before.model : next(before.model, operation, namesIn(deployment, operation, before));
  const findings = system.judge(deployment, before.pool);
  const after = { ...before, console: last.after, model, findings, soundness: soundAfter(before, operation, refused) };
  return { operation, before, tried, refused, after };
}

/** Tries one deed after another, up to the one that is refused. */
export function tryEach(deeds: readonly Deed[], console: Console): readonly Tried[] {
  return deeds.reduce<readonly Tried[]>((tried, deed) => {
    const last = tried.at(-1);
    if (last?.refused) return tried;
    const before = last?.after ?? console;
    const outcome = outcomeOn(before, deed.carryOut);
    return [...tried, { deed, before, after: looked(outcome.console), refused: outcome.refused }];
  }, []);
}

/** What was tried, as a scenario says it. */
export function sentencesOf({ deed, refused }: Tried): readonly string[] {
  return [`When ${deed.sentence}`, ...(refused ? [`Then it is refused: ${refused.code}`] : [])];
}

/** What a model has to be told: how the things are called that an operation has made. */
function namesIn(deployment: Deployment, operation: Operation, { pool }: State): Names {
  const [first = ''] = pool.servers;
  const on = pool.servers['server' in operation ? operation.server : 0] ?? first;
  const { REQUEST } = machineOf(deployment, on).stores.LocalMachine;
  const { assigned } = lyncServerOf(deployment, first);
  const issued = (authority: CertificationAuthority): Certificate | undefined => {
    const disposition = authority.requests.at(-1)?.disposition;
    return disposition?.kind === 'issued' ? disposition.certificate : undefined;
  };
  return {
    key: REQUEST.at(-1)?.certificate.publicKeyId ?? '',
    certified: certifiedBy(issued(issuingAuthority(deployment)), pool),
    assigned: certifiedBy(storedEntry(machineOf(deployment, first), assigned.Internal)?.certificate, pool),
    external: certifiedBy(issued(authorityNamed(deployment, PUBLIC_AUTHORITY)), pool),
  };
}

function certifiedBy(certificate: Certificate | undefined, pool: EdgePool): Certified {
  const ours = certificate !== undefined && commonName(certificate.subject) === pool.fqdn;
  return { certificate: certificate?.thumbprint ?? '', key: certificate?.publicKeyId ?? '', ours };
}

function soundAfter({ soundness }: State, operation: Operation, refused: Refusal | null): State['soundness'] {
  if (soundness === 'harmed' || !(refused || isHarmless(operation))) return 'harmed';
  return operation.kind === 'set-up' || operation.kind === 'set-up-all' ? 'sound' : soundness;
}

const HARMLESS: readonly Operation['kind'][] = [
  ...([
    'set-up',
    'set-up-all',
    'renew',
    'trust',
    'start',
    'assign',
    'abandon',
    'lose',
    'delete-exported',
    'elsewhere',
  ] as const),
];

/** Operations that do a pool no harm, however often they are done. */
function isHarmless(operation: Operation): boolean {
  if (operation.kind === 'pass') return operation.days <= 30;
  return HARMLESS.includes(operation.kind) || (operation.kind === 'export' && operation.how !== 'delete-key');
}
