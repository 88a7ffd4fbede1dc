import type { Change } from '../../../evidence/records';
import { isProcedureRun, isRollback, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { changesOf, changesOfActions, isReverted } from '../../../recording/model/rollback';
import { stateOfScenario } from '../../../recording/model/state';
import type { RecordedStep } from '../../../recording/reading/steps';
import type { Recording } from '../../../recording/recording';
import type { Registry } from '../../outline/anchors';
import { linkTo } from '../../outline/page-files';
import { scenariosOf } from '../../outline/totals';
import type { WaysBack } from '../findings/findings';
import type { Procedure, WalkStepView } from '../runbook';

/**
 * The procedures, whose steps know the ways back from what they changed. A rollback is found by what it changes, so
 * that one of them serves every step that does the same: on another server, in another walk.
 */
export function withWaysBack(
  procedures: readonly Procedure[],
  recording: Recording,
  registry: Registry,
): readonly Procedure[] {
  const scenarios = scenariosOf(recording);
  const rollbacks = scenarios.filter((scenario) => isRollback(scenario) && scenario.status !== 'not run');
  const found = new Map<string, WaysBack>();
  for (const walk of scenarios.filter(isProcedureRun)) {
    for (const step of walk.steps) {
      const { by, not } = waysBack(step, walk, rollbacks);
      const links = by.map((one) => ({
        name: one.name,
        href: registry.hrefOf(one.uri, one.line),
        state: stateOfScenario(one),
      }));
      found.set(registry.hrefOf(walk.uri, step.line), { by: links, not });
    }
  }
  return procedures.map((procedure) => {
    const known = (step: WalkStepView) => ({ ...step, back: found.get(linkTo(procedure.file, step.id)) ?? NO_WAY });
    const walks = procedure.walks.map((walk) => {
      return { ...walk, prerequisites: walk.prerequisites.map(known), steps: walk.steps.map(known) };
    });
    return { ...procedure, walks };
  });
}

/** Nothing is known of a way back. */
export const NO_WAY: WaysBack = { by: [], not: [] };

/** The rollbacks of a step, and why the rest stays: what the step says of it, else a step of the walk that did the same. */
function waysBack(
  step: RecordedStep,
  walk: RecordedScenario,
  rollbacks: readonly RecordedScenario[],
): { readonly by: readonly RecordedScenario[]; readonly not: readonly string[] } {
  const changes = changesOf(step);
  const by = new Set(changes.flatMap((change) => rollbacksOf(change, walk, rollbacks)));
  const left = changes.filter((change) => ![...by].some((one) => isReverted(changesOfActions(one), change)));
  const same = walk.steps.filter((other) => changesOf(other).some((change) => left.some((one) => alike(one, change))));
  const reasons = [step, ...same].flatMap(({ irreversible }) => (irreversible === '' ? [] : [irreversible]));
  return { by: [...by], not: [...new Set(reasons)] };
}

function rollbacksOf(
  change: Change,
  { uri }: RecordedScenario,
  rollbacks: readonly RecordedScenario[],
): readonly RecordedScenario[] {
  const fitting = rollbacks.filter((one) => isReverted(changesOfActions(one), change));
  const own = fitting.filter((one) => one.uri === uri);
  return own.length > 0 ? own : fitting.slice(0, 1);
}

function alike(one: Change, other: Change): boolean {
  return one.sign === other.sign && one.what === other.what && one.where === other.where;
}
