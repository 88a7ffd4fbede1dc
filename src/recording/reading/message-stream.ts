import type { Envelope, Hook, Pickle } from '@cucumber/messages';
import type { EvidenceRecord } from '../../evidence/records';
import { outputOf } from './attachments';
import { Attempts, type StreamAttachment } from './attempts';
import { type FeatureDocument, featureDocument } from './document-elements';
import { RunErrors } from './run-errors';
import { isAboutRun } from './stream-boundaries';
import { type RecordedTestCase, readTestCase } from './test-cases';

/** What one message stream holds, as far as the runbook reads it, by the ids that its messages use. */
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
  /** about whole runs, wherever they are attached */
  readonly records: EvidenceRecord[] = [];
  /** what hooks of the whole run left */
  readonly around: StreamAttachment[] = [];
  /** ISO 8601; empty when the stream does not say */
  startedAt = '';
  /** the programs that ran; null when the stream does not say */
  programs: Readonly<Record<string, string>> | null = null;

  /** The next message. What the runbook does not read of it is forgotten. */
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
