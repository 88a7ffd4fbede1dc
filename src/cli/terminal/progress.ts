import type { Envelope } from '@cucumber/messages';
import type { SingleBar } from 'cli-progress';
import { amount } from './amounts';

/** Shows the progress of a run on the error output: a bar on a terminal, else a line per feature. */
export interface Progress {
  readonly onMessage: (envelope: Envelope) => void;
  readonly stop: () => void;
}

/** The progress display for one run of `what`; without output if `quiet`. */
export function progressOf(what: string, quiet: boolean): Progress {
  if (quiet) return { onMessage: () => undefined, stop: () => undefined };
  return process.stderr.isTTY ? bar(what) : lines();
}

/** Shows how many of `total` (0: unknown) are done, and a note, on a terminal only. */
export function countingProgress(
  what: string,
  total: number,
  quiet: boolean,
): { readonly show: (done: number, note: string) => void; readonly stop: () => void } {
  if (quiet || !process.stderr.isTTY) return { show: () => undefined, stop: () => undefined };
  const display = barOf(what, total === 0 ? '{value}' : '[{bar}] {value}/{total}');
  display.start(total, 0, { name: '' });
  return { show: (done, note) => display.update(done, { name: note }), stop: () => display.stop() };
}

/** The files, while a terminal shows how many are done and which one is next. */
export function* counted<T extends readonly [path: string, ...unknown[]]>(
  what: string,
  files: Iterable<T>,
  quiet: boolean,
): Generator<T> {
  const progress = countingProgress(what, 0, quiet);
  let done = 0;
  try {
    for (const file of files) {
      progress.show(done, file[0]);
      yield file;
      done += 1;
    }
  } finally {
    progress.stop();
  }
}

function barOf(what: string, count = '[{bar}] {value}/{total}'): SingleBar {
  // loaded on a terminal only: it has many modules
  const { SingleBar }: typeof import('cli-progress') = require('cli-progress');
  const plain = Boolean(process.env.NO_COLOR);
  return new SingleBar({
    format: `${what} ${count} {name}`,
    barCompleteChar: plain ? '#' : '█',
    barIncompleteChar: plain ? '.' : '░',
    barsize: 24,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
}

function bar(what: string): Progress {
  const display = barOf(what);
  const names = new Map<string, string>();
  const cases = new Map<string, string>();
  let started = false;
  return {
    onMessage: ({ pickle, testCase, testCaseStarted, testCaseFinished }) => {
      if (pickle) names.set(pickle.id, pickle.name);
      if (testCase) cases.set(testCase.id, names.get(testCase.pickleId) ?? '');
      if (testCaseStarted && !started) display.start(names.size, 0, { name: '' });
      started ||= testCaseStarted !== undefined;
      if (testCaseStarted) display.update({ name: (cases.get(testCaseStarted.testCaseId) ?? '').slice(0, 48) });
      if (testCaseFinished) display.increment();
    },
    stop: () => display.stop(),
  };
}

function lines(): Progress {
  const uris = new Map<string, string>();
  const titles = new Map<string, string>();
  const cases = new Map<string, string>();
  const left = new Map<string, number>();
  return {
    onMessage: ({ gherkinDocument, pickle, testCase, testCaseStarted }) => {
      if (gherkinDocument?.uri) titles.set(gherkinDocument.uri, gherkinDocument.feature?.name ?? gherkinDocument.uri);
      if (pickle) {
        uris.set(pickle.id, pickle.uri);
        left.set(pickle.uri, (left.get(pickle.uri) ?? 0) + 1);
      }
      if (testCase) cases.set(testCase.id, uris.get(testCase.pickleId) ?? '');
      const uri = testCaseStarted && cases.get(testCaseStarted.testCaseId);
      if (!uri || !left.has(uri)) return;
      process.stderr.write(`${titles.get(uri) ?? uri} (${amount(left.get(uri) ?? 0, 'scenario')})\n`);
      left.delete(uri);
    },
    stop: () => undefined,
  };
}
