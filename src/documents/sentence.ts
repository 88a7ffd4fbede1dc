import { createHash } from 'node:crypto';
import type { LedgerKind } from '../runbook/source-document/ledger';

/** A part of a document with its place: a heading, the text of a step, a paragraph, a row of a table. */
export interface Passage {
  /** the anchor of the heading above it; `overview` before the first heading */
  readonly section: string;
  /** the number of the step that it belongs to; empty outside numbered steps */
  readonly step: string;
  readonly kind: LedgerKind;
  readonly text: string;
  /** whether the text is one sentence, whatever marks it contains: a command, a row of a table */
  readonly whole: boolean;
}

/** One sentence of a document. */
export interface Sentence extends Omit<Passage, 'whole'> {
  readonly sha256: string;
}

/** The first 16 hexadecimal digits of the SHA-256 of a sentence, NFKC-normalised, white space collapsed. */
export function sentenceDigest(text: string): string {
  return createHash('sha256')
    .update(plainText(text.normalize('NFKC')), 'utf8')
    .digest('hex')
    .slice(0, 16);
}

/** The text on one line, without white space around it. */
export function plainText(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
