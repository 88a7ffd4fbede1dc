import { listTimes } from '../../../adcs/publication';
import { DAY } from '../../../determinism';
import { authorityNamed, type Deployment, withAuthority } from '../../../world/deployment';
import type { WorldFault } from '../../../world/product-faults';

/** The revocation lists of authorities that are published by hand. */
export const LIST_FAULTS: Readonly<Record<string, WorldFault<Deployment>>> = {
  'the revocation list of the root has run out': (deployment) => {
    const root = authorityNamed(deployment, deployment.environment.pki.authorities[0]?.name ?? '');
    const { now } = deployment.determinism;
    const { thisUpdate, nextUpdate } = listTimes(root, now);
    const at = now - (nextUpdate - thisUpdate) - DAY;
    return withAuthority(deployment, { ...root, handPublished: { published: at, distributed: at } });
  },
};
