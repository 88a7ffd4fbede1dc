import { isDeepStrictEqual } from 'node:util';
import type { FindingCode } from '../../judge/finding-codes';
import { lyncServerOf } from '../../products/lync-server-2013/topology';
import { machineOf } from '../../windows/machine';
import type { Deployment } from '../../world/deployment';
import { type Law, NO_ERROR, verdict } from '../law';
import type { Operation } from '../operation';
import type { Step } from '../step';

/** Pools have the authority and the internal server in common, and nothing else. */
export const OTHER_POOLS_LAW: Law = {
  name: 'what is done to one pool changes nothing of another',
  ofStep(step) {
    const { operation, before, after } = step;
    const { pools } = before.console.deployment;
    const place = poolOf(operation);
    const others = place === null ? [] : pools.filter((_, index) => index !== place);
    const [old, now] = [before.console.deployment, after.console.deployment];
    const changed = others.flatMap(({ servers }) => servers).filter((fqdn) => !isSame(old, now, fqdn));
    return verdict(
      others.length > 0,
      [...changed.map((fqdn) => `${fqdn} has changed, which is in another pool`), ...judgedOtherwise(step)],
      place === 0 ? ['When the judge looks at the second pool', 'Then the judge finds no error'] : NO_ERROR,
    );
  },
};

/** The place of the pool to which it is done; null where it is done to none of them alone. */
function poolOf(operation: Operation): number | null {
  if (operation.kind === 'elsewhere') return 1;
  const alone: readonly Operation['kind'][] = ['set-up', 'renew', 'delete-exported'];
  return 'server' in operation || alone.includes(operation.kind) ? 0 : null;
}

function isSame(old: Deployment, now: Deployment, fqdn: string): boolean {
  return (
    isDeepStrictEqual(machineOf(old, fqdn), machineOf(now, fqdn)) &&
    isDeepStrictEqual(lyncServerOf(old, fqdn), lyncServerOf(now, fqdn))
  );
}

/** A removable medium goes with the operator, and with it the exported file: where it is found is no matter of the pool. */
const CARRIED: FindingCode = 'pfx-left-behind';

function judgedOtherwise({ operation, before, after }: Step): readonly string[] {
  if (operation.kind !== 'elsewhere') return [];
  const [old, now] = [before, after].map(({ findings }) => findings.filter(({ code }) => code !== CARRIED));
  if (isDeepStrictEqual(old, now)) return [];
  return ['the judge finds something else in the first pool, to which nothing was done'];
}
