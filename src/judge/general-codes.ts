import type { CodePages } from '../world/product-findings';
import { CERTIFICATE_CODES } from './codes/certificate-codes';
import { KEY_CODES } from './codes/key-codes';
import { POOL_CODES } from './codes/pool-codes';
import { STORE_CODES } from './codes/store-codes';

/** The codes that the general rules use, with a page that fits every product. */
export const GENERAL_CODES = {
  ...POOL_CODES,
  ...KEY_CODES,
  ...STORE_CODES,
  ...CERTIFICATE_CODES,
} as const satisfies CodePages;

export type GeneralCode = keyof typeof GENERAL_CODES;
