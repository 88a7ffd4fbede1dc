import type { RecordedFeature, Recording } from './model/recorded-run';
import type { RecordedScenario } from './model/recorded-scenario';

/**
 * Merges recordings: the parts of one run, or a run and partial repetitions of it. The latest recording of a feature
 * file decides its content. Each scenario takes its latest result; scenarios are matched by their text, so that they
 * may move within the file. Errors of any run are kept.
 */
export function mergeRecordings(recordings: readonly Recording[]): Recording {
  const inOrder = [...recordings].sort((a, b) => (a.startedAt < b.startedAt ? -1 : a.startedAt > b.startedAt ? 1 : 0));
  const [first, ...others] = inOrder;
  if (first && others.length === 0) return first;
  const versions = new Map<string, RecordedFeature[]>();
  for (const feature of inOrder.flatMap(({ features }) => features)) {
    const known = versions.get(feature.uri);
    if (known) known.push(feature);
    else versions.set(feature.uri, [feature]);
  }
  return {
    rehearsal: inOrder.some(({ rehearsal }) => rehearsal),
    features: [...versions.values()].flatMap(latest),
    runs: unique(inOrder.flatMap(({ runs }) => runs)),
    codes: [...new Map(inOrder.flatMap(({ codes }) => codes).map((line) => [line.code, line])).values()],
    texts: Object.assign({}, ...inOrder.map(({ texts }) => texts)),
    startedAt: inOrder.map(({ startedAt }) => startedAt).find((time) => time !== '') ?? '',
    programs: Object.assign({}, ...inOrder.map(({ programs }) => programs)),
    hookOutput: {
      records: inOrder.flatMap(({ hookOutput }) => hookOutput.records),
      others: unique(inOrder.flatMap(({ hookOutput }) => hookOutput.others)),
    },
    errors: unique(inOrder.flatMap(({ errors: runErrors }) => runErrors)),
  };
}

function latest(versions: readonly RecordedFeature[]): readonly RecordedFeature[] {
  const newest = versions.at(-1);
  if (!newest) return [];
  const known = versions.map(bySentences);
  const scenarios = [...bySentences(newest)].map(([key, scenario]) =>
    withResult(
      scenario,
      known.flatMap((one) => one.get(key) ?? []),
    ),
  );
  return [{ ...newest, scenarios }];
}

/** The scenarios of a file, keyed by their text. Scenarios with the same text are numbered. */
function bySentences({ scenarios }: RecordedFeature): ReadonlyMap<string, RecordedScenario> {
  const byKey = new Map<string, RecordedScenario>();
  const times = new Map<string, number>();
  for (const scenario of scenarios) {
    const { place, row, name, steps } = scenario;
    const said = steps.map(({ text, table, docString }) => [text, table, docString]);
    const key = JSON.stringify([place.rule?.name, name, row?.cells, said]);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    byKey.set(`${time} ${key}`, scenario);
  }
  return byKey;
}

/**
 * The scenario at its latest location, with its latest result. Without a result, the latest recording that selected it
 * decides.
 */
function withResult(newest: RecordedScenario, versions: readonly RecordedScenario[]): RecordedScenario {
  const result =
    versions.filter(({ status }) => status !== 'not run').at(-1) ?? versions.filter(({ selected }) => selected).at(-1);
  if (!result || result === newest) return newest;
  const { key, uri, line, name, tags, marks, place, row } = newest;
  const steps = result.steps.map((step, index) => {
    const { keyword, background, sources, irreversible, begins, line: now } = newest.steps[index] ?? step;
    return { ...step, keyword, background, sources, irreversible, begins, line: now };
  });
  return { ...result, key, uri, line, name, tags, marks, place, row, steps };
}

function unique<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}
