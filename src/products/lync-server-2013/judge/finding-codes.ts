import { factsOf } from '../../../fact';
import { GENERAL_CODES } from '../../../judge/general-codes';
import { LYNC_CERTIFICATE_CODES, LYNC_CERTIFICATE_FINDINGS } from './codes/lync-certificate-codes';
import { LYNC_KEY_CODES, LYNC_KEY_FINDINGS } from './codes/lync-key-codes';
import { LYNC_POOL_CODES } from './codes/lync-pool-codes';
import { LYNC_STORE_CODES } from './codes/lync-store-codes';

const LYNC_CODES = { ...LYNC_POOL_CODES, ...LYNC_KEY_CODES, ...LYNC_STORE_CODES, ...LYNC_CERTIFICATE_CODES } as const;

/** Every code that the judge uses for Lync Server, with its page: that of Lync Server, else the general one. */
export const FINDING_CODES = { ...LYNC_CODES, ...GENERAL_CODES, ...LYNC_CODES } as const;

export type FindingCode = keyof typeof FINDING_CODES;

/** The texts of the findings that only Lync Server has. */
export const LYNC_FINDING_TEXTS = { ...LYNC_KEY_FINDINGS, ...LYNC_CERTIFICATE_FINDINGS } as const;

export const lyncFindingFact = factsOf(LYNC_FINDING_TEXTS);
