/** The signals by which a terminal, a user or the system ends a process. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/**
 * Performs `clean` if the process ends: at a signal, after an uncaught error, or normally. A signal then ends the process
 * as it does without this function.
 *
 * @returns a function that cancels this
 */
export function atEarlyEnd(clean: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    clean();
    cancel();
    process.kill(process.pid, signal);
  };
  const cancel = (): void => {
    process.off('exit', clean);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on('exit', clean);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return cancel;
}
