import type { TopologyLine } from '../../../evidence/machine-records';
import { mayBeDone, type State, wasExecuted, wentAsWritten } from '../../../recording/model/states';
import type { GridCell } from './grid-cell';
import { coversStep, type Repetition, stopsIn } from './repetition';
import { type PlacedStep, repetitionsIn } from './repetitions';
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
  const looked = { steps, repetition: repetitionsIn(steps), lastOpen: steps.findLastIndex(isOpen) };
  const poolOf = new Map(topology?.pools.flatMap(({ fqdn, servers }) => servers.map((one) => [one, fqdn] as const)));
  const cells = steps.map((step, index) => {
    const there = new Set(step.place);
    const pools = new Set([...there].map((one) => poolOf.get(one)));
    return machines.map((machine) => {
      const pool = poolOf.get(machine);
      const inOnePool = pool !== undefined && [...pools].every((one) => one === pool);
      const state = stateAt(step, { ...looked, index, machine }, { isThere: there.has(machine), inOnePool });
      return { machine, state, box: state !== '' && mayBeDone(state) };
    });
  });
  return { machines, cells };
}

/** The steps with their places; a step without records has the place of the one before it. */
function placed(steps: readonly RunStep[], topology: TopologyLine | undefined): readonly PlacedStep[] {
  const known = topology && new Set([topology.internalServer, ...topology.pools.flatMap(({ servers }) => servers)]);
  let before: readonly string[] = [];
  return steps.map((step) => {
    if (!wasExecuted(step.view.state)) return { ...step, place: null };
    const own = step.view.where.flatMap(({ machines }) => machines).filter((one) => !known || known.has(one));
    if (own.length > 0) before = own;
    return { ...step, place: machinesNamed(step.recorded)?.length === 0 ? [] : before };
  });
}

function machinesOf(steps: readonly PlacedStep[], topology: TopologyLine | undefined): readonly string[] {
  const pools = topology?.pools.map(({ servers }) => servers) ?? [];
  const named = new Set(steps.flatMap(({ place }) => place ?? []));
  const open = steps.some(isOpen) ? pools.filter((servers) => servers.some((server) => named.has(server))).flat() : [];
  const all = new Set([...named, ...open]);
  const pooled = new Set(pools.flat().filter((server) => all.has(server)));
  return [...[...all].filter((machine) => !pooled.has(machine)), ...pooled];
}

function hasHeld({ view }: PlacedStep): boolean {
  return wentAsWritten(view.state);
}

/** Whether the step was intended for several machines and did not hold on all of them. */
function isOpen(step: PlacedStep): boolean {
  return step.recorded.several && !step.view.check && step.view.state !== 'not-applicable' && !hasHeld(step);
}

/** A cell of the grid: the step with that index on the machine. */
interface Cell {
  readonly steps: readonly PlacedStep[];
  readonly repetition: (index: number, machine: string) => Repetition;
  /** the index of the last step that is open */
  readonly lastOpen: number;
  readonly index: number;
  readonly machine: string;
}

/** Whether the step was carried out on the machine, and whether all its machines are in one pool with that one. */
interface Nearness {
  readonly isThere: boolean;
  readonly inOnePool: boolean;
}

function stateAt(step: PlacedStep, cell: Cell, { isThere, inOnePool }: Nearness): GridCell['state'] {
  const { view, place } = step;
  if (place === null) return view.state;
  if (isThere) return (!hasHeld(step) && stateBefore(cell)) || view.state;
  if (view.check) return '';
  const repeated = stateWhereRepeated(cell);
  if (repeated) return repeated;
  return inOnePool && cell.lastOpen > cell.index ? 'not-run' : '';
}

/** The state of the step on a machine on which a later step repeats it; undefined where none does. */
function stateWhereRepeated({ steps, repetition, index, machine }: Cell): State | undefined {
  for (const [number, later] of steps.entries()) {
    if (number <= index) continue;
    const again = repetition(number, machine);
    if (coversStep(index, again)) return steps[index]?.view.state;
    if (!hasHeld(later) && stopsIn(index, again)) return later.view.state;
  }
  return undefined;
}

/** The state on a machine where a repetition was completed, although it failed on another one. */
function stateBefore({ steps, repetition, index, machine }: Cell): State | undefined {
  return coversStep(index - 1, repetition(index, machine)) ? steps[index - 1]?.view.state : undefined;
}
