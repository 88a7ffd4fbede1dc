import type { Law } from '../law';
import { CHECK_MARK_LAW } from './check-mark-law';
import { DIFFERENCE_LAW } from './difference-law';
import { END_LAWS } from './end-laws';
import { JUDGE_LAWS } from './judge-laws';
import { KEY_LAWS } from './key-laws';
import { OTHER_POOLS_LAW } from './other-pools-law';
import { REFUSAL_LAWS } from './refusal-laws';

/** Every law; of several that an operation breaks, the first one is reported. */
export const LAWS: readonly Law[] = [
  ...KEY_LAWS,
  ...JUDGE_LAWS,
  DIFFERENCE_LAW,
  CHECK_MARK_LAW,
  ...REFUSAL_LAWS,
  OTHER_POOLS_LAW,
  ...END_LAWS,
];

/** The law that the simulation never gives up, whatever is asked of it. */
export const NO_BUG = 'every operation is carried out or refused';
