/** Interrupted once, a command ends with what it has; a second time, the process ends. */
export interface Interruption {
  readonly signal: AbortSignal;
  readonly forget: () => void;
}

/** Waits for it. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  return { signal: controller.signal, forget: () => process.off('SIGINT', stop) };
}
