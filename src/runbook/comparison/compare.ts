import type { Envelope } from '@cucumber/messages';
import { englishWords, wordsOf } from '../../fact';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { isFailing } from '../../recording/model/status';
import { type RecordedFeature, type Recording, recordingOf } from '../../recording/recording';
import { countsOf } from '../counts';
import { NO_ANCHORS } from '../outline/anchors';
import { scenariosOf } from '../outline/totals';
import { failingIn, type Unsettled, unsettled } from '../outline/unsettled';
import { type Comparison, KINDS, type Kind, type ProcedureChange, type ScenarioOutcome, type Side } from './comparison';
import { alikePairs } from './pairing';
import { scenarioChanges, scenarioPairs } from './scenario-changes';

/** What has changed from one run, or several together, to another. */
export function compared(old: readonly Envelope[], current: readonly Envelope[]): Comparison {
  const [before, after] = [recordingOf(old), recordingOf(current)];
  const features = featurePairs(before.features, after.features);
  const procedures = features.flatMap(([was, is]) => procedureChange(was, is));
  const scenarios = features.flatMap(([was, is]) => scenarioPairs(was?.scenarios ?? [], is?.scenarios ?? []));
  const broken = failingIn({ ...after, features: [] }, NO_ANCHORS);
  const known = new Set(failingIn({ ...before, features: [] }, NO_ANCHORS).map((one) => JSON.stringify(one)));
  const outcomes = (holds: (was: RecordedScenario | undefined, is: RecordedScenario) => boolean) =>
    scenarios.flatMap(([was, is]) => (is && holds(was, is) ? [outcomeOf(is, after)] : []));
  return {
    before: sideOf(before),
    after: sideOf(after),
    newlyFailing: [
      ...broken.filter((one) => !known.has(JSON.stringify(one))).map((one) => outcomeIn(one, after)),
      ...outcomes((was, is) => isFailing(is.status) && !(was && isFailing(was.status))),
    ],
    newlyPassing: outcomes((was, is) => is.status === 'passed' && was !== undefined && isFailing(was.status)),
    procedures,
    totals: totalsOf(procedures),
  };
}

function outcomeOf(scenario: RecordedScenario, recording: Recording): ScenarioOutcome {
  return outcomeIn(unsettled(scenario, NO_ANCHORS), recording);
}

function outcomeIn({ href: _, until: __, message, ...outcome }: Unsettled, { texts }: Recording): ScenarioOutcome {
  return { ...outcome, message: wordsOf(message, englishWords(texts)) };
}

function sideOf(recording: Recording): Side {
  const [run] = recording.runs;
  return {
    startedAt: run?.startedAt ?? recording.startedAt,
    environment: run?.environment ?? '',
    scenarios: scenariosOf(recording).length,
  };
}

type Features = readonly RecordedFeature[];

/** Each file with its former self, known by its path, its title or its name; those that are gone at the end. */
function featurePairs(before: Features, after: Features) {
  const nameOf = (feature: RecordedFeature | undefined) => feature?.uri.split(/[\\/]/).at(-1);
  const pairs = alikePairs([], { before: before.length, after: after.length }, (i, j) => {
    const [was, is] = [before[i], after[j]];
    if (was?.uri === is?.uri) return 3;
    if (was?.feature.name === is?.feature.name) return 2;
    return nameOf(was) === nameOf(is) ? 1 : 0;
  });
  const kept = after.map((feature, index) => [
    before[pairs.find((pair) => pair.after === index)?.before ?? -1],
    feature,
  ]);
  const gone = before.filter((_, index) => !pairs.some((pair) => pair.before === index));
  return [...kept, ...gone.map((feature) => [feature, undefined])] as const;
}

function procedureChange(
  was: RecordedFeature | undefined,
  is: RecordedFeature | undefined,
): readonly ProcedureChange[] {
  const [now, then] = [is ?? was, was ?? is];
  if (!now || !then) return [];
  const title = titleOf(now);
  const kinds = kindsOf(was, is);
  const scenarios = was && is ? scenarioChanges(was.scenarios, is.scenarios) : [];
  const rules = was && is ? rulesReworded(was, is) : [];
  if (kinds.length + scenarios.length + rules.length === 0) return [];
  return [
    {
      kinds,
      title,
      titleBefore: titleOf(then) === title ? '' : titleOf(then),
      uri: now.uri,
      uriBefore: then.uri === now.uri ? '' : then.uri,
      rules,
      scenarios,
    },
  ];
}

function titleOf({ feature, uri }: RecordedFeature): string {
  return feature.name || uri;
}

function kindsOf(was: RecordedFeature | undefined, is: RecordedFeature | undefined): readonly Kind[] {
  if (!was) return ['added'];
  if (!is) return ['removed'];
  const reworded = was.feature.name !== is.feature.name || was.feature.description !== is.feature.description;
  return [...(reworded ? (['reworded'] as const) : []), ...(was.uri === is.uri ? [] : (['moved'] as const))];
}

/** Rules that are gone, with the one in which their scenarios now are. */
function rulesReworded(was: RecordedFeature, is: RecordedFeature): ProcedureChange['rules'] {
  const still = new Set(is.scenarios.map(({ place }) => place.rule?.name));
  const pairs = scenarioPairs(was.scenarios, is.scenarios).map(([one, other]) => {
    return [one?.place.rule?.name, other?.place.rule?.name] as const;
  });
  const changed = new Map(
    pairs.flatMap(([before, after]) => (before && after && !still.has(before) ? [[before, after] as const] : [])),
  );
  return [...changed].map(([before, after]) => ({ before, after }));
}

function totalsOf(procedures: readonly ProcedureChange[]): Comparison['totals'] {
  const count = (things: readonly { readonly kinds: readonly Kind[] }[]) =>
    countsOf(
      KINDS,
      things.flatMap(({ kinds }) => kinds),
    );
  const scenarios = procedures.flatMap((procedure) => procedure.scenarios);
  return {
    procedures: count(procedures),
    scenarios: count(scenarios),
    steps: count(scenarios.flatMap(({ steps }) => steps)),
  };
}
