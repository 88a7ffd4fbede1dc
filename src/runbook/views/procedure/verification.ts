import { type Provenance, RESULT_INPUTS, type ResultInput } from '../../../recording/model/provenance';
import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { CurrentInputs } from '../../../recording/staleness/staleness';
import { uniqueSorted } from '../evidence/session';

/** When, and on what, something was executed; several of each where the results are of several runs. */
export interface Verification {
  /** ISO 8601 */
  readonly executed: readonly string[];
  readonly commits: readonly string[];
  /** the first twelve digits each of the SHA-256 of what the results rest on */
  readonly fingerprint: readonly { readonly of: ResultInput; readonly digests: readonly string[] }[];
  /** what has moved since */
  readonly moved: readonly ResultInput[];
}

/** What the verification of some scenarios needs to know besides them. */
export interface Verifying {
  /** when the run was that has no record of itself */
  readonly startedAt: string;
  readonly present: CurrentInputs | null;
}

/** When and on what these scenarios were executed. */
export function verificationOf(
  scenarios: readonly RecordedScenario[],
  { startedAt, present }: Verifying,
): Verification {
  const executed = scenarios.filter(({ status }) => status !== 'not run' && status !== 'waived');
  const origins = [...new Set(executed.flatMap(({ provenance }) => provenance ?? []))];
  const dates = uniqueSorted(origins.map(({ run }) => run.startedAt));
  return {
    executed: dates.length > 0 || startedAt === '' ? dates : [startedAt],
    commits: uniqueSorted(origins.flatMap(({ run }) => run.grounds?.commit ?? [])),
    fingerprint: RESULT_INPUTS.flatMap((of) => {
      const digests = uniqueSorted(origins.flatMap((origin) => digestOf(of, origin, present)));
      return digests.length > 0 ? [{ of, digests }] : [];
    }),
    moved: RESULT_INPUTS.filter((one) => scenarios.some(({ moved }) => moved.includes(one))),
  };
}

const DIGITS = 12;

/** Of the feature where there is somebody to compute it; of sentences there are too many. */
function digestOf(
  of: ResultInput,
  { run: { grounds }, text }: Provenance,
  present: CurrentInputs | null,
): readonly string[] {
  if (!grounds || of === 'sentence') return [];
  if (of === 'feature') return present ? [present.sha256(text).slice(0, DIGITS)] : [];
  return [grounds[of].slice(0, DIGITS)];
}
