import type { Attachment, Envelope, TestStepResult } from '@cucumber/messages';

/** The results and attachments of one execution of a test case, by the ids of its steps. */
export interface Attempt {
  readonly results: ReadonlyMap<string, TestStepResult>;
  readonly attachments: readonly StreamAttachment[];
}

/** The attempts at the test cases of a stream. */
export class Attempts {
  readonly #byId = new Map<string, OpenAttempt>();
  readonly #byTestCase = new Map<string, OpenAttempt[]>();

  /** The next message of the stream. */
  read(message: Envelope): void {
    const { testCaseStarted, testStepFinished } = message;
    if (testCaseStarted) {
      const { id, testCaseId, attempt: number } = testCaseStarted;
      const attempt = { number, results: new Map<string, TestStepResult>(), attachments: [] };
      this.#byId.set(id, attempt);
      this.#byTestCase.set(testCaseId, [...(this.#byTestCase.get(testCaseId) ?? []), attempt]);
    }
    if (testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
      this.#byId.get(testCaseStartedId)?.results.set(testStepId, testStepResult);
    }
    const attachment = attachmentIn(message);
    if (attachment) this.#byId.get(attachment.testCaseStartedId ?? '')?.attachments.push(attachment);
  }

  /** The attempts at a test case, the first one first; the others are retries. */
  at(testCaseId: string): readonly Attempt[] {
    return [...(this.#byTestCase.get(testCaseId) ?? [])].sort((a, b) => a.number - b.number);
  }
}

interface OpenAttempt extends Attempt {
  readonly number: number;
  readonly results: Map<string, TestStepResult>;
  readonly attachments: StreamAttachment[];
}

/** The attachment in a message. An attachment in an external file has only an address. */
function attachmentIn({ attachment, externalAttachment }: Envelope): StreamAttachment | undefined {
  return externalAttachment ? { ...externalAttachment, body: '', contentEncoding: 'IDENTITY' } : attachment;
}

/** An attachment with its encoding in the form of the stream. */
export type StreamAttachment = Omit<Attachment, 'contentEncoding'> & {
  readonly contentEncoding: `${Attachment['contentEncoding']}`;
};
