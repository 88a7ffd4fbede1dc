import type { Placement } from './placement';
import type { Registry } from './registry';
import type { SourceDocument } from './trace/document';
import type { KnownFailure } from './trace/failure-ledger';
import type { LedgerEntry } from './trace/ledger';
import type { Verifying } from './verification';

/** What the pages of all procedures share while they are made. */
export interface Workbench {
  readonly registry: Registry;
  readonly placement: Placement;
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly document: SourceDocument | null;
  readonly verifying: Verifying;
  /** the known failures by their ids */
  readonly failures: ReadonlyMap<string, KnownFailure>;
}
