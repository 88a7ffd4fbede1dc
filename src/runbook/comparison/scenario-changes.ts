import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { stateOfScenario } from '../../recording/model/state';
import type { Kind, ScenarioChange, StepChange } from './comparison';
import { alikePairs, inSequence, movedPairs, type Pair, shared } from './pairing';
import { stepChanges } from './step-changes';

type Scenarios = readonly RecordedScenario[];
type Sides = readonly [before: RecordedScenario | undefined, after: RecordedScenario | undefined];

/** Each scenario of a file with its former self, in the order of the file now; those that are gone at the end. */
export function scenarioPairs(before: Scenarios, after: Scenarios): readonly Sides[] {
  const pairs = pairsOf(before, after);
  const kept = after.map((scenario, index) => {
    return [before[pairs.find((pair) => pair.after === index)?.before ?? -1], scenario] as const;
  });
  const gone = before.filter((_, index) => !pairs.some((pair) => pair.before === index));
  return [...kept, ...gone.map((scenario) => [scenario, undefined] as const)];
}

/** The changes among the scenarios of a file. A change of a Background is listed with its first scenario. */
export function scenarioChanges(before: Scenarios, after: Scenarios): readonly ScenarioChange[] {
  const moved = movedPairs(pairsOf(before, after)).map((pair) => after[pair.after]);
  const rules = new Set(after.map(({ place }) => place.rule?.name));
  const listed = new Set<string>();
  const isNew = (change: StepChange): boolean => {
    if (!(change.after ?? change.before)?.background) return true;
    const key = JSON.stringify([change.before?.text, change.after?.text]);
    const known = listed.has(key);
    listed.add(key);
    return !known;
  };
  return scenarioPairs(before, after).flatMap(([was, is]) => {
    const change = changeOf(was, is, (is !== undefined && moved.includes(is)) || otherRule(was, is, rules));
    const steps = change.steps.filter(isNew);
    const changed = change.kinds.length + steps.length > 0 || change.state !== change.stateBefore;
    return changed ? [{ ...change, steps }] : [];
  });
}

function pairsOf(before: Scenarios, after: Scenarios): readonly Pair[] {
  const counts = { before: before.length, after: after.length };
  const [then, now] = [before.map(keyOf), after.map(keyOf)];
  const exact = alikePairs(inSequence(then, now), counts, (i, j) => (then[i] === now[j] ? 1 : 0));
  const [said, says] = [before.map(sentencesOf), after.map(sentencesOf)];
  return alikePairs(exact, counts, (i, j) => {
    const steps = shared(said[i] ?? [], says[j] ?? []);
    const names = before[i]?.name === after[j]?.name ? 1 : 0;
    const sources = shared(before[i]?.place.sources ?? [], after[j]?.place.sources ?? []);
    return steps >= 0.5 || names + sources > 0 ? steps + names + sources : 0;
  });
}

function keyOf({ place, row, name }: RecordedScenario): string {
  return JSON.stringify([place.rule?.name, name, row?.cells]);
}

function sentencesOf({ steps }: RecordedScenario): readonly string[] {
  return steps.filter(({ background }) => !background).map(({ text }) => text);
}

/** Whether the scenario is now in another rule, though its own is still there. */
function otherRule(...[was, is, rules]: readonly [...Sides, ReadonlySet<string | undefined>]): boolean {
  if (!was || !is) return false;
  const { rule } = was.place;
  return rule?.name !== is.place.rule?.name && rules.has(rule?.name);
}

function changeOf(...[was, is, moved]: readonly [...Sides, boolean]): ScenarioChange {
  const kinds: readonly Kind[] = !was
    ? ['added']
    : !is
      ? ['removed']
      : [
          ...(was.name === is.name && was.place.description === is.place.description ? [] : (['reworded'] as const)),
          ...(moved ? (['moved'] as const) : []),
        ];
  return {
    kinds,
    name: (is ?? was)?.name ?? '',
    nameBefore: was && is && was.name !== is.name ? was.name : '',
    cells: (is ?? was)?.row?.cells ?? [],
    state: is ? stateOfScenario(is) : null,
    stateBefore: was ? stateOfScenario(was) : null,
    steps: was && is ? stepChanges(was.steps, is.steps) : [],
  };
}
