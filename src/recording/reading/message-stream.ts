import type { Envelope, Hook, Pickle } from '@cucumber/messages';
import type { EvidenceRecord } from '../../evidence/records';
import type { FeatureDocument } from '../model/feature-document';
import { outputOf } from './attachments';
import { Attempts, type StreamAttachment } from './attempts';
import { featureDocument } from './document-elements';
import { RunErrors } from './run-errors';
import { isAboutRun } from './stream-boundaries';
import { type RecordedTestCase, readTestCase } from './test-cases';

/** The content of one message stream, by the ids that its messages use. */
export class MessageStream {
  readonly documents: FeatureDocument[] = [];
  /** the texts of feature files by their addresses */
  readonly texts = new Map<string, string>();
  readonly pickles: Pickle[] = [];
  /** by the ids of their pickles */
  readonly testCases = new Map<string, RecordedTestCase>();
  readonly hooks = new Map<string, Hook>();
  readonly attempts = new Attempts();
  readonly runErrors = new RunErrors();
  /** records about whole runs, in any place of the stream */
  readonly records: EvidenceRecord[] = [];
  /** attachments of hooks that run once per run */
  readonly around: StreamAttachment[] = [];
  /** ISO 8601; empty if the stream does not contain it */
  startedAt = '';
  /** the programs of the run; null if the stream does not name them */
  programs: Readonly<Record<string, string>> | null = null;

  /** Reads the next message. Parts that no reader needs are dropped. */
  read(message: Envelope): void {
    const { source, gherkinDocument: document, pickle, testCase, hook, attachment, meta, testRunStarted } = message;
    if (source) this.texts.set(source.uri, source.data);
    if (document?.feature) this.documents.push(featureDocument(document, document.feature));
    if (pickle) this.pickles.push(pickle);
    if (testCase) this.testCases.set(testCase.pickleId, readTestCase(testCase));
    if (hook) this.hooks.set(hook.id, hook);
    if (attachment && isAboutRun(attachment)) this.records.push(...outputOf([attachment]).records);
    if (attachment?.testRunHookStartedId) this.around.push(attachment);
    if (testRunStarted && this.startedAt === '') {
      const { seconds, nanos } = testRunStarted.timestamp;
      this.startedAt = new Date(seconds * 1000 + nanos / 1e6).toISOString();
    }
    if (meta) {
      const products = [meta.implementation, meta.runtime];
      this.programs ??= Object.fromEntries(products.map(({ name, version = '' }) => [name, version]));
    }
    this.attempts.read(message);
    this.runErrors.read(message);
  }
}
