import type { CodePages } from '../world/product-findings';
import { CERTIFICATE_CODES } from './codes/certificate-codes';
import { KEY_CODES } from './codes/key-codes';
import { OUTLOOK_CODES } from './codes/outlook-codes';
import { PATH_CODES } from './codes/path-codes';
import { POOL_CODES } from './codes/pool-codes';
import { PROTOCOL_CODES } from './codes/protocol-codes';
import { STORE_CODES } from './codes/store-codes';
import { STRENGTH_CODES } from './codes/strength-codes';

/** The codes that the general rules use, with a page that fits every product. */
export const GENERAL_CODES = {
  ...POOL_CODES,
  ...KEY_CODES,
  ...STORE_CODES,
  ...CERTIFICATE_CODES,
  ...STRENGTH_CODES,
  ...PATH_CODES,
  ...OUTLOOK_CODES,
  ...PROTOCOL_CODES,
} as const satisfies CodePages;

/** The same pages for products outside the package, which add their own codes. */
export const GENERAL_PAGES: CodePages = GENERAL_CODES;

export type GeneralCode = keyof typeof GENERAL_CODES;

/** The codes to which several causes lead. */
export type CodeWithCauses = {
  [Code in GeneralCode]: (typeof GENERAL_CODES)[Code] extends { readonly causes: unknown } ? Code : never;
}[GeneralCode];

/** The causes of a code. */
export type CauseOf<Code extends CodeWithCauses> = (typeof GENERAL_CODES)[Code] extends {
  readonly causes: infer Causes;
}
  ? keyof Causes & string
  : never;
