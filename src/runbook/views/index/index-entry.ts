import type { State } from '../../../recording/model/states';
import type { SinglePage } from '../../outline/page-files';
import type { SentenceState } from '../../source-document/trace';
import type { DefectState } from '../../words/marks';

/** Entries that the index lists together. */
export interface IndexGroup {
  readonly kind: 'procedure' | SinglePage;
  /** the title of the procedure; empty for other groups, whose titles are page words */
  readonly title: string;
  readonly href: string;
  readonly state: State | '';
  /** more words that the search finds the group by */
  readonly also: string;
  readonly things: readonly IndexEntry[];
}

/** One entry of the index: a thing that its search finds. */
export interface IndexEntry {
  readonly number: string;
  readonly text: string;
  readonly href: string;
  readonly state: State | DefectState | SentenceState | '';
  readonly symptom: string;
  readonly tags: readonly string[];
  /** more words that the search finds it by */
  readonly also: string;
}
