import type { Procedure } from './procedure';

/** The operator's sheet beside the steps of a procedure, and the key under which a browser keeps it. */
export interface SheetView {
  /** twelve hexadecimal digits: another one, and the boxes or what is verified are not the same any more */
  readonly fingerprint: string;
}

/**
 * The sheet of a procedure; null without boxes to tick. Its fingerprint is one digest of the page's content and of all
 * boxes. It is therefore the same in every language and at every rendering of the same run.
 *
 * @param sha256Base64 SHA-256 of the UTF-8 text, in base64
 */
export function sheetOf({ runs, verification }: Procedure, sha256Base64: (text: string) => string): SheetView | null {
  const boxes = runs.flatMap(({ steps }) =>
    steps.flatMap(({ id, cells }) => cells.filter(({ box }) => box).map(({ machine }) => [id, machine])),
  );
  return boxes.length === 0 ? null : fingerprinted([verification.fingerprint, boxes], sha256Base64);
}

/** A sheet whose fingerprint is the digest of the content. */
export function fingerprinted(content: unknown, sha256Base64: (text: string) => string): SheetView {
  const digest = sha256Base64(JSON.stringify(content));
  return { fingerprint: Buffer.from(digest, 'base64').toString('hex').slice(0, DIGITS) };
}

const DIGITS = 12;
