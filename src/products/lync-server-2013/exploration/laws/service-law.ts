import { isDeepStrictEqual } from 'node:util';
import { verdict } from '../../../../exploration/law';
import { lyncServerOf } from '../../topology';
import type { PoolLaw } from '../domain';
import type { Operation } from '../operation';

/** Operations that start services as a part of what they do. */
const COMPLETE: readonly Operation['kind'][] = ['set-up', 'set-up-all', 'renew'];

/** Services read the assigned certificates when they start, and keep them until the next start (04952-254). */
export const SERVICE_LAW: PoolLaw = {
  name: 'services use the certificates that were assigned when they started',
  ofStep({ operation, before, refused, after }) {
    if (COMPLETE.includes(operation.kind)) return 'not tried';
    const started = operation.kind === 'start' && !refused ? before.pool.servers[operation.server] : undefined;
    const wrong = before.pool.servers.filter((fqdn) => {
      const [old, now] = [before, after].map(({ console }) => lyncServerOf(console.deployment, fqdn));
      return !isDeepStrictEqual(now?.running, fqdn === started ? now?.assigned : old?.running);
    });
    return verdict(
      before.pool.servers.some(
        (fqdn) => Object.keys(lyncServerOf(before.console.deployment, fqdn).assigned).length > 0,
      ),
      wrong.map((fqdn) => `the services on ${fqdn} use other certificates than at their last start`),
    );
  },
};
