import type { Change } from '../../evidence/records';
import { sameValue } from '../../fact';
import type { RecordedStep } from '../reading/steps';
import type { RecordedScenario } from './recorded-scenario';

/** What a step changed, in the order of its records; a thing that it changed on several servers stands several times. */
export function changesOf({ output }: Pick<RecordedStep, 'output'>): readonly Change[] {
  return output.records.flatMap((record) => (record.kind === 'change' ? record.changes : []));
}

/** What the operation of a scenario changes, without what had been done before it. */
export function changesOfActions({ steps }: Pick<RecordedScenario, 'steps'>): readonly Change[] {
  return steps.filter(({ type }) => type !== 'Context').flatMap(changesOf);
}

/** Whether something of what the step changed is taken back by these changes. */
export function reverts(back: readonly Change[], step: Pick<RecordedStep, 'output'>): boolean {
  return changesOf(step).some((change) => isReverted(back, change));
}

/** Whether the change is among those that are taken back: the same thing at the same place, the other way round. */
export function isReverted(back: readonly Change[], { sign, what, where }: Change): boolean {
  return back.some((one) => one.what === what && sameValue(one.where, where) && OPPOSITE[sign].includes(one.sign));
}

/** A request that was added to the database of an authority is taken back where it stands, by revoking it. */
const OPPOSITE: Readonly<Record<Change['sign'], readonly Change['sign'][]>> = {
  added: ['removed', 'changed'],
  removed: ['added'],
  changed: ['changed'],
};
