import type { Verification } from '../../outline/verification';
import type { RunStepView } from '../procedure/procedure';

/** The change record of a plan, or of a procedure without a plan. */
export interface ChangeRecordView {
  /** twelve hexadecimal digits: with others, the steps to record or what is verified have changed */
  readonly fingerprint: string;
}

/**
 * The change record of steps; null without a step that may be recorded. Its fingerprint is one digest of the page's
 * content and of all entries. It is therefore the same in every language and at every rendering of the same run.
 *
 * @param sha256Base64 SHA-256 of the UTF-8 text, in base64
 */
export function changeRecordOf(
  steps: readonly Pick<RunStepView, 'id' | 'entries'>[],
  { fingerprint }: Verification,
  sha256Base64: (text: string) => string,
): ChangeRecordView | null {
  const entries = steps.flatMap(({ id, entries: columns }) =>
    columns.flatMap(({ cells }) => cells.map(({ machine }) => [id, machine])),
  );
  if (entries.length === 0) return null;
  const digest = Buffer.from(sha256Base64(JSON.stringify([fingerprint, entries])), 'base64');
  return { fingerprint: digest.toString('hex').slice(0, DIGITS) };
}

const DIGITS = 12;
