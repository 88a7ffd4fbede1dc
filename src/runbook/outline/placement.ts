import { isProcedureRun, isRollback, type RecordedScenario, sourcesOf } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import { changesOfActions, reverts } from '../../recording/model/rollback';
import type { RecordedFeature } from '../../recording/recording';
import type { LedgerEntry } from '../source-document/ledger';
import { mainSection } from '../source-document/step-number';

/** The place of each example: beside a step of a procedure run, or among the general examples of a procedure. */
export interface ExamplePlacement {
  besideStep(run: RecordedScenario, step: RecordedStep): readonly RecordedScenario[];
  inGeneral(uri: string): readonly RecordedScenario[];
  /** The feature file of the procedure on whose page the example is. */
  homeOf(example: RecordedScenario): string;
}

/**
 * Places the examples. The first of these rules that applies decides:
 * 1. a rollback is beside the step whose changes it takes back;
 * 2. an example is beside the step at which it says that it fails, or that executes one of its sentences;
 * 3. beside a step that executes the same numbered step of the same section of the source document;
 * 4. with the procedure of that section;
 * 5. in its own feature file.
 * A sentence outside the main section of a procedure run is about the whole and attracts no examples of other files.
 */
export function placementOf(features: readonly RecordedFeature[], ledger: readonly LedgerEntry[]): ExamplePlacement {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]));
  const places = features
    .flatMap(({ scenarios }) => scenarios.filter(isProcedureRun))
    .flatMap((run) => placesOf(run, entries));
  const beside = new Map<string, RecordedScenario[]>();
  const general = new Map<string, RecordedScenario[]>();
  const homes = new Map<string, string>();
  for (const example of features
    .flatMap(({ scenarios }) => scenarios)
    .filter((scenario) => !isProcedureRun(scenario))) {
    const ids = [...example.place.failsAt, ...sourcesOf(example)];
    const undone = isRollback(example) ? places.filter(({ step }) => reverts(changesOfActions(example), step)) : [];
    const stepPlace =
      stepPlaceFor(ids, entries, undone, example.uri) ?? stepPlaceFor(ids, entries, places, example.uri);
    const home = stepPlace?.uri ?? sectionOwner(ids, entries, places, example.uri);
    homes.set(example.key, home);
    if (stepPlace) add(beside, stepPlace.key, example);
    else add(general, home, example);
  }
  return {
    besideStep: (run, step) => beside.get(stepPlaceKey(run, step)) ?? [],
    inGeneral: (uri) => general.get(uri) ?? [],
    homeOf: (example) => homes.get(example.key) ?? example.uri,
  };
}

interface StepPlace {
  readonly key: string;
  readonly step: RecordedStep;
  readonly uri: string;
  /** the section that the procedure run executes */
  readonly section: string;
  readonly ids: ReadonlySet<string>;
  /** the numbered steps of the document that the step executes */
  readonly numbered: ReadonlySet<string>;
}

type Entries = ReadonlyMap<string, LedgerEntry>;

function placesOf(run: RecordedScenario, entries: Entries): readonly StepPlace[] {
  const section = mainSection(
    run.steps.flatMap((step) => step.sources),
    entries,
  );
  return run.steps
    .filter((step) => !step.background && step.sources.length > 0)
    .map((step) => ({
      key: stepPlaceKey(run, step),
      step,
      uri: run.uri,
      section,
      ids: new Set(step.sources),
      numbered: new Set(step.sources.flatMap((id) => numberedStep(entries.get(id)))),
    }));
}

function stepPlaceFor(
  ids: readonly string[],
  entries: Entries,
  places: readonly StepPlace[],
  uri: string,
): StepPlace | undefined {
  for (const id of ids) {
    const entry = entries.get(id);
    const near = places.filter((stepPlace) => stepPlace.uri === uri || stepPlace.section === entry?.section);
    const exact = nearest(
      near.filter((stepPlace) => stepPlace.ids.has(id)),
      uri,
    );
    if (exact) return exact;
    const [numbered] = numberedStep(entry);
    const same =
      numbered &&
      nearest(
        near.filter((stepPlace) => stepPlace.numbered.has(numbered)),
        uri,
      );
    if (same) return same;
  }
  return undefined;
}

function sectionOwner(ids: readonly string[], entries: Entries, places: readonly StepPlace[], uri: string): string {
  for (const id of ids) {
    const section = entries.get(id)?.section;
    const owner =
      section &&
      nearest(
        places.filter((stepPlace) => stepPlace.section === section),
        uri,
      );
    if (owner) return owner.uri;
  }
  return uri;
}

/** The first place in the example's own file, else the first of all. */
function nearest(places: readonly StepPlace[], uri: string): StepPlace | undefined {
  return places.find((stepPlace) => stepPlace.uri === uri) ?? places[0];
}

function numberedStep(entry: LedgerEntry | undefined): string[] {
  return entry && entry.step !== '' ? [`${entry.section} ${entry.step}`] : [];
}

function stepPlaceKey(run: RecordedScenario, step: RecordedStep): string {
  return `${run.key} ${step.line}`;
}

function add(lists: Map<string, RecordedScenario[]>, key: string, scenario: RecordedScenario): void {
  const list = lists.get(key) ?? [];
  list.push(scenario);
  lists.set(key, list);
}
