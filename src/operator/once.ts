import type { Deployment } from '../world/deployment';
import type { Console } from './console';

/**
 * The same deed on the same deployment has the same outcome, for both are values; so it is done once, and the next
 * time its outcome is taken. For deeds that log on themselves and so do not depend on who sits at the console.
 *
 * @param name what tells the deed from others on the same deployment, its arguments included
 */
export function once(console: Console, name: string, deed: (console: Console) => Console): Console {
  const outcomes = known.get(console.deployment) ?? new Map<string, Console>();
  const outcome = outcomes.get(name) ?? deed({ ...console, shots: [], typed: [] });
  known.set(console.deployment, outcomes.set(name, outcome));
  return { ...outcome, shots: [...console.shots, ...outcome.shots], typed: [...console.typed, ...outcome.typed] };
}

const known = new WeakMap<Deployment, Map<string, Console>>();
