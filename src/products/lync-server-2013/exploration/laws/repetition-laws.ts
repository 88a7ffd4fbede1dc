import { verdict } from '../../../../exploration/law';
import { outcomeOn } from '../../../../operator/outcome';
import { sameState } from '../../../../world/same-state';
import type { PoolLaw } from '../domain';
import type { Operation } from '../operation';

/** Operations that change nothing: abandoned ones, and imports that are repeated. */

/** An operation that is begun and abandoned changes nothing. */
export const ABANDONED_LAW: PoolLaw = {
  name: 'an abandoned operation changes nothing',
  ofStep({ operation, attempts, refused, after }) {
    if (operation.kind !== 'abandon' || refused) return 'not tried';
    // an import begins after its file was copied
    const first = attempts.at(operation.what === 'import' ? -1 : 0);
    const same = first && sameState(first.before.deployment, after.console.deployment);
    return verdict(true, same ? [] : [`the ${operation.what} that was left has changed something`]);
  },
};

const IMPORTS: readonly Operation['kind'][] = [
  'import-chain',
  'import-response',
  'import-exported',
  'import-with-snap-in',
];

/** A second import of the same file changes nothing. */
export const IMPORTED_TWICE_LAW: PoolLaw = {
  name: 'a second import of a file changes nothing',
  ofStep({ operation, attempts, refused }) {
    const last = attempts.at(-1);
    if (!last || refused || !IMPORTS.includes(operation.kind)) return 'not tried';
    const again = outcomeOn(last.after, last.action.perform);
    const same = !again.refused && sameState(last.after.deployment, again.console.deployment);
    return verdict(true, same ? [] : [`"${last.action.sentence}" a second time changes something`]);
  },
};
