import type { CertificateRecord, FileRecord, RequestRecord } from '../../evidence/records';
import { fileOf, linkTo } from './page-files';

/** A certificate or request as a page shows it. */
export type DecodedRecord = CertificateRecord | RequestRecord;

/** The anchor of a certificate or request on its page, and whether the page shows it there for the first time. */
export interface DecodedAnchor {
  readonly id: string;
  readonly first: boolean;
}

/** The anchors of a runbook, all of them known before a page is made. Each occurs once in the whole runbook. */
export interface PageAnchors {
  /** The place where the runbook shows a line of a feature file; empty where it does not. */
  hrefOf(uri: string, line: number): string;
  /** The anchor of a sentence in the table of sentences. */
  source(id: string): string;
  /** The anchor of a section of the source document in the table of sentences. */
  section(name: string): string;
  /** The anchor of a code on the page of codes; empty for a code that the run does not explain. */
  code(code: string): string;
  /** The anchor of a defect of the document, by the element of its scenarios. */
  defect(element: string): string;
  decoded(record: DecodedRecord): DecodedAnchor;
  /** The entry of a file in the list of files. */
  file(record: FileRecord): { readonly name: string; readonly href: string };
}

/** The anchors of a run that has no pages: every lookup is empty. */
export const NO_ANCHORS: PageAnchors = {
  hrefOf: () => '',
  source: () => '',
  section: () => '',
  code: () => '',
  defect: () => '',
  decoded: () => ({ id: '', first: false }),
  file: ({ path }) => ({ name: path, href: '' }),
};

/** A link to the explanation of a code; empty for a code that the run does not explain. */
export function codeHref(code: string, anchors: PageAnchors): string {
  const anchor = anchors.code(code);
  return anchor === '' ? '' : linkTo(fileOf('codes'), anchor);
}
