import { englishWords, wordsOf } from '../../../fact';
import type { Finding } from '../../../judge/finding';
import { FINDING_TEXTS } from '../../../judge/finding-texts';
import { LYNC_FINDING_TEXTS } from './finding-codes';

const ENGLISH = englishWords({ ...FINDING_TEXTS, ...LYNC_FINDING_TEXTS });

/** What was found, in English. */
export function detailOf({ detail }: Finding): string {
  return wordsOf(detail, ENGLISH);
}
