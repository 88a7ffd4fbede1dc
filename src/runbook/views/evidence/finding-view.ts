import type { FindingLine } from '../../../evidence/finding-records';
import { codeHref } from '../../outline/anchors';
import type { TextWords } from '../../words/text-words';
import type { PageContext } from '../page-context';

/** A finding, ready to be drawn. */
export interface FindingView extends ReturnType<TextWords['finding']> {
  /** a link to the explanation of the code; empty for a code that the run does not explain */
  readonly href: string;
}

/** Arranges one finding. */
export function findingView(line: FindingLine, { outline, words }: PageContext): FindingView {
  return { ...words.finding(line), href: codeHref(line.code, outline.anchors) };
}
