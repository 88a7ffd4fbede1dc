import { exploreCommand } from '../../src/cli/commands/explore';
import { exploreInThreads } from '../../src/cli/exploration/exploration-threads';

/** `rehearse explore` in threads, interrupted (as by Ctrl+C) when the first run is counted. */

void exploreCommand({ runs: 100_000, seed: 7, state: [], json: false }, (order, watch, place) =>
  exploreInThreads(
    order,
    {
      ...watch,
      show: (done) => {
        if (done.runs > 0 && !watch.interrupted.aborted) process.kill(process.pid, 'SIGINT');
      },
    },
    place,
  ),
).then((code) => {
  process.exitCode = code;
});
