import { type Checker, type LawResults, uncachedChecker, type Violation } from '../checker';
import type { Counterexample } from '../counterexample';
import type { Domain, ExploredState, Step, System } from '../explored-system';
import type { ExplorationContext } from '../random/batch';
import { scenarioOf } from '../scenario';
import { nameOf } from './state-name';

/** The sequences to try: up to `depth` operations, on a pool with that number of servers in the plain setting. */
export interface SearchScope {
  readonly servers: number;
  readonly depth: number;
}

/** The outcome of an exhaustive search. */
export interface SearchResult {
  readonly servers: number;
  /** every sequence of up to this number of operations was tried */
  readonly depth: number;
  /** the number of states; each was visited once */
  readonly states: number;
  /** the number of operations tried */
  readonly operations: number;
  readonly witnesses: Readonly<Record<string, number>>;
  readonly counterexample: Counterexample | null;
}

interface Reached<D extends Domain> {
  readonly state: ExploredState<D>;
  readonly steps: readonly Step<D>[];
}

/** Searches breadth first, so that a broken law is shown by the fewest operations. */
export async function searchExhaustively<D extends Domain>({
  servers,
  depth,
  start,
  system,
  shouldContinue,
}: SearchScope & ExplorationContext<D>): Promise<SearchResult> {
  const checker = uncachedChecker(system);
  const operations = system.operations.all(servers);
  const { state } = checker.initialState(start(system.settings.plain(servers)));
  const search: Search = { known: new Set([nameOf(system, state)]), operations: 0, witnesses: {} };
  const result = (reached: number, broken: Broken<D> | null): SearchResult => ({
    ...{ servers, depth: reached, states: search.known.size, operations: search.operations },
    ...{ witnesses: search.witnesses, counterexample: broken && counterexampleOf(system, servers, broken) },
  });
  let level: readonly Reached<D>[] = [{ state, steps: [] }];
  for (let reached = 0; reached < depth; reached += 1) {
    const next: Reached<D>[] = [];
    for (const one of level) {
      const isWanted = await shouldContinue({ runs: search.known.size, operations: search.operations });
      if (!isWanted) return result(reached, null);
      const broken = visit(search, one, { checker, operations, next: reached + 1 < depth ? next : [] });
      if (broken) return result(reached, broken);
    }
    level = next;
  }
  return result(depth, null);
}

interface Search {
  readonly known: Set<string>;
  operations: number;
  readonly witnesses: Record<string, number>;
}

interface Broken<D extends Domain> {
  readonly steps: readonly Step<D>[];
  readonly violation: Violation;
}

interface Visit<D extends Domain> {
  readonly checker: Checker<D>;
  readonly operations: readonly D['operation'][];
  /** receives the states that are reached for the first time */
  readonly next: Reached<D>[];
}

/** Checks the laws about the end of a run in that state, and tries every operation. */
function visit<D extends Domain>(
  search: Search,
  { state, steps }: Reached<D>,
  { checker, operations, next }: Visit<D>,
): Broken<D> | null {
  const atEnd = count(search, checker.finish(state));
  if (atEnd) return { steps, violation: atEnd };
  for (const operation of operations) {
    const applied = checker.apply(state, operation);
    if (!applied) continue;
    search.operations += 1;
    const violation = count(search, applied);
    const reached = { state: applied.step.after, steps: [...steps, applied.step] };
    if (violation) return { steps: reached.steps, violation };
    const name = nameOf(checker.system, reached.state);
    if (!search.known.has(name)) next.push(reached);
    search.known.add(name);
  }
  return null;
}

function count({ witnesses }: Search, { held, violation }: LawResults): Violation | null {
  for (const law of held) witnesses[law] = (witnesses[law] ?? 0) + 1;
  return violation;
}

function counterexampleOf<D extends Domain>(
  { settings }: System<D>,
  servers: number,
  { steps, violation }: Broken<D>,
): Counterexample {
  const { options } = settings;
  const notes =
    options === undefined
      ? ['Found with: rehearse explore --exhaustive']
      : [`Found with: rehearse explore --exhaustive ${options}`, `Run with: ${options}`];
  const scenario = scenarioOf({ given: settings.given(settings.plain(servers)), steps, violation, notes });
  const { law, detail } = violation;
  return { law, detail, servers, operations: steps.length, scenario, environment: null };
}
