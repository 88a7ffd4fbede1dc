import type { PoolKind } from '../operation';
import { decide } from './authority/decide';
import { renewAuthority } from './authority/renew-authority';
import { revoke } from './authority/revoke';
import { send } from './authority/send';
import { loseFile } from './circumstances/lose-file';
import { passTime } from './circumstances/pass-time';
import type { PoolDefinition } from './definition';
import { deleteExported } from './distribution/delete-exported';
import { elsewhere } from './elsewhere';
import { renew } from './pool/renew';
import { setUpAllPools } from './pool/set-up-all-pools';
import { setUpPool } from './pool/set-up-pool';

/** The operations that are not done on one server. Their order decides which operation a seed chooses. */
export const POOL_TABLE: { readonly [K in PoolKind]: PoolDefinition<K> } = {
  'set-up': setUpPool,
  'set-up-all': setUpAllPools,
  send,
  decide,
  renew,
  pass: passTime,
  revoke,
  'renew-authority': renewAuthority,
  lose: loseFile,
  'delete-exported': deleteExported,
  elsewhere,
};
