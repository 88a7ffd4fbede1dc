import type { State } from '../../../recording/model/state';
import type { SinglePage } from '../../outline/page-files';
import type { SentenceState } from '../../source-document/trace';
import type { DefectState } from '../findings/findings';

/** Things of the runbook that the index lists together. */
export interface ContentGroup {
  readonly kind: 'procedure' | SinglePage;
  /** the procedure's; empty for the others, whose titles are words */
  readonly title: string;
  readonly href: string;
  readonly state: State | '';
  readonly things: readonly ContentThing[];
}

/** One thing that the index lists and finds. */
export interface ContentThing {
  readonly number: string;
  readonly text: string;
  readonly href: string;
  readonly state: State | DefectState | SentenceState | '';
  readonly symptom: string;
  readonly tags: readonly string[];
  /** what else it is found by */
  readonly also: string;
}
