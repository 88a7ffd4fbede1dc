import type { KnownFailure } from '../source-document/known-failures';
import type { LedgerEntry } from '../source-document/ledger';
import type { SourceDocument } from '../source-document/source-document';
import type { Verifying } from '../views/procedure/verification';
import type { Registry } from './anchors';
import type { Placement } from './placement';

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
