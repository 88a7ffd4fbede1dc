import type { TopologyLine } from '../../../evidence/machine-records';
import type { State } from '../../../recording/model/state';
import type { GridCell } from './grid-cell';
import { coversStep, gesturesOf, lengthOfRepetition, type Repetition, stopsIn } from './repetition';
import { machinesNamed, type WalkStep } from './step-location';

/** A walk as step x machine. */
export interface Grid {
  /** those outside the pools as they come, then each pool's servers in its order */
  readonly machines: readonly string[];
  /** of each step, one for each machine */
  readonly cells: readonly (readonly GridCell[])[];
}

/**
 * What was executed on which machine, from one of the steps on. A step counts on a machine where it was carried out, or
 * where a later step has done the same over again; nothing counts because it should have been done.
 *
 * @param topology what machines there are; undefined where the run does not say, and every place counts as a machine
 */
export function gridOf(all: readonly WalkStep[], from: number, topology: TopologyLine | undefined): Grid {
  const steps = placed(all, topology).slice(from);
  const machines = machinesOf(steps, topology);
  const cells = steps.map((_, index) =>
    machines.map((machine) => {
      const state = stateAt(index, machine, steps, topology);
      return { machine, state, box: state !== '' && state !== 'not-applicable' };
    }),
  );
  return { machines, cells };
}

interface Placed extends WalkStep {
  /** where it was carried out; null: it was not, and nobody knows where it would have been */
  readonly place: readonly string[] | null;
}

/** The steps with their places; one that leaves nothing behind is done where the one before it was. */
function placed(steps: readonly WalkStep[], topology: TopologyLine | undefined): readonly Placed[] {
  const known = topology && new Set([topology.internalServer, ...topology.pools.flatMap(({ servers }) => servers)]);
  let before: readonly string[] = [];
  return steps.map((step) => {
    if (UNEXECUTED.includes(step.view.state)) return { ...step, place: null };
    const own = step.view.where.flatMap(({ machines }) => machines).filter((one) => !known || known.has(one));
    if (own.length > 0) before = own;
    return { ...step, place: machinesNamed(step.recorded)?.length === 0 ? [] : before };
  });
}

const UNEXECUTED: readonly State[] = ['skipped', 'not-run', 'not-applicable', 'waived', 'undefined', 'ambiguous'];
const HELD: readonly State[] = ['verified', 'stale'];

function machinesOf(steps: readonly Placed[], topology: TopologyLine | undefined): readonly string[] {
  const pools = topology?.pools.map(({ servers }) => servers) ?? [];
  const named = new Set(steps.flatMap(({ place }) => place ?? []));
  const open = steps.some(isOpen) ? pools.filter((servers) => servers.some((server) => named.has(server))).flat() : [];
  const all = new Set([...named, ...open]);
  const pooled = pools.flat().filter((server) => all.has(server));
  return [...[...all].filter((machine) => !pooled.includes(machine)), ...pooled];
}

function hasHeld({ view }: Placed): boolean {
  return HELD.includes(view.state);
}

/** Whether something was to be done on several machines and was not, or not on all of them. */
function isOpen(step: Placed): boolean {
  return step.recorded.several && !step.view.check && step.view.state !== 'not-applicable' && !hasHeld(step);
}

function stateAt(
  index: number,
  machine: string,
  steps: readonly Placed[],
  topology: TopologyLine | undefined,
): GridCell['state'] {
  const step = steps[index];
  if (!step) return '';
  const { view, place } = step;
  if (place === null) return view.state;
  if (place.includes(machine)) return (!hasHeld(step) && stateBefore(index, machine, steps)) || view.state;
  if (view.check) return '';
  const repeated = stateWhereRepeated(index, machine, steps);
  if (repeated) return repeated;
  const inOnePool = topology?.pools.some(({ servers }) => [machine, ...place].every((one) => servers.includes(one)));
  return inOnePool && steps.slice(index + 1).some(isOpen) ? 'not-run' : '';
}

/** How the step stands on a machine on which a later one does it over again; undefined where none does. */
function stateWhereRepeated(index: number, machine: string, steps: readonly Placed[]): State | undefined {
  for (const [number, later] of steps.entries()) {
    if (number <= index) continue;
    const again = repetition(number, machine, steps);
    if (coversStep(index, again)) return steps[index]?.view.state;
    if (!hasHeld(later) && stopsIn(index, again)) return later.view.state;
  }
  return undefined;
}

/** A repetition that failed on one of several machines has held on those where it came to its end, as what it repeats. */
function stateBefore(index: number, machine: string, steps: readonly Placed[]): State | undefined {
  return coversStep(index - 1, repetition(index, machine, steps)) ? steps[index - 1]?.view.state : undefined;
}

/** What a step does over again on a machine: the steps just before it that were done on one other machine. */
function repetition(index: number, machine: string, steps: readonly Placed[]): Repetition {
  const [first] = steps[index - 1]?.place ?? [];
  let begins = index;
  while (first !== undefined && begins > 0 && isAlone(steps[begins - 1], first)) begins -= 1;
  const done = steps.slice(begins, index).map(({ recorded }) => gesturesOf(recorded, first ?? ''));
  const recorded = first === machine ? undefined : steps[index]?.recorded;
  const again = recorded ? lengthOfRepetition(gesturesOf(recorded, machine), done.flat()) : 0;
  return { begins, lengths: done.map(({ length }) => length), again };
}

function isAlone(step: Placed | undefined, machine: string): boolean {
  return step !== undefined && !step.view.check && step.place?.length === 1 && step.place[0] === machine;
}
