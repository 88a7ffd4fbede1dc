import type { Envelope } from '@cucumber/messages';
import { mediaTypeOf, recordIn } from '../evidence/records';
import { englishWords, wordsOf } from '../fact';

/** Records with reasons; the other records are not read. */
const REASONS = [mediaTypeOf('waived'), mediaTypeOf('not-applicable'), mediaTypeOf('texts')];

/** Adds the reason to the last result of a skipped scenario, because the JUnit report takes it from there. */
export class SkipReasons {
  /** by attempt */
  readonly #known = new Map<string, string>();
  #words = englishWords({});

  /** Adds the reason to a message for Cucumber's report. Returns the message without it. */
  addTo(envelope: Envelope): Envelope {
    const { attachment, testStepFinished } = envelope;
    const record = attachment && REASONS.includes(attachment.mediaType) ? recordIn(attachment) : undefined;
    if (record?.kind === 'waived') this.#know(attachment, waiverText(record));
    if (record?.kind === 'not-applicable') this.#know(attachment, wordsOf(record.reason, this.#words));
    if (record?.kind === 'texts') this.#words = englishWords(record.texts);
    const reason = this.#known.get(testStepFinished?.testCaseStartedId ?? '');
    if (!testStepFinished || reason === undefined) return envelope;
    const { testStepResult } = testStepFinished;
    if (testStepResult.status !== 'SKIPPED') return envelope;
    envelope.testStepFinished = { ...testStepFinished, testStepResult: { ...testStepResult, message: reason } };
    return { ...envelope, testStepFinished };
  }

  #know(attachment: Envelope['attachment'], reason: string): void {
    this.#known.set(attachment?.testCaseStartedId ?? '', reason);
  }
}

/** The text of a waiver as in a feature: `waived until 2027-01-31: reason`. */
export function waiverText({ reason, until }: { readonly reason: string; readonly until: string }): string {
  return `waived${until === '' ? '' : ` until ${until}`}: ${reason}`;
}
