import { memo } from '../memo';
import { joined } from './chain';
import type { Console } from './console';

/**
 * Performs an operation once for each deployment, and returns the stored outcome after that. The operation must log on,
 * so that its outcome does not depend on the current logon.
 *
 * @param name distinguishes the operation, including its arguments, from others on the same deployment
 */
export function oncePerDeployment(console: Console, name: string, operation: (console: Console) => Console): Console {
  const outcome = outcomes(console.deployment, name, () =>
    operation({ ...console, shots: null, typed: [], log: null }),
  );
  return {
    ...outcome,
    shots: joined(console.shots, outcome.shots),
    typed: [...console.typed, ...outcome.typed],
    log: joined(console.log, outcome.log),
  };
}

const outcomes = memo<Console>();
