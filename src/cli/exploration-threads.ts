import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Exploration, partsFor, SYSTEM, summed } from '../exploration/explore';
import { explorePart, type Found, type Means, type Part } from '../exploration/part';
import { embeddedStart } from './package-folder';

/** What has been done so far, of all parts. */
export interface Done {
  readonly runs: number;
  readonly operations: number;
}

/** Somebody who looks on, and may want it to end. */
export interface Watch {
  readonly show: (done: Done) => void;
  readonly interrupted: AbortSignal;
}

/** Carries out an exploration. */
export type Explorer = (order: Part, watch: Watch) => Promise<Exploration>;

/** What a thread shares with the others: whether to stop, and for each thread the runs and operations that it has done. */
type Shared = Int32Array;

interface Assigned {
  readonly shared: Shared;
  readonly thread: number;
}

const LOOKS_EVERY = 200;

/**
 * Explores with as many threads as there are cores. Each takes the next part when it is done with one; what counts in
 * the end are the parts in their order, so that it does not matter how many threads there were, or how fast.
 */
export const exploreInThreads: Explorer = async (order, { show, interrupted }) => {
  const parts = partsFor(order);
  const shared: Shared = new Int32Array(
    new SharedArrayBuffer(4 * (1 + 2 * Math.min(availableParallelism(), parts.length))),
  );
  const workers = Array.from({ length: (shared.length - 1) / 2 }, (_, thread) => {
    const assigned: Assigned = { shared, thread };
    return new Worker(__filename, { workerData: assigned });
  });
  const stop = (): void => void Atomics.store(shared, 0, 1);
  interrupted.addEventListener('abort', stop);
  const looking = setInterval(() => show(doneIn(shared)), LOOKS_EVERY);
  try {
    return summed(order.seed, await explored(parts, workers, interrupted));
  } finally {
    clearInterval(looking);
    interrupted.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
};

/** What is found in the parts, in their order, up to one with a counterexample. */
async function explored(
  parts: readonly Part[],
  workers: readonly Worker[],
  interrupted: AbortSignal,
): Promise<readonly Found[]> {
  const founds: Found[] = [];
  let [next, end] = [0, parts.length];
  const work = async (worker: Worker): Promise<void> => {
    while (next < end && !interrupted.aborted) {
      const index = next;
      next += 1;
      worker.postMessage(parts[index]);
      const [found]: Found[] = await once(worker, 'message');
      if (!found) throw new Error('a thread has answered with nothing');
      founds[index] = found;
      if (found.counterexample) end = Math.min(end, index);
    }
  };
  await Promise.all(workers.map(work));
  return founds;
}

function doneIn(shared: Shared): Done {
  const counts = Array.from(shared.subarray(1));
  const sum = (of: number): number => counts.reduce((all, count, index) => (index % 2 === of ? all + count : all), 0);
  return { runs: sum(0), operations: sum(1) };
}

/** One thread: it is sent parts, and answers each with what it has found. */
function serve(port: MessagePort, { shared, thread }: Assigned): void {
  const [runsAt, operationsAt] = [1 + 2 * thread, 2 + 2 * thread];
  const start = embeddedStart();
  port.on('message', async (part: Part) => {
    const before = { runs: shared[runsAt] ?? 0, operations: shared[operationsAt] ?? 0 };
    const goesOn: Means['goesOn'] = async ({ runs, operations }) => {
      Atomics.store(shared, runsAt, before.runs + runs);
      Atomics.store(shared, operationsAt, before.operations + operations);
      return Atomics.load(shared, 0) === 0;
    };
    const found = await explorePart(part, { start, system: SYSTEM, goesOn });
    await goesOn(found);
    port.postMessage(found);
  });
}

// this file is also what a thread runs
if (parentPort) serve(parentPort, workerData);
