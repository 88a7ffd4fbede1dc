import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { type MessagePort, parentPort, type ResourceLimits, Worker, workerData } from 'node:worker_threads';
import { type SearchResult, type SearchScope, searchExhaustively } from '../../exploration/exhaustive/search';
import { type Batch, type BatchResult, type ExplorationProgress, exploreBatch } from '../../exploration/random/batch';
import { batchesFor, combined, type Exploration } from '../../exploration/random/exploration';
import { SYSTEM } from '../../products/lync-server-2013/exploration/system';
import { type ExplorationPlace, explorationAt } from './embedded-start';

/** Receives the progress, and can interrupt the work. */
export interface Watch {
  readonly show: (progress: ExplorationProgress) => void;
  readonly interrupted: AbortSignal;
}

/** Performs an exploration that begins at a place. */
export type Explorer = (order: Batch, watch: Watch, place: ExplorationPlace) => Promise<Exploration>;

/** The memory that threads share: a stop flag, and for each thread its counts of runs and operations. */
type Shared = Int32Array;

interface Assigned {
  readonly shared: Shared;
  readonly thread: number;
  readonly place: ExplorationPlace;
}

const LOOKS_EVERY = 200;

/** In MB. Random runs need 50 MB; without a limit, V8 would keep three times as much garbage and never release it. */
const ENOUGH_FOR_RUNS: ResourceLimits = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };

/**
 * Explores with one thread per core. The batches count in their order, so that the result does not depend on the number
 * or speed of threads.
 */
export const exploreInThreads: Explorer = async (order, watch, place) => {
  const batches = batchesFor(order);
  const isLast = (result: BatchResult): boolean => result.counterexample !== null;
  const results = await inThreads({ tasks: batches, place, memory: ENOUGH_FOR_RUNS, isLast }, watch);
  return combined(order.seed, results, SYSTEM.laws);
};

/** Searches each pool in a separate thread. */
export function exhaustInThreads(
  searches: readonly SearchScope[],
  watch: Watch,
  place: ExplorationPlace,
): Promise<readonly SearchResult[]> {
  return inThreads({ tasks: searches, place, memory: {}, isLast: () => false }, watch);
}

interface Tasks<Answer> {
  readonly tasks: readonly unknown[];
  readonly place: ExplorationPlace;
  /** for each thread */
  readonly memory: ResourceLimits;
  /** whether later answers no longer count */
  readonly isLast: (answer: Answer) => boolean;
}

async function inThreads<Answer>(work: Tasks<Answer>, { show, interrupted }: Watch): Promise<readonly Answer[]> {
  const threads = Math.min(availableParallelism(), work.tasks.length);
  const shared: Shared = new Int32Array(new SharedArrayBuffer(4 * (1 + 2 * threads)));
  const workers = Array.from({ length: threads }, (_, thread) => {
    const assigned: Assigned = { shared, thread, place: work.place };
    return new Worker(__filename, { workerData: assigned, resourceLimits: work.memory });
  });
  const stop = (): void => void Atomics.store(shared, 0, 1);
  interrupted.addEventListener('abort', stop);
  const looking = setInterval(() => show(doneIn(shared)), LOOKS_EVERY);
  try {
    return await answersOf(work, workers, interrupted);
  } finally {
    clearInterval(looking);
    interrupted.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** The answers in task order, up to the last one that counts. */
async function answersOf<Answer>(
  { tasks, isLast }: Tasks<Answer>,
  workers: readonly Worker[],
  interrupted: AbortSignal,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let [next, end] = [0, tasks.length];
  const work = async (worker: Worker): Promise<void> => {
    while (next < end && !interrupted.aborted) {
      const index = next;
      next += 1;
      worker.postMessage(tasks[index]);
      const [answer]: Answer[] = await once(worker, 'message');
      if (answer === undefined) throw new Error('a thread has answered with nothing');
      answers[index] = answer;
      if (isLast(answer)) end = Math.min(end, index);
    }
  };
  await Promise.all(workers.map(work));
  return answers;
}

function doneIn(shared: Shared): ExplorationProgress {
  const counts = Array.from(shared.subarray(1));
  const sum = (of: number): number => counts.reduce((all, count, index) => (index % 2 === of ? all + count : all), 0);
  return { runs: sum(0), operations: sum(1) };
}

/** One thread: it receives batches or searches, and answers each with its results. */
function serve(port: MessagePort, { shared, thread, place }: Assigned): void {
  const [runsAt, operationsAt] = [1 + 2 * thread, 2 + 2 * thread];
  const started = explorationAt(place);
  port.on('message', async (task: Batch | SearchScope) => {
    const before = { runs: shared[runsAt] ?? 0, operations: shared[operationsAt] ?? 0 };
    const shouldContinue = async ({ runs, operations }: ExplorationProgress): Promise<boolean> => {
      Atomics.store(shared, runsAt, before.runs + runs);
      Atomics.store(shared, operationsAt, before.operations + operations);
      return Atomics.load(shared, 0) === 0;
    };
    const context = { ...started, shouldContinue };
    port.postMessage(
      'depth' in task ? await searchExhaustively({ ...task, ...context }) : await exploreBatch(task, context),
    );
  });
}

// this file is also the program of a thread
if (parentPort) serve(parentPort, workerData);
