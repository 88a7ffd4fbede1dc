import type { WindowRecord } from '../../../evidence/records';
import { type ShotView, shotView } from './window-picture';

/** One place where the operator sat, or several machines on which the windows are the same. */
export interface SeatView {
  readonly machines: readonly string[];
  readonly account: string;
  readonly shots: readonly ShotView[];
  /** the same windows with other values, on other machines */
  readonly others: readonly Omit<SeatView, 'others'>[];
}

/**
 * The windows of a step. Machines with equal windows share one picture; machines on which only values differ follow
 * the first, folded away.
 */
export function seatsOf(records: readonly WindowRecord[]): readonly SeatView[] {
  const equal = groupedBy(records, ({ account, shots }) => JSON.stringify([account, shots])).flatMap((group) =>
    group.slice(0, 1).map((record) => ({ machines: uniqueSorted(group.map(({ on }) => on)), record })),
  );
  return groupedBy(equal, ({ record }) => outline(record)).map((group) => {
    const [first, ...others] = group.map(({ machines, record }) => ({
      machines,
      account: record.account,
      shots: record.shots.map(shotView),
    }));
    if (!first) throw new Error('a group has at least one member');
    return { ...first, others };
  });
}

/** Each text once, in alphabetical order. */
export function uniqueSorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => (a < b ? -1 : 1));
}

/** What windows are and what is done in them, whatever they hold. */
function outline({ shots }: WindowRecord): string {
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
  for (const thing of things) groups.set(key(thing), [...(groups.get(key(thing)) ?? []), thing]);
  return [...groups.values()];
}
