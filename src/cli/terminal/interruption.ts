/** The first interruption ends a command with its results so far; the second ends the process. */
export interface Interruption {
  readonly signal: AbortSignal;
  readonly forget: () => void;
}

/** Starts to listen for an interruption. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, forget: () => process.off('SIGINT', stop) };
}
