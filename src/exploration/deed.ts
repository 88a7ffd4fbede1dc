import type { Console } from '../operator/console';
import type { Deployment } from '../world/deployment';

/** One sentence of the features, and what it does here: the same walk through the same windows. */
export interface Deed {
  readonly sentence: string;
  readonly carryOut: (console: Console) => Console;
  /** made of several walks: carried out as a whole, or its operation is left out */
  readonly whole?: true;
}

/** A deed whose sentence is a fact about the deployment. */
export function fact(sentence: string, change: (deployment: Deployment) => Deployment): Deed {
  return { sentence, carryOut: (console) => ({ ...console, deployment: change(console.deployment) }) };
}
