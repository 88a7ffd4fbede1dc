import type { FindingLine } from '../../evidence/finding-records';
import type { State } from '../../recording/model/states';
import type { SentenceState } from '../source-document/trace';

/** The state of a defect of the document: `confirmed` when its consequence came as the scenario says. */
export type DefectState = 'confirmed' | Exclude<State, 'verified' | 'refused'>;

/** Everything that a mark with one word and a shape can say: a state or a severity. */
export type PageMark = State | SentenceState | DefectState | FindingLine['severity'];
