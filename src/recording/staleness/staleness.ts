import type { Fingerprints } from '../../evidence/fingerprints';
import { isInForce } from '../../gherkin/waivers';
import { type Provenance, RESULT_INPUTS, type ResultInput } from '../model/provenance';
import type { RecordedFeature, Recording } from '../model/recorded-run';
import { endedAs } from '../model/recorded-scenario';

/** What there is now, to be held against what a run has recorded. */
export interface CurrentInputs extends Required<Pick<Fingerprints, 'steps' | 'simulation' | 'languages'>> {
  /** SHA-256 of the environment files that the recorded name may mean; none where there is no such file */
  readonly environments: (file: string) => readonly string[];
  /** the texts of the feature files that the recorded address may mean */
  readonly features: (uri: string) => readonly string[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** SHA-256 of the UTF-8 text, hexadecimal */
  readonly sha256: (text: string) => string;
}

/**
 * The recording, in which each result says what has moved since. Nothing has where the run did not record what it rests
 * on, as those of other programs do not, and a file that is not there to be compared has not moved either. What was
 * waived rests on its feature alone, and has simply not been run once the waiver is over.
 */
export function markStale(present: CurrentInputs, recording: Recording): Recording {
  return { ...recording, features: recording.features.map((feature) => compared(feature, present)) };
}

function compared(feature: RecordedFeature, present: CurrentInputs): RecordedFeature {
  const texts = present.features(feature.uri);
  const known = new Map<Provenance, readonly ResultInput[]>();
  const movedSince = (origin: Provenance): readonly ResultInput[] => {
    const moved = known.get(origin) ?? movedOf(origin, texts, present);
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

function movedOf({ run, text }: Provenance, texts: readonly string[], present: CurrentInputs): readonly ResultInput[] {
  const { grounds, environmentFile } = run;
  if (!grounds) return [];
  const moved: Readonly<Record<Exclude<ResultInput, 'sentence'>, boolean>> = {
    feature: isElsewhere(text, texts),
    steps: grounds.steps !== present.steps || !isAsBefore(grounds.languages, present.languages),
    simulation: grounds.simulation !== present.simulation,
    environment: isElsewhere(grounds.environment, present.environments(environmentFile)),
  };
  return RESULT_INPUTS.filter((one) => one !== 'sentence' && moved[one]);
}

/** Whether an input that the run may not have used is the same; without a fingerprint it cannot have changed. */
function isAsBefore(recorded: string | undefined, now: string): boolean {
  return recorded === undefined || recorded === now;
}

function isElsewhere(recorded: string, now: readonly string[]): boolean {
  return now.length > 0 && !now.includes(recorded);
}
