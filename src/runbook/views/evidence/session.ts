import type { WindowRecord } from '../../../evidence/records';
import { uniqueSorted } from '../../unique-sorted';
import type { Words } from '../../words/words';
import { type ShotView, shotView } from './window-picture';

/** The windows on one machine under one account, or on several machines with equal windows. */
export interface SessionView {
  readonly machines: readonly string[];
  readonly account: string;
  readonly shots: readonly ShotView[];
  /** the same windows with other values, on other machines */
  readonly others: readonly Omit<SessionView, 'others'>[];
}

/**
 * The windows of a step. Machines with equal windows share one picture; machines on which only values differ follow
 * the first, folded away.
 */
export function sessionsOf(
  records: readonly WindowRecord[],
  warned: readonly string[],
  words: Words,
): readonly SessionView[] {
  const equal = groupedBy(records, ({ account, shots }) => JSON.stringify([account, shots])).flatMap((group) =>
    group.slice(0, 1).map((record) => ({ machines: uniqueSorted(group.map(({ on }) => on)), record })),
  );
  return groupedBy(equal, ({ record }) => outlineOf(record)).map((group) => {
    const [first, ...others] = group.map(({ machines, record }) => ({
      machines,
      account: record.account,
      shots: picturesOf(record, warned, words),
    }));
    if (!first) throw new Error('a group has at least one member');
    return { ...first, others };
  });
}

/** The pages of the windows, with the gestures of all of them in one sequence. */
function picturesOf({ shots }: WindowRecord, warned: readonly string[], words: Words): readonly ShotView[] {
  const all = shots.reduce((sum, { used }) => sum + used.length, 0);
  let before = 0;
  return shots.map((shot) => {
    const first = all > 1 ? before + 1 : 0;
    before += shot.used.length;
    return shotView(shot, { first, warned }, words);
  });
}

/** The windows and the gestures in them, without their values. */
function outlineOf({ shots }: WindowRecord): string {
  return JSON.stringify(
    shots.map(({ title, page, controls, used }) => [
      title,
      page,
      controls.map(({ kind, label }) => [kind, label]),
      used.map(({ control, gesture }) => [control, gesture]),
    ]),
  );
}

function groupedBy<T>(things: readonly T[], key: (thing: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const name = key(thing);
    const group = groups.get(name) ?? [];
    group.push(thing);
    groups.set(name, group);
  }
  return [...groups.values()];
}
