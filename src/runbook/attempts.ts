import type { Attachment, Envelope, TestStepResult } from '@cucumber/messages';

/** What one execution of a test case left in the stream, by the ids of its steps. */
export interface Attempt {
  readonly results: ReadonlyMap<string, TestStepResult>;
  readonly attachments: readonly StreamAttachment[];
}

/** The last attempt of each test case, by the test case's id: a retry replaces what was before it. */
export function lastAttempts(messages: readonly Envelope[]): ReadonlyMap<string, Attempt> {
  const attempts = new Map<string, OpenAttempt>();
  const last = new Map<string, OpenAttempt>();
  for (const message of messages) {
    if (message.testCaseStarted) {
      const { id, testCaseId, attempt: number } = message.testCaseStarted;
      const attempt = { number, results: new Map<string, TestStepResult>(), attachments: [] };
      attempts.set(id, attempt);
      if (number >= (last.get(testCaseId)?.number ?? 0)) last.set(testCaseId, attempt);
    }
    if (message.testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = message.testStepFinished;
      attempts.get(testCaseStartedId)?.results.set(testStepId, testStepResult);
    }
    const attachment = attachmentIn(message);
    if (attachment) attempts.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
  }
  return last;
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
