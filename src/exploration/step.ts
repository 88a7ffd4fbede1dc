import { type Console, consoleOn, withoutRecords } from '../operator/console';
import { outcomeOn } from '../operator/outcome';
import { type Deployment, firstPool } from '../world/deployment';
import type { ActionAttempt, Domain, Effect, ExploredState, Step, System } from './explored-system';
import type { ScenarioAction } from './scenario-action';

/** The state before any operation. */
export function stateOf<D extends Domain>(system: System<D>, deployment: Deployment): ExploredState<D> {
  const pool = firstPool(deployment);
  return {
    console: consoleOn(deployment),
    pool,
    model: system.operations.initialModel(deployment),
    findings: system.judge(deployment, pool),
    soundness: system.settings.startsWithFaults ? 'harmed' : 'not yet',
  };
}

/** Tries an operation; null when it is skipped, and nothing has changed. */
export function attemptOperation<D extends Domain>(
  system: System<D>,
  before: ExploredState<D>,
  operation: D['operation'],
): Step<D> | null {
  const { operations, judge } = system;
  const actions = operations.actions(operation, before.console.deployment);
  if (actions === null) return null;
  const attempts = attemptAll(actions, before.console);
  const last = attempts.at(-1);
  if (!last || (last.refused && last.action.compound)) return null;
  const { refused } = last;
  const { deployment } = last.after;
  const model = refused ? before.model : operations.next(operation, before, deployment);
  const soundness = soundAfter(before.soundness, refused ? null : operations.effect(operation));
  const findings = judge(deployment, before.pool);
  return {
    operation,
    before,
    attempts,
    refused,
    after: { pool: before.pool, console: last.after, model, findings, soundness },
  };
}

/** Tries one action after another, up to the first that is refused. */
export function attemptAll(actions: readonly ScenarioAction[], console: Console): readonly ActionAttempt[] {
  return actions.reduce<readonly ActionAttempt[]>((attempts, action) => {
    const last = attempts.at(-1);
    if (last?.refused) return attempts;
    const before = last?.after ?? console;
    const outcome = outcomeOn(before, action.perform);
    return [...attempts, { action, before, after: withoutRecords(outcome.console), refused: outcome.refused }];
  }, []);
}

/** The sentences of a scenario for an action that was tried. */
export function sentencesOf({ action, refused }: ActionAttempt): readonly string[] {
  return [`When ${action.sentence}`, ...(refused ? [`Then it is refused: ${refused.code}`] : [])];
}

type Soundness = ExploredState<Domain>['soundness'];

/** An effect of null: the operation was refused and has changed nothing. */
function soundAfter(before: Soundness, effect: Effect | null): Soundness {
  if (before === 'harmed' || effect === 'harmful') return 'harmed';
  return effect === 'sets up' ? 'sound' : before;
}
