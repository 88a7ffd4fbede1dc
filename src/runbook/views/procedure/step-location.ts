import type { RecordedStep } from '../../../recording/model/recorded-step';
import { uniqueSorted } from '../../unique-sorted';
import type { RunStepView } from './procedure';

/** A step of a procedure run as a view, and as it was recorded. */
export interface RunStep {
  readonly view: RunStepView;
  readonly recorded: RecordedStep;
}

/** The steps of a procedure run, each with its machines and with the page that is open after it. */
export function withLocations(steps: readonly RunStep[]): readonly RunStep[] {
  return steps.map(({ view, recorded }, index) => {
    const following = steps.slice(index + 1).map((next) => next.view);
    const where = whereOf(view, machinesNamed(recorded), following);
    return { recorded, view: { ...view, where, expected: expectedAfter(view, following[0]) } };
  });
}

/** The machines that the step names; null where it names none. */
export function machinesNamed({ output }: RecordedStep): readonly string[] | null {
  const found = output.records.flatMap((record) => (record.kind === 'machines' ? [record.on] : []));
  return found[0] ?? null;
}

/**
 * The machines of a step: those with its windows, or else those that it changed or typed on. For an action without any of
 * these, they are those of the next step, unless the step names others. Otherwise they are those that the step names.
 */
function whereOf(
  view: RunStepView,
  machines: readonly string[] | null,
  following: readonly RunStepView[],
): RunStepView['where'] {
  const own = seatsIn(view);
  if (own.length > 0) return own;
  if (machines?.length === 0) return [];
  if (view.check && machines) return [{ machines, account: '' }];
  const { changes, commands } = view.evidence;
  const touched = uniqueSorted([...changes.flatMap(({ on }) => on.split(', ')), ...commands.map(({ on }) => on)]);
  if (touched.length > 0) return [{ machines: touched, account: '' }];
  const next = view.check ? undefined : following.find((one) => one.check || one.evidence.sessions.length > 0);
  const there = next && !next.check ? seatsIn(next) : [];
  const named = new Set(machines);
  if (!machines || there.some((seat) => seat.machines.some((one) => named.has(one)))) return there;
  return [{ machines, account: '' }];
}

function seatsIn({ evidence }: RunStepView): RunStepView['where'] {
  return evidence.sessions
    .flatMap((seat) => [seat, ...seat.others])
    .map(({ machines, account }) => ({ machines, account }));
}

type Looked = Pick<RunStepView, 'check' | 'evidence'>;

/** The page that the next step finds open; empty after a check, and where the next step opens no window. */
export function expectedAfter({ check }: Looked, next: Looked | undefined): RunStepView['expected'] {
  const [shot] = check || !next || next.check ? [] : (next.evidence.sessions[0]?.shots ?? []);
  return shot ? { title: shot.title, page: shot.page } : { title: '', page: '' };
}
