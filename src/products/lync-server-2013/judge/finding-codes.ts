import type { GeneralCode } from '../../../judge/general-codes';
import type { CodePage } from '../../../world/product-findings';
import { LYNC_CERTIFICATE_CODES } from './codes/lync-certificate-codes';
import { LYNC_KEY_CODES } from './codes/lync-key-codes';
import { LYNC_POOL_CODES } from './codes/lync-pool-codes';
import { LYNC_STORE_CODES } from './codes/lync-store-codes';

/** Every code that the judge uses for Lync Server, with its page. A general code without a page does not compile. */
export const FINDING_CODES = {
  ...LYNC_POOL_CODES,
  ...LYNC_KEY_CODES,
  ...LYNC_STORE_CODES,
  ...LYNC_CERTIFICATE_CODES,
} as const satisfies Readonly<Record<GeneralCode, CodePage>>;

export type FindingCode = keyof typeof FINDING_CODES;
