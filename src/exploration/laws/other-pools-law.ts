import { isDeepStrictEqual } from 'node:util';
import type { GeneralCode } from '../../judge/general-codes';
import { machineOf } from '../../windows/machine';
import type { Deployment } from '../../world/deployment';
import type { Domain, Law, Scope, Step } from '../explored-system';
import { NO_ERROR, verdict } from '../law';

/** Pools share the authority and the internal server, and nothing else. */
export function otherPoolsAreUnchanged<D extends Domain>(): Law<D> {
  return {
    name: 'an operation on one pool changes no other pool',
    ofStep(step, { operations }) {
      const { before, after } = step;
      const scope = operations.scope(step.operation);
      const [old, now] = [before.console.deployment, after.console.deployment];
      const others = scope === 'any pool' ? [] : old.pools.filter((_, index) => index !== POSITION[scope]);
      const changed = others.flatMap(({ servers }) => servers).filter((fqdn) => !isSame(old, now, fqdn));
      return verdict(
        others.length > 0,
        [
          ...changed.map((fqdn) => `${fqdn} has changed, which is in another pool`),
          ...(scope === 'second pool' ? judgedDifferently(step) : []),
        ],
        scope === 'explored pool'
          ? ['When the judge looks at the second pool', 'Then the judge finds no error']
          : NO_ERROR,
      );
    },
  };
}

/** The position of the pool that an operation may change. */
const POSITION: Readonly<Record<Exclude<Scope, 'any pool'>, number>> = { 'explored pool': 0, 'second pool': 1 };

function isSame(old: Deployment, now: Deployment, fqdn: string): boolean {
  return (
    isDeepStrictEqual(machineOf(old, fqdn), machineOf(now, fqdn)) &&
    isDeepStrictEqual(old.servers.get(fqdn), now.servers.get(fqdn))
  );
}

/** A removable medium moves with the operator, and the exported file with it: which server holds it is not the pool's concern. */
const CARRIED: GeneralCode = 'pfx-left-behind';

function judgedDifferently<D extends Domain>({ before, after }: Step<D>): readonly string[] {
  const [old, now] = [before, after].map(({ findings }) => findings.filter(({ code }) => code !== CARRIED));
  if (isDeepStrictEqual(old, now)) return [];
  return ['the judge finds something else in the first pool, to which nothing was done'];
}
