import type { TopologyLine } from '../../../evidence/machine-records';
import { type State, wasExecuted, wentAsWritten } from '../../../recording/model/states';
import type { GridCell } from './grid-cell';
import { coversStep, gesturesOf, lengthOfRepetition, type Repetition, stopsIn } from './repetition';
import { machinesNamed, type RunStep } from './step-location';

/** A procedure run as a grid of steps and machines. */
export interface Grid {
  /** machines outside the pools in the order of the steps, then the servers of each pool in its order */
  readonly machines: readonly string[];
  /** for each step one cell for each machine */
  readonly cells: readonly (readonly GridCell[])[];
}

/**
 * The steps that were executed on each machine. A step counts on a machine where it was carried out, or where a later
 * step repeated it. A step that was only intended there does not count.
 *
 * @param from the index of the first step of the grid
 * @param topology the machines of the environment; undefined where the run has no record of them, and then every location
 *   counts as a machine
 */
export function gridOf(all: readonly RunStep[], from: number, topology: TopologyLine | undefined): Grid {
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

interface Placed extends RunStep {
  /** where it was carried out; null for a step that was not executed */
  readonly place: readonly string[] | null;
}

/** The steps with their places; a step without records has the place of the one before it. */
function placed(steps: readonly RunStep[], topology: TopologyLine | undefined): readonly Placed[] {
  const known = topology && new Set([topology.internalServer, ...topology.pools.flatMap(({ servers }) => servers)]);
  let before: readonly string[] = [];
  return steps.map((step) => {
    if (!wasExecuted(step.view.state)) return { ...step, place: null };
    const own = step.view.where.flatMap(({ machines }) => machines).filter((one) => !known || known.has(one));
    if (own.length > 0) before = own;
    return { ...step, place: machinesNamed(step.recorded)?.length === 0 ? [] : before };
  });
}

function machinesOf(steps: readonly Placed[], topology: TopologyLine | undefined): readonly string[] {
  const pools = topology?.pools.map(({ servers }) => servers) ?? [];
  const named = new Set(steps.flatMap(({ place }) => place ?? []));
  const open = steps.some(isOpen) ? pools.filter((servers) => servers.some((server) => named.has(server))).flat() : [];
  const all = new Set([...named, ...open]);
  const pooled = pools.flat().filter((server) => all.has(server));
  return [...[...all].filter((machine) => !pooled.includes(machine)), ...pooled];
}

function hasHeld({ view }: Placed): boolean {
  return wentAsWritten(view.state);
}

/** Whether the step was intended for several machines and did not hold on all of them. */
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

/** The state of the step on a machine on which a later step repeats it; undefined where none does. */
function stateWhereRepeated(index: number, machine: string, steps: readonly Placed[]): State | undefined {
  for (const [number, later] of steps.entries()) {
    if (number <= index) continue;
    const again = repetition(number, machine, steps);
    if (coversStep(index, again)) return steps[index]?.view.state;
    if (!hasHeld(later) && stopsIn(index, again)) return later.view.state;
  }
  return undefined;
}

/** The state on a machine where a repetition was completed, although it failed on another one. */
function stateBefore(index: number, machine: string, steps: readonly Placed[]): State | undefined {
  return coversStep(index - 1, repetition(index, machine, steps)) ? steps[index - 1]?.view.state : undefined;
}

/** The repetition of a step on a machine: of the steps just before it that were carried out on one other machine. */
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
