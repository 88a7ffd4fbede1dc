import type { FindingLine } from '../evidence/finding-records';
import type { Registry } from './registry';

/** A finding, ready to be drawn. */
export interface FindingView extends Required<FindingLine> {
  /** where the page of findings explains the code; empty when it does not */
  readonly anchor: string;
}

/** Arranges one finding. */
export function findingView(line: FindingLine, registry: Registry): FindingView {
  return { ...line, server: line.server ?? '', anchor: registry.code(line.code) };
}
