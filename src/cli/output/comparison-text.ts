import type { PlanComparison, ProfileDifference } from '../../products/lync-server-2013/continuation/expectation';
import type { Paint } from '../terminal/paint';
import { harmless } from './harmless';

/** The comparison of real servers with a plan, for the terminal. */

const PARTS: Readonly<Record<ProfileDifference['part'], string>> = {
  chain: 'certification chain',
  misplaced: 'intermediate certificates among the trusted roots',
  requests: 'requests that wait',
  certificates: 'certificates for the pool',
  assigned: 'assigned certificate',
  presented: 'certificate in use',
  keyFiles: 'files with private keys',
};

/** The lines about one pool. */
export function comparisonText(
  { pool, after, differences, notCompared, explanations }: PlanComparison,
  paint: Paint,
): string {
  const place = after === 0 ? 'before the first step' : `after step ${after}`;
  const outcome =
    differences.length === 0
      ? paint('good', `as the plan predicts ${place}`)
      : paint('bad', `not as the plan predicts ${place}`);
  return [
    `${harmless(pool)}: ${outcome}\n`,
    ...differences.map(
      ({ server, part, expected, found }) =>
        `  ${harmless(server)}: ${PARTS[part]}: expected ${harmless(expected)}, found ${harmless(found)}\n`,
    ),
    ...notCompared.map(
      (server) => `  ${paint('attention', 'not compared')}  ${harmless(server)}: there is no state of it\n`,
    ),
    ...explanations.map(
      ({ assumption, value }) =>
        `  this would follow from the assumption ${assumption}: ${value}; set it in the environment file and plan again\n`,
    ),
  ].join('');
}
