import fc from 'fast-check';
import { embeddedStart } from '../src/cli/exploration/embedded-start';
import { cachedChecker } from '../src/exploration/checker';
import type { Plan } from '../src/exploration/explored-system';
import { runOf } from '../src/exploration/operation-run';
import { plansOf } from '../src/exploration/random/plan';
import type { PoolDomain, PoolSystem } from '../src/products/lync-server-2013/exploration/domain';
import { SYSTEM } from '../src/products/lync-server-2013/exploration/system';
import { PLANTED_BUGS } from './planted/catalogue';

/**
 * The number of runs of the exploration that each planted bug survives. `ts-node bench/planted-bugs.ts [RUNS] [SEED]`,
 * at most 1000 runs for each bug by default. The plans are those of `rehearse explore` with that seed.
 */
const RUNS = Number(process.argv[2] ?? 1000);
const SEED = Number(process.argv[3] ?? 20131107);

const start = embeddedStart();

interface Found {
  readonly runs: number;
  readonly law: string;
}

/** The first run that breaks a law; null: none of the runs does. */
function firstViolation(system: PoolSystem, plans: readonly Plan<PoolDomain>[]): Found | null {
  const checker = cachedChecker(system);
  for (const [index, { setting, operations }] of plans.entries()) {
    const { violation } = runOf(checker, start(setting), operations);
    if (violation) return { runs: index + 1, law: violation.law };
  }
  return null;
}

function main(): void {
  const plans = fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: RUNS });
  const bugs = Object.entries(PLANTED_BUGS);
  const found = bugs.filter(([name, system]) => {
    const first = firstViolation(system, plans);
    console.log(`${(first ? String(first.runs) : 'not found').padStart(9)}  ${name}  ${first ? `(${first.law})` : ''}`);
    return first !== null;
  });
  console.log(`${found.length} of ${bugs.length} planted bugs found within ${RUNS} runs (seed ${SEED})`);
}

main();
