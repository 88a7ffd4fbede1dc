import type { TestCase } from '@cucumber/messages';

/** The hooks and steps of a test case. */
export interface RecordedTestCase {
  readonly id: string;
  readonly steps: readonly RecordedTestStep[];
}

/** A step of a test case, or a hook around it. */
export interface RecordedTestStep {
  readonly id: string;
  readonly pickleStepId: string | undefined;
  readonly hookId: string | undefined;
  /** the parameters that its only matching step definition found */
  readonly parameters: readonly StepParameter[];
}

/** A parameter of a sentence, and the offset where it begins. */
export interface StepParameter {
  readonly start: number;
  readonly value: string;
  readonly type: string;
}

/** Reads a test case of the message stream. */
export function readTestCase({ id, testSteps }: TestCase): RecordedTestCase {
  const steps = testSteps.map((step): RecordedTestStep => {
    const { pickleStepId, hookId, stepMatchArgumentsLists: lists = [] } = step;
    const [matching] = lists.length === 1 ? lists : [];
    const picked = matching?.stepMatchArguments.map(({ group, parameterTypeName = '' }) => {
      return { start: group.start ?? -1, value: group.value ?? '', type: parameterTypeName };
    });
    return { id: step.id, pickleStepId, hookId, parameters: picked ?? NOTHING };
  });
  return { id, steps };
}

const NOTHING: RecordedTestStep['parameters'] = [];
