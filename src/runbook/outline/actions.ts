import type { GestureAction, StepAction } from '../../evidence/action-records';
import type { EvidenceRecord, WindowShot } from '../../evidence/records';

/**
 * The actions of the operator in the records of one step, in the order in which they were carried out. A recording
 * without a record of them has its gestures, by machine, and then its typed commands.
 */
export function actionsOf(records: readonly EvidenceRecord[]): readonly StepAction[] {
  const recorded = records.flatMap((record) => (record.kind === 'actions' ? [record] : []));
  if (recorded.length > 0) return recorded.flatMap(({ actions }) => actions);
  const gestures = records.flatMap((record) =>
    record.kind === 'window' ? record.shots.flatMap((shot) => gesturesOf(shot, record)) : [],
  );
  const commands = records.flatMap((record): StepAction[] =>
    record.kind === 'command' && record.typed
      ? [{ machine: record.on, account: '', shell: record.shell, command: record.text }]
      : [],
  );
  return [...gestures, ...commands];
}

function gesturesOf(
  { title, page, used }: WindowShot,
  { on, account }: { readonly on: string; readonly account: string },
): readonly GestureAction[] {
  return used.map(({ control, gesture, value = '' }) => {
    return { machine: on, account, window: title, page, control, gesture, value };
  });
}
