import type { TestCase } from '@cucumber/messages';

/** What is read of a test case: the hooks and steps that it runs. The rest of the message is forgotten. */
export interface ReadTestCase {
  readonly id: string;
  readonly steps: readonly ReadTestStep[];
}

/** A step of a test case, or a hook around it. */
export interface ReadTestStep {
  readonly id: string;
  readonly pickleStepId: string | undefined;
  readonly hookId: string | undefined;
  /** what the only step definition that matches has picked out of the sentence */
  readonly picked: readonly Picked[];
}

/** A parameter of a sentence, and where in it it begins. */
export interface Picked {
  readonly start: number;
  readonly value: string;
  readonly type: string;
}

/** Reads a test case of the message stream. */
export function readTestCase({ id, testSteps }: TestCase): ReadTestCase {
  const steps = testSteps.map((step): ReadTestStep => {
    const { pickleStepId, hookId, stepMatchArgumentsLists: lists = [] } = step;
    const [matching] = lists.length === 1 ? lists : [];
    const picked = matching?.stepMatchArguments.map(({ group, parameterTypeName = '' }) => {
      return { start: group.start ?? -1, value: group.value ?? '', type: parameterTypeName };
    });
    return { id: step.id, pickleStepId, hookId, picked: picked ?? NOTHING };
  });
  return { id, steps };
}

const NOTHING: ReadTestStep['picked'] = [];
