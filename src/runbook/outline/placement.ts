import { isProcedureRun, isRollback, type RecordedScenario, sourcesOf } from '../../recording/model/recorded-scenario';
import { changesOfActions, reverts } from '../../recording/model/rollback';
import type { RecordedStep } from '../../recording/reading/steps';
import type { RecordedFeature } from '../../recording/recording';
import type { LedgerEntry } from '../source-document/ledger';
import { mainSection } from '../source-document/step-number';

/** Where each example stands: beside a step of a walk, or at the end of a procedure. */
export interface Placement {
  besideStep(walk: RecordedScenario, step: RecordedStep): readonly RecordedScenario[];
  inGeneral(uri: string): readonly RecordedScenario[];
  /** the file of the procedure that the example stands in */
  homeOf(example: RecordedScenario): string;
}

/**
 * An example stands beside the step at which it says that it fails, or that executes one of its own sentences, else the same numbered step of the same
 * section; else with the procedure of the section, else in its own file. A rollback stands beside that one of these steps
 * which made what it takes back. What a walk names outside the section that it
 * walks through draws no examples of other files to it: such sentences are about the whole.
 */
export function placementOf(features: readonly RecordedFeature[], ledger: readonly LedgerEntry[]): Placement {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]));
  const spots = features
    .flatMap(({ scenarios }) => scenarios.filter(isProcedureRun))
    .flatMap((walk) => spotsOf(walk, entries));
  const beside = new Map<string, RecordedScenario[]>();
  const general = new Map<string, RecordedScenario[]>();
  const homes = new Map<string, string>();
  for (const example of features
    .flatMap(({ scenarios }) => scenarios)
    .filter((scenario) => !isProcedureRun(scenario))) {
    const ids = [...example.place.failsAt, ...sourcesOf(example)];
    const undone = isRollback(example) ? spots.filter(({ step }) => reverts(changesOfActions(example), step)) : [];
    const spot = spotFor(ids, entries, undone, example.uri) ?? spotFor(ids, entries, spots, example.uri);
    const home = spot?.uri ?? sectionOwner(ids, entries, spots, example.uri);
    homes.set(example.key, home);
    if (spot) add(beside, spot.key, example);
    else add(general, home, example);
  }
  return {
    besideStep: (walk, step) => beside.get(spotKey(walk, step)) ?? [],
    inGeneral: (uri) => general.get(uri) ?? [],
    homeOf: (example) => homes.get(example.key) ?? example.uri,
  };
}

interface Spot {
  readonly key: string;
  readonly step: RecordedStep;
  readonly uri: string;
  /** the section that the walk goes through */
  readonly section: string;
  readonly ids: ReadonlySet<string>;
  /** the numbered steps of the document that the step carries out */
  readonly numbered: ReadonlySet<string>;
}

type Entries = ReadonlyMap<string, LedgerEntry>;

function spotsOf(walk: RecordedScenario, entries: Entries): readonly Spot[] {
  const section = mainSection(
    walk.steps.flatMap((step) => step.sources),
    entries,
  );
  return walk.steps
    .filter((step) => !step.background && step.sources.length > 0)
    .map((step) => ({
      key: spotKey(walk, step),
      step,
      uri: walk.uri,
      section,
      ids: new Set(step.sources),
      numbered: new Set(step.sources.flatMap((id) => numberedStep(entries.get(id)))),
    }));
}

function spotFor(ids: readonly string[], entries: Entries, spots: readonly Spot[], uri: string): Spot | undefined {
  for (const id of ids) {
    const entry = entries.get(id);
    const near = spots.filter((spot) => spot.uri === uri || spot.section === entry?.section);
    const exact = nearest(
      near.filter((spot) => spot.ids.has(id)),
      uri,
    );
    if (exact) return exact;
    const [numbered] = numberedStep(entry);
    const same =
      numbered &&
      nearest(
        near.filter((spot) => spot.numbered.has(numbered)),
        uri,
      );
    if (same) return same;
  }
  return undefined;
}

function sectionOwner(ids: readonly string[], entries: Entries, spots: readonly Spot[], uri: string): string {
  for (const id of ids) {
    const section = entries.get(id)?.section;
    const owner =
      section &&
      nearest(
        spots.filter((spot) => spot.section === section),
        uri,
      );
    if (owner) return owner.uri;
  }
  return uri;
}

/** The first spot of the example's own file, else the first of all. */
function nearest(spots: readonly Spot[], uri: string): Spot | undefined {
  return spots.find((spot) => spot.uri === uri) ?? spots[0];
}

function numberedStep(entry: LedgerEntry | undefined): string[] {
  return entry && entry.step !== '' ? [`${entry.section} ${entry.step}`] : [];
}

function spotKey(walk: RecordedScenario, step: RecordedStep): string {
  return `${walk.key} ${step.line}`;
}

function add(lists: Map<string, RecordedScenario[]>, key: string, scenario: RecordedScenario): void {
  const list = lists.get(key) ?? [];
  list.push(scenario);
  lists.set(key, list);
}
