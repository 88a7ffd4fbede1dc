import { everyOperation, type Operation } from './operation';
import type { Counterexample, Means } from './part';
import { begun, type Findings, stopped, taking, type Violation } from './remembered';
import { scenarioOf } from './scenario';
import { plainSetting } from './setting';
import type { State, System } from './state';
import { nameOf } from './state-name';
import type { Step } from './step';

/** Every sequence of operations up to that many, on a pool of that size and everything else plain. */
export interface Exhaustion extends Means {
  readonly servers: number;
  readonly depth: number;
}

/** What came of it. */
export interface Exhausted {
  readonly servers: number;
  /** up to which number of operations every sequence was tried */
  readonly depth: number;
  /** how many states there are; each was looked at once */
  readonly states: number;
  /** the operations tried */
  readonly operations: number;
  readonly witnesses: Readonly<Record<string, number>>;
  readonly counterexample: Omit<Counterexample, 'seed' | 'path'> | null;
}

interface Reached {
  readonly state: State;
  readonly steps: readonly Step[];
}

/** Goes from state to state, the nearest first, so that a law that is broken is broken by the fewest operations. */
export async function exhaust({ servers, depth, start, system, goesOn }: Exhaustion): Promise<Exhausted> {
  const operations = everyOperation(servers);
  const first = begun(system, start(plainSetting(servers)));
  const search = { known: new Set([nameOf(first.state)]), operations: 0, witnesses: {} };
  const said = (reached: number, broken: Broken | null): Exhausted => ({
    ...{ servers, depth: reached, states: search.known.size, operations: search.operations },
    ...{ witnesses: search.witnesses, counterexample: broken && told(servers, broken) },
  });
  let level: readonly Reached[] = [{ state: first.state, steps: [] }];
  for (let reached = 0; reached < depth; reached += 1) {
    const next: Reached[] = [];
    for (const one of level) {
      if (!(await goesOn({ runs: search.known.size, operations: search.operations }))) return said(reached, null);
      const broken = from(search, one, { system, operations, next: reached + 1 < depth ? next : [] });
      if (broken) return said(reached, broken);
    }
    level = next;
  }
  return said(depth, null);
}

interface Search {
  readonly known: Set<string>;
  operations: number;
  readonly witnesses: Record<string, number>;
}

interface Broken {
  readonly steps: readonly Step[];
  readonly violation: Violation;
}

interface Ways {
  readonly system: System;
  readonly operations: readonly Operation[];
  /** where what is reached for the first time is put */
  readonly next: Reached[];
}

/** Tries what can still be done from a state, and every operation. */
function from(search: Search, { state, steps }: Reached, { system, operations, next }: Ways): Broken | null {
  const end = counted(search, stopped(system, state));
  if (end) return { steps, violation: end };
  for (const operation of operations) {
    const taken = taking(system, state, operation);
    if (!taken) continue;
    search.operations += 1;
    const violation = counted(search, taken);
    const gone = [...steps, taken.step];
    if (violation) return { steps: gone, violation };
    const name = nameOf(taken.step.after);
    if (!search.known.has(name)) next.push({ state: taken.step.after, steps: gone });
    search.known.add(name);
  }
  return null;
}

function counted({ witnesses }: Search, { held, violation }: Findings): Violation | null {
  for (const law of held) witnesses[law] = (witnesses[law] ?? 0) + 1;
  return violation;
}

function told(servers: number, { steps, violation }: Broken): Exhausted['counterexample'] {
  const notes = ['Found with: rehearse explore --exhaustive'];
  const scenario = scenarioOf({ setting: plainSetting(servers), steps, violation, notes });
  const { law, detail } = violation;
  return { law, detail, servers, operations: steps.length, scenario, environment: null };
}
