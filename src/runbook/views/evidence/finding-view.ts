import type { FindingLine } from '../../../evidence/finding-records';
import type { Registry } from '../../outline/anchors';

/** A finding, ready to be drawn. */
export interface FindingView extends Required<FindingLine> {
  /** where the code is explained; empty when it is not */
  readonly href: string;
}

/** Arranges one finding. */
export function findingView(line: FindingLine, registry: Registry): FindingView {
  return { ...line, server: line.server ?? '', href: registry.codeHref(line.code) };
}
