import type { FindingCodeLine } from '../../evidence/finding-records';
import type { RunRecord } from '../../evidence/records';
import type { FactTexts } from '../../fact';
import type { FeatureDocument } from './feature-document';
import type { RecordedScenario } from './recorded-scenario';
import type { StepOutput } from './step-output';

/** One feature file with its scenarios in the order of the file. */
export interface RecordedFeature extends Pick<FeatureDocument, 'uri' | 'language' | 'feature' | 'citations'> {
  readonly scenarios: readonly RecordedScenario[];
}

/** An error that prevented the run from starting or finishing: an unreadable feature file, a hook of the whole run. */
export interface RunError {
  readonly where: string;
  readonly message: string;
}

/** A run from Cucumber's messages, with all references between messages resolved. */
export interface Recording {
  /** whether its features follow the conventions of this package */
  readonly rehearsal: boolean;
  /** documented procedures first, in the order of their file names */
  readonly features: readonly RecordedFeature[];
  readonly runs: readonly RunRecord[];
  /** the codes of the run's judge, without duplicates */
  readonly codes: readonly FindingCodeLine[];
  /** the English texts of the facts that the records state */
  readonly texts: FactTexts;
  /** ISO 8601; empty if the stream does not contain it */
  readonly startedAt: string;
  /** the programs that ran, by their names in the stream */
  readonly programs: Readonly<Record<string, string>>;
  /** attachments of hooks that run once per run */
  readonly hookOutput: StepOutput;
  readonly errors: readonly RunError[];
}
