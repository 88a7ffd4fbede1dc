import type { EvidenceRecord } from '../../evidence/records';

/** An attachment that is no record of this package: a text, an image, or other bytes. */
export interface PlainAttachment {
  readonly mediaType: string;
  readonly fileName: string;
  /** the text; empty for bytes */
  readonly text: string;
  /** the text with the colours of a terminal; empty where it has none */
  readonly coloured: string;
  /** the bytes; empty for a text */
  readonly base64: string;
  /** the address of the bytes, if the stream does not contain them */
  readonly url: string;
}

/** The attachments of a step: the records of this package, and all others. */
export interface StepOutput {
  readonly records: readonly EvidenceRecord[];
  readonly others: readonly PlainAttachment[];
}
