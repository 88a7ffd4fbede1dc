import type { Attachment, Envelope, TestStepResult } from '@cucumber/messages';

/** What one execution of a test case left in the stream, by the ids of its steps. */
export interface Attempt {
  readonly results: ReadonlyMap<string, TestStepResult>;
  readonly attachments: readonly StreamAttachment[];
}

/** Every attempt at each test case, by the test case's id: the first one first, those after it are retries. */
export function attemptsIn(messages: readonly Envelope[]): ReadonlyMap<string, readonly Attempt[]> {
  const byId = new Map<string, OpenAttempt>();
  const byTestCase = new Map<string, OpenAttempt[]>();
  for (const message of messages) {
    if (message.testCaseStarted) {
      const { id, testCaseId, attempt: number } = message.testCaseStarted;
      const attempt = { number, results: new Map<string, TestStepResult>(), attachments: [] };
      byId.set(id, attempt);
      byTestCase.set(testCaseId, [...(byTestCase.get(testCaseId) ?? []), attempt]);
    }
    if (message.testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = message.testStepFinished;
      byId.get(testCaseStartedId)?.results.set(testStepId, testStepResult);
    }
    const attachment = attachmentIn(message);
    if (attachment) byId.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
  }
  for (const attempts of byTestCase.values()) attempts.sort((a, b) => a.number - b.number);
  return byTestCase;
}

interface OpenAttempt extends Attempt {
  readonly number: number;
  readonly results: Map<string, TestStepResult>;
  readonly attachments: StreamAttachment[];
}

/** The attachment in a message; one that was moved to a file keeps its address only. */
export function attachmentIn({ attachment, externalAttachment }: Envelope): StreamAttachment | undefined {
  return externalAttachment ? { ...externalAttachment, body: '', contentEncoding: 'IDENTITY' } : attachment;
}

/** An attachment, its encoding spelled as in the stream. */
export type StreamAttachment = Omit<Attachment, 'contentEncoding'> & {
  readonly contentEncoding: `${Attachment['contentEncoding']}`;
};
