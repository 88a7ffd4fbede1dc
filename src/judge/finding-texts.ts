import { factsOf } from '../fact';
import { CERTIFICATE_FINDINGS } from './codes/certificate-codes';
import { KEY_FINDINGS } from './codes/key-codes';
import { OUTLOOK_FINDINGS } from './codes/outlook-codes';
import { PATH_FINDINGS } from './codes/path-codes';
import { POOL_FINDINGS } from './codes/pool-codes';
import { PROTOCOL_FINDINGS } from './codes/protocol-codes';
import { STORE_FINDINGS } from './codes/store-codes';
import { STRENGTH_FINDINGS } from './codes/strength-codes';

/** What the judge finds, in English: by the code of the finding, with a variant where one code has several texts. */
export const FINDING_TEXTS = {
  ...POOL_FINDINGS,
  ...KEY_FINDINGS,
  ...STORE_FINDINGS,
  ...CERTIFICATE_FINDINGS,
  ...STRENGTH_FINDINGS,
  ...PATH_FINDINGS,
  ...OUTLOOK_FINDINGS,
  ...PROTOCOL_FINDINGS,
  'value.no-name': 'no name',
  'value.none': 'none',
  'value.this-server': 'this server',
  'value.server-certificate': '{server} {thumbprint}',
} as const;

export const findingFact = factsOf(FINDING_TEXTS);
