import type { Change } from '../../evidence/records';
import { sameValue } from '../../fact';
import type { RecordedScenario } from './recorded-scenario';
import type { RecordedStep } from './recorded-step';

/** The changes of a step, in the order of its records. A change on several servers occurs once for each server. */
export function changesOf({ output }: Pick<RecordedStep, 'output'>): readonly Change[] {
  return output.records.flatMap((record) => (record.kind === 'change' ? record.changes : []));
}

/** The changes by the actions of a scenario, without those of its preconditions. */
export function changesOfActions({ steps }: Pick<RecordedScenario, 'steps'>): readonly Change[] {
  return steps.filter(({ type }) => type !== 'Context').flatMap(changesOf);
}

/** Whether these changes revert at least one change of the step. */
export function reverts(back: readonly Change[], step: Pick<RecordedStep, 'output'>): boolean {
  return changesOf(step).some((change) => isReverted(back, change));
}

/** Whether one of these changes reverts the change: the same thing at the same location, with the opposite sign. */
export function isReverted(back: readonly Change[], { sign, what, where }: Change): boolean {
  return back.some((one) => one.what === what && sameValue(one.where, where) && OPPOSITE[sign].includes(one.sign));
}

/** A request in an authority's database is not removed; revoking it changes it in place. */
const OPPOSITE: Readonly<Record<Change['sign'], readonly Change['sign'][]>> = {
  added: ['removed', 'changed'],
  removed: ['added'],
  changed: ['changed'],
};
