import type { RecordedStep } from '../../../recording/reading/steps';
import { uniqueSorted } from '../../outline/unique-sorted';
import type { WalkStepView } from './procedure';

/** A step of a walk as it is shown, and as it was recorded. */
export interface WalkStep {
  readonly view: WalkStepView;
  readonly recorded: RecordedStep;
}

/** The steps of a walk, each knowing where it is done and what is seen after it, as far as the next ones show it. */
export function withSurroundings(steps: readonly WalkStep[]): readonly WalkStep[] {
  return steps.map(({ view, recorded }, index) => {
    const following = steps.slice(index + 1).map((next) => next.view);
    const where = whereOf(view, machinesNamed(recorded), following);
    return { recorded, view: { ...view, where, expected: expectedAfter(view, following[0]) } };
  });
}

/** The machines that the step says it is about; null where it does not say. */
export function machinesNamed({ output }: RecordedStep): readonly string[] | null {
  const found = output.records.flatMap((record) => (record.kind === 'machines' ? [record.on] : []));
  return found[0] ?? null;
}

/**
 * Where the step's windows stand; else the machines that it changed or typed on; else, for a operation, where the next is done,
 * unless it is about others; else those that it is about.
 */
function whereOf(
  view: WalkStepView,
  machines: readonly string[] | null,
  following: readonly WalkStepView[],
): WalkStepView['where'] {
  const own = seatsIn(view);
  if (own.length > 0) return own;
  if (machines?.length === 0) return [];
  const { changes, commands } = view.evidence;
  const touched = uniqueSorted([...changes.flatMap(({ on }) => on.split(', ')), ...commands.map(({ on }) => on)]);
  if (touched.length > 0) return [{ machines: touched, account: '' }];
  const next = view.check ? undefined : following.find((one) => one.check || one.evidence.seats.length > 0);
  const there = next && !next.check ? seatsIn(next) : [];
  if (!machines || there.some((seat) => seat.machines.some((one) => machines.includes(one)))) return there;
  return [{ machines, account: '' }];
}

function seatsIn({ evidence }: WalkStepView): WalkStepView['where'] {
  return evidence.seats
    .flatMap((seat) => [seat, ...seat.others])
    .map(({ machines, account }) => ({ machines, account }));
}

/** The page that the next step finds open; nothing after a check, and where the next step opens no window. */
function expectedAfter({ check }: WalkStepView, next: WalkStepView | undefined): WalkStepView['expected'] {
  const [shot] = check || !next || next.check ? [] : (next.evidence.seats[0]?.shots ?? []);
  return shot ? { title: shot.title, page: shot.page } : { title: '', page: '' };
}
