import type { PickleStepType } from '@cucumber/messages';
import type { StepElement } from './feature-document';
import type { Status } from './status';
import type { StepOutput } from './step-output';

/** A part of a step's text; parameters are the parts that the step definition extracted. */
export interface TextPart {
  readonly text: string;
  readonly parameter: boolean;
}

/** One step of a scenario with the output of its last attempt. */
export interface RecordedStep
  extends Pick<StepElement, 'keyword' | 'background' | 'sources' | 'line' | 'irreversible' | 'begins'> {
  readonly text: string;
  readonly parts: readonly TextPart[];
  /** Context, Action or Outcome, as in Gherkin's messages */
  readonly type: `${PickleStepType}`;
  /** whether its sentence names several machines */
  readonly several: boolean;
  readonly status: Status;
  readonly message: string;
  readonly table: readonly (readonly string[])[];
  readonly docString: string | null;
  readonly output: StepOutput;
  /** the values of the names in braces */
  readonly values: Readonly<Record<string, string>>;
}
