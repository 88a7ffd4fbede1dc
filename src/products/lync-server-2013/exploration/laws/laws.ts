import { otherPoolsAreUnchanged } from '../../../../exploration/laws/other-pools-law';
import { otherServersAreUnchanged } from '../../../../exploration/laws/other-servers-law';
import { refusalChangesNothing, refusalIsPredicted } from '../../../../exploration/laws/refusal-laws';
import type { PoolDomain, PoolLaw } from '../domain';
import { CHECK_MARK_LAW } from './check-mark-law';
import { DIFFERENCE_LAW } from './difference-law';
import { END_LAWS } from './end-laws';
import { ISSUANCE_LAW } from './issuance-law';
import { JUDGE_LAWS } from './judge-laws';
import { KEY_LAWS } from './key-laws';
import { ABANDONED_LAW, IMPORTED_TWICE_LAW } from './repetition-laws';
import { SERVICE_LAW } from './service-law';

/** Every law; when an operation breaks several, the first of them is reported. */
export const LAWS: readonly PoolLaw[] = [
  ...KEY_LAWS,
  ...JUDGE_LAWS,
  DIFFERENCE_LAW,
  CHECK_MARK_LAW,
  refusalChangesNothing<PoolDomain>(),
  ABANDONED_LAW,
  IMPORTED_TWICE_LAW,
  refusalIsPredicted<PoolDomain>(),
  otherPoolsAreUnchanged<PoolDomain>(),
  otherServersAreUnchanged<PoolDomain>(),
  ISSUANCE_LAW,
  SERVICE_LAW,
  ...END_LAWS,
];
