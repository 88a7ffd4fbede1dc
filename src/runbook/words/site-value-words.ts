import type { RecordedValueRule } from '../site-values/named-values';
import type { ValueGroup } from '../site-values/rules';

/** The words about the site-specific values that a reader may replace. */
export interface SiteValueWords {
  readonly groups: Readonly<Record<ValueGroup, string>>;
  /** why a value is not accepted */
  readonly rules: Readonly<Record<RecordedValueRule | 'apart', string>>;
  readonly yours: string;
  readonly about: string;
  /** why nothing can be entered where the browser runs no scripts */
  readonly withoutScript: string;
  readonly adapted: string;
  readonly adaptedShortly: string;
  /** what keeps its recorded values after a reader has entered others */
  readonly unadapted: string;
  /** heading above a part that keeps its recorded values */
  readonly recorded: string;
  readonly rehearsed: string;
  readonly reset: string;
  /** how a reader verifies with the values entered */
  readonly next: string;
  readonly nextAbout: string;
  readonly download: string;
}
