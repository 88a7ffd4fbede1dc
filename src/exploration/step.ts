import { type Deployment, issuingAuthority } from '../deployment/deployment';
import { type Console, looked } from '../operator/console';
import { outcomeOn } from '../operator/outcome';
import type { Refusal } from '../refusal';
import { machineOf } from '../windows/machine';
import type { Deed } from './deed';
import { type Names, next } from './model';
import type { Operation } from './operation';
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

function tryEach(deeds: readonly Deed[], console: Console): readonly Tried[] {
  return deeds.reduce<readonly Tried[]>((tried, deed) => {
    const last = tried.at(-1);
    if (last?.refused) return tried;
    const before = last?.after ?? console;
    const outcome = outcomeOn(before, deed.carryOut);
    return [...tried, { deed, before, after: looked(outcome.console), refused: outcome.refused }];
  }, []);
}

/** What a model has to be told: how the request's key is called, and the certificate that was issued. */
function namesIn(deployment: Deployment, operation: Operation, { pool }: State): Names {
  const place = 'server' in operation ? operation.server : 0;
  const { REQUEST } = machineOf(deployment, pool.servers[place] ?? '').stores.LocalMachine;
  const disposition = issuingAuthority(deployment).requests.at(-1)?.disposition;
  const issued = disposition?.kind === 'issued' ? disposition.certificate : undefined;
  return {
    key: REQUEST.at(-1)?.certificate.publicKeyId ?? '',
    certified: { certificate: issued?.thumbprint ?? '', key: issued?.publicKeyId ?? '' },
  };
}

function soundAfter({ soundness }: State, operation: Operation, refused: Refusal | null): State['soundness'] {
  if (soundness === 'harmed' || !(refused || isHarmless(operation))) return 'harmed';
  return operation.kind === 'set-up' ? 'sound' : soundness;
}

/** Operations that do a pool no harm, however often they are done. */
function isHarmless(operation: Operation): boolean {
  if (operation.kind === 'pass') return operation.days <= 30;
  const kinds: readonly Operation['kind'][] = ['set-up', 'trust', 'start', 'assign', 'delete-exported'];
  return kinds.includes(operation.kind) || (operation.kind === 'export' && operation.how !== 'delete-key');
}
