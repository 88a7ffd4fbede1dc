import type { CodePages } from './code-page';
import { CERTIFICATE_CODES } from './codes/certificate-codes';
import { KEY_CODES } from './codes/key-codes';
import { POOL_CODES } from './codes/pool-codes';
import { STORE_CODES } from './codes/store-codes';

/** Every code that the judge uses, with its page. */
export const FINDING_CODES = {
  ...POOL_CODES,
  ...KEY_CODES,
  ...STORE_CODES,
  ...CERTIFICATE_CODES,
} as const satisfies CodePages;

export type FindingCode = keyof typeof FINDING_CODES;
