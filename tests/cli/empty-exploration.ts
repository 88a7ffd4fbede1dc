import { exploreCommand } from '../../src/cli/commands/explore';

/** `rehearse explore` as if it was interrupted before the first operation. */

void exploreCommand({ runs: 1, seed: 1, state: [], json: true }, async (order) => ({
  ...{ runs: 0, operations: 0, seed: order.seed, laws: [], counterexample: null },
})).then((code) => {
  process.exitCode = code;
});
