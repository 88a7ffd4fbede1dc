import type { RunRecord } from '../evidence/records';
import type { RecordedFeature } from './model/recorded-run';
import { isProcedureRun, type RecordedScenario } from './model/recorded-scenario';
import type { RecordedStep } from './model/recorded-step';
import { isFailure } from './model/state';

/**
 * The features, with failures checked for their location. A failure holds only if it occurs at the step that it names: at
 * the sentence of `# fails at:`, or else at one of its sentences. If a procedure shows the refusing window only at other
 * steps, the failure counts as failed. If the procedure is not part of the recording, only the sentence must exist. The
 * windows are not compared then, so that the result does not depend on which other features were run.
 */
export function checkFailureLocations(
  features: readonly RecordedFeature[],
  runs: readonly RunRecord[],
): readonly RecordedFeature[] {
  const procedures: Procedures = {
    walks: features.flatMap(({ scenarios }) => scenarios.filter(isProcedureRun)),
    elsewhere: sentencesOutside(features, runs),
  };
  const held = (scenario: RecordedScenario): RecordedScenario => {
    const wrong = scenario.status === 'passed' && isFailure(scenario) ? misplacement(scenario, procedures) : '';
    return wrong === '' ? scenario : { ...scenario, status: 'failed', message: wrong };
  };
  return features.map((feature) => ({ ...feature, scenarios: feature.scenarios.map(held) }));
}

/** The procedures in the recording, and the sentences of procedures that are not in it. */
interface Procedures {
  readonly walks: readonly RecordedScenario[];
  readonly elsewhere: ReadonlySet<string>;
}

function sentencesOutside(features: readonly RecordedFeature[], runs: readonly RunRecord[]): ReadonlySet<string> {
  const known = new Set(features.map(({ uri }) => uri));
  const others = runs.flatMap(({ otherProcedures = {} }) => Object.entries(otherProcedures));
  return new Set(others.flatMap(([uri, ids]) => (known.has(uri) ? [] : ids)));
}

/** Describes why a failure is at the wrong step; empty if it is at the right step or has no window to compare. */
function misplacement(failure: RecordedScenario, { walks, elsewhere }: Procedures): string {
  const { failsAt, sources } = failure.place;
  const refused = failure.steps.some((step) => step.output.records.some(({ kind }) => kind === 'refusal'));
  if (failsAt.length > 0 && !refused) return `it has to fail at ${failsAt.join(' ')}, and nothing was refused`;
  const pages = new Set(refused ? failure.steps.flatMap(pagesIn) : []);
  const ids = failsAt.length > 0 ? failsAt : sources;
  if (ids.some((id) => elsewhere.has(id))) return '';
  const spots = walks.flatMap(({ steps }) => steps.filter((step) => step.sources.some((id) => ids.includes(id))));
  if (failsAt.length > 0 && spots.length === 0 && walks.length + elsewhere.size > 0) {
    return `it has to fail at ${failsAt.join(' ')}, which no step of a procedure executes`;
  }
  const shows = (step: RecordedStep) => pagesIn(step).some((page) => pages.has(page));
  const carriedOut = spots.filter(({ status }) => status === 'passed');
  if (spots.some(shows) || carriedOut.length < spots.length) return '';
  const [spot] = spots;
  const [found] = (spot ? walks : walks.filter(({ uri }) => uri === failure.uri)).flatMap((walk) =>
    walk.steps.filter((step) => step.type !== 'Context' && shows(step)),
  );
  if (!found) return '';
  return spot
    ? `fails at the step "${found.text}", and it has to fail at "${spot.text}"`
    : `fails at the step "${found.text}", of which it does not say so; name its sentence: # fails at: ${found.sources[0] ?? ''}`;
}

/** The pages of windows that a step shows. */
function pagesIn({ output }: RecordedStep): readonly string[] {
  return output.records.flatMap((record) =>
    record.kind === 'window' ? record.shots.map(({ title, page }) => `${title}\n${page}`) : [],
  );
}
