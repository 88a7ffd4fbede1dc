import { type Provenance, RESULT_INPUTS, type ResultInput } from '../../recording/model/provenance';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { type CurrentInputs, movedPlanSources, movedPrograms } from '../../recording/staleness/staleness';
import { uniqueSorted } from '../unique-sorted';

/** When something was executed, and on what; several of each where the results are of several runs. */
export interface Verification {
  /** ISO 8601 */
  readonly executed: readonly string[];
  readonly commits: readonly string[];
  /** the servers from whose states the runs began; none if they began from the environment file */
  readonly states: readonly string[];
  /** of each thing that the results rest on the first twelve digits of its SHA-256 */
  readonly fingerprint: readonly { readonly of: ResultInput; readonly digests: readonly string[] }[];
  /** what has changed since */
  readonly moved: readonly ResultInput[];
  /** the files among them: features and plan files by their addresses, environment files by their names */
  readonly movedFiles: readonly string[];
}

/** What the verification of scenarios needs besides the scenarios. */
export interface VerificationContext {
  /** when the run began, where it has no record of itself */
  readonly startedAt: string;
  readonly present: CurrentInputs | null;
}

/** When and on what these scenarios were executed. */
export function verificationOf(
  scenarios: readonly RecordedScenario[],
  { startedAt, present }: VerificationContext,
): Verification {
  const executed = scenarios.filter(({ status }) => status !== 'not run' && status !== 'waived');
  const origins = [...new Set(executed.flatMap(({ provenance }) => provenance ?? []))];
  const dates = uniqueSorted(origins.map(({ run }) => run.startedAt));
  return {
    executed: dates.length > 0 || startedAt === '' ? dates : [startedAt],
    commits: uniqueSorted(origins.flatMap(({ run }) => run.grounds?.commit ?? [])),
    states: uniqueSorted(origins.flatMap(({ run }) => run.grounds?.states?.servers ?? [])),
    fingerprint: RESULT_INPUTS.flatMap((of) => {
      const digests = uniqueSorted(origins.flatMap((origin) => digestOf(of, origin, present)));
      return digests.length > 0 ? [{ of, digests }] : [];
    }),
    moved: RESULT_INPUTS.filter((one) => scenarios.some(({ moved }) => moved.includes(one))),
    movedFiles: uniqueSorted(scenarios.flatMap((scenario) => movedFilesOf(scenario, present))),
  };
}

function movedFilesOf({ uri, moved, provenance }: RecordedScenario, present: CurrentInputs | null): readonly string[] {
  const environment = provenance?.run.environmentFile ?? '';
  return [
    ...(moved.includes('feature') ? [uri] : []),
    ...(moved.includes('plan') && provenance && present ? movedPlanSources(uri, provenance.run, present) : []),
    ...(moved.includes('steps') && provenance && present ? movedPrograms(provenance.run, present) : []),
    ...(moved.includes('environment') && environment !== '' ? [environment] : []),
  ];
}

const DIGITS = 12;

/**
 * Sentences have no digests, because there are too many, and a plan has that of its feature. The steps have
 * one for the package's and one for each file of the user. A feature has one if the current
 * inputs can compute it.
 */
function digestOf(
  of: ResultInput,
  { run: { grounds }, text }: Provenance,
  present: CurrentInputs | null,
): readonly string[] {
  if (!grounds || of === 'sentence' || of === 'plan') return [];
  if (of === 'feature') return present ? [present.sha256(text).slice(0, DIGITS)] : [];
  const own = of === 'steps' ? Object.values(grounds.own?.files ?? {}) : [];
  return [grounds[of], ...own].map((digest) => digest.slice(0, DIGITS));
}
