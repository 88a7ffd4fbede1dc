import { type Envelope, TestStepResultStatus } from '@cucumber/messages';
import { mediaTypeOf } from '../../src/evidence/records';

/** Which scenario of the recorded run fails at its third step, and which one the environment does not allow. */
export const UNSETTLED = {
  failing: 'Create the request with the Certificate Wizard',
  notApplicable: 'Add subject alternative names',
};

/**
 * A recorded run with three changes: a procedure run fails, the environment does not allow a scenario, and the step
 * definitions have changed since.
 */
export function unsettled(messages: readonly Envelope[]): readonly Envelope[] {
  const [failing, notApplicable] = [stepsOf(messages, UNSETTLED.failing), stepsOf(messages, UNSETTLED.notApplicable)];
  const changed = messages.map((message): Envelope => {
    const { testStepFinished: finished, attachment } = message;
    if (attachment?.mediaType === mediaTypeOf('run'))
      return { attachment: { ...attachment, body: moved(attachment.body) } };
    const place = failing.indexOf(finished?.testStepId ?? '');
    if (finished && place === FAILS_AT) return ended(finished, TestStepResultStatus.FAILED);
    const skipped = place > FAILS_AT || notApplicable.includes(finished?.testStepId ?? '');
    return finished && skipped ? ended(finished, TestStepResultStatus.SKIPPED) : message;
  });
  return changed.flatMap((message) =>
    message.testStepFinished?.testStepId === notApplicable[0] ? [reasonFor(message), message] : [message],
  );
}

const FAILS_AT = 2;

type Finished = NonNullable<Envelope['testStepFinished']>;

/** The ids of the steps in the scenario's test case. */
function stepsOf(messages: readonly Envelope[], name: string): readonly string[] {
  const pickle = messages.find((message) => message.pickle?.name === name)?.pickle;
  const testCase = messages.find((message) => message.testCase?.pickleId === pickle?.id)?.testCase;
  const steps = testCase?.testSteps.filter(({ pickleStepId }) => pickleStepId) ?? [];
  if (!pickle || steps.length <= FAILS_AT) throw new Error(`no scenario "${name}" was recorded`);
  return steps.map(({ id }) => id);
}

function ended(finished: Finished, status: TestStepResultStatus): Envelope {
  const message = status === TestStepResultStatus.FAILED ? { message: 'expected "Run again"\n  found "Run"' } : {};
  return { testStepFinished: { ...finished, testStepResult: { ...finished.testStepResult, status, ...message } } };
}

function reasonFor({ testStepFinished }: Envelope): Envelope {
  const { testCaseStartedId = '', testStepId = '' } = testStepFinished ?? {};
  const body = JSON.stringify({ kind: 'not-applicable', reason: 'the environment has no second server' });
  const mediaType = mediaTypeOf('not-applicable');
  return { attachment: { testCaseStartedId, testStepId, body, mediaType, contentEncoding: 'IDENTITY' as never } };
}

function moved(run: string): string {
  const record = JSON.parse(run);
  return JSON.stringify({ ...record, grounds: { ...record.grounds, steps: 'f'.repeat(64) } });
}
