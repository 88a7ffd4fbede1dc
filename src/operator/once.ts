import { memo } from '../memo';
import type { Console } from './console';

/**
 * Carries out an operation once for each deployment, and repeats its outcome after that. Only for operations that log
 * on themselves, so that the outcome does not depend on who is logged on at the console.
 *
 * @param name what distinguishes the operation from others on the same deployment, its arguments included
 */
export function once(console: Console, name: string, operation: (console: Console) => Console): Console {
  const outcome = outcomes(console.deployment, name, () => operation({ ...console, shots: [], typed: [] }));
  return { ...outcome, shots: [...console.shots, ...outcome.shots], typed: [...console.typed, ...outcome.typed] };
}

const outcomes = memo<Console>();
