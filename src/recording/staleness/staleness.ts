import type { Fingerprints } from '../../evidence/fingerprints';
import { sentencesOfProcedures } from '../../gherkin/procedure-sentences';
import { isInForce } from '../../gherkin/waivers';
import { type Provenance, RESULT_INPUTS, type ResultInput } from '../model/provenance';
import type { RecordedFeature, Recording } from '../model/recorded-run';
import { endedAs } from '../model/recorded-scenario';

/** The present inputs of results, to compare with the recorded ones. */
export interface CurrentInputs extends Required<Pick<Fingerprints, 'steps' | 'simulation' | 'languages'>> {
  /** SHA-256 digests of the environment files that the recorded name may mean; empty if none exists */
  readonly environments: (file: string) => readonly string[];
  /** the digest of the states from which a run would begin, empty without states; absent if it is not to be compared */
  readonly states?: string;
  /** the texts of the feature files that the recorded address may mean */
  readonly features: (uri: string) => readonly string[];
  /** the digests of the user's programs at these paths, by address; undefined if there is nothing to compare */
  readonly own: (paths: readonly string[]) => Readonly<Record<string, string>> | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** SHA-256 of the UTF-8 text, hexadecimal */
  readonly sha256: (text: string) => string;
}

/**
 * Adds to each result the inputs that have changed since it was recorded. An input counts as unchanged if the run did
 * not record it or if there is no file to compare. A waived scenario depends only on its feature; it counts as not run
 * when its waiver ends.
 */
export function markStale(present: CurrentInputs, recording: Recording): Recording {
  return { ...recording, features: recording.features.map((feature) => compared(feature, present)) };
}

function compared(feature: RecordedFeature, present: CurrentInputs): RecordedFeature {
  const texts = present.features(feature.uri);
  const known = new Map<Provenance, readonly ResultInput[]>();
  const movedSince = (origin: Provenance): readonly ResultInput[] => {
    const moved = known.get(origin) ?? movedOf(feature.uri, origin, texts, present);
    known.set(origin, moved);
    return moved;
  };
  const scenarios = feature.scenarios.map((scenario) => {
    const { provenance, status, waiver } = scenario;
    if (!provenance || status === 'not run') return scenario;
    if (status !== 'waived') return { ...scenario, moved: movedSince(provenance) };
    if (waiver && !isInForce(waiver, present.today)) return endedAs('not run', scenario);
    return { ...scenario, moved: movedSince(provenance).filter((one) => one === 'feature') };
  });
  return { ...feature, scenarios };
}

function movedOf(
  uri: string,
  { run, text }: Provenance,
  texts: readonly string[],
  present: CurrentInputs,
): readonly ResultInput[] {
  const { grounds, environmentFile } = run;
  if (!grounds) return [];
  const isComposed = grounds.plans?.[uri] !== undefined;
  const moved: Readonly<Record<Exclude<ResultInput, 'sentence'>, boolean>> = {
    feature: (!isComposed && isElsewhere(text, texts)) || citeOtherwise(run.otherProcedures ?? {}, present),
    plan: movedPlanSources(uri, run, present).length > 0,
    steps:
      grounds.steps !== present.steps ||
      !isAsBefore(grounds.languages, present.languages) ||
      movedPrograms(run, present).length > 0,
    simulation: grounds.simulation !== present.simulation,
    environment:
      isElsewhere(grounds.environment, present.environments(environmentFile)) ||
      !isAsBefore(present.states, grounds.states?.digest ?? ''),
  };
  return RESULT_INPUTS.filter((one) => one !== 'sentence' && moved[one]);
}

/** The addresses of the files that a plan was composed from, as far as they have changed since. */
export function movedPlanSources(
  uri: string,
  { grounds }: Provenance['run'],
  { features, sha256 }: CurrentInputs,
): readonly string[] {
  const sources = Object.entries(grounds?.plans?.[uri] ?? {});
  return sources.filter(([file, digest]) => isElsewhere(digest, features(file).map(sha256))).map(([file]) => file);
}

/** The addresses of the user's programs that have been changed, added or removed since. */
export function movedPrograms({ grounds }: Provenance['run'], present: CurrentInputs): readonly string[] {
  const recorded = grounds?.own?.files ?? {};
  const now = grounds && present.own(grounds.own?.paths ?? []);
  if (!now) return [];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names.filter((name) => recorded[name] !== now[name]);
}

/** Whether an input is unchanged; an input that the run did not record cannot change. */
function isAsBefore(recorded: string | undefined, now: string): boolean {
  return recorded === undefined || recorded === now;
}

/** Whether procedures outside the run cite other sentences now; the location of a failure depends on them. */
function citeOtherwise(recorded: Readonly<Record<string, readonly string[]>>, { features }: CurrentInputs): boolean {
  return Object.entries(recorded).some(([uri, ids]) => {
    const now = features(uri).map((text) => sentencesOfProcedures(text).join());
    return isElsewhere(ids.join(), now);
  });
}

function isElsewhere(recorded: string, now: readonly string[]): boolean {
  return now.length > 0 && !now.includes(recorded);
}
