import type { StepView } from './runbook';
import { uniqueSorted } from './seat';

/** The steps of a walk, each knowing where it is done and what is seen after it, as far as the next ones show it. */
export function withSurroundings(steps: readonly StepView[]): readonly StepView[] {
  return steps.map((step, index) => {
    const following = steps.slice(index + 1);
    return { ...step, where: whereOf(step, following), expected: expectedAfter(step, following[0]) };
  });
}

/** Where the step's windows stand; else the machines that it changed or typed on; else, for a deed, where the next is done. */
function whereOf(step: StepView, following: readonly StepView[]): StepView['where'] {
  const own = seatsIn(step);
  if (own.length > 0) return own;
  const { changes, commands } = step.evidence;
  const machines = uniqueSorted([...changes.flatMap(({ on }) => on.split(', ')), ...commands.map(({ on }) => on)]);
  if (machines.length > 0) return [{ machines, account: '' }];
  const next = step.check ? undefined : following.find((one) => one.check || one.evidence.seats.length > 0);
  return next && !next.check ? seatsIn(next) : [];
}

function seatsIn({ evidence }: StepView): StepView['where'] {
  return evidence.seats
    .flatMap((seat) => [seat, ...seat.others])
    .map(({ machines, account }) => ({ machines, account }));
}

/** The page that the next step finds open; nothing after a check, and where the next step opens no window. */
function expectedAfter({ check }: StepView, next: StepView | undefined): StepView['expected'] {
  const [shot] = check || !next || next.check ? [] : (next.evidence.seats[0]?.shots ?? []);
  return shot ? { title: shot.title, page: shot.page } : { title: '', page: '' };
}
