import { exportIgnoresExportable } from '../../bench/planted/bugs-of-servers';
import { exploreCommand } from '../../src/cli/commands/explore';
import { embeddedStart } from '../../src/cli/exploration/embedded-start';
import { explore } from '../../src/exploration/random/exploration';

/** `rehearse explore` on a simulation with a planted bug: `--seed` first, the folder of `--out` second. */

const [seed = '', out = ''] = process.argv.slice(2);

void exploreCommand({ runs: 1000, seed: Number(seed), out, state: [], json: false }, (order) =>
  explore({ ...order, start: embeddedStart(), shouldContinue: async () => true, system: exportIgnoresExportable }),
).then((code) => {
  process.exitCode = code;
});
