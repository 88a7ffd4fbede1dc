import type { Console } from '../operator/console';
import type { Deployment } from '../world/deployment';

/** One sentence of the features, and the same action performed in the simulated windows. */
export interface ScenarioAction {
  readonly sentence: string;
  readonly perform: (console: Console) => Console;
  /** consists of several procedures: when one of them is refused, its operation is skipped */
  readonly compound?: true;
}

/** An action whose sentence states a fact about the deployment. */
export function fact(sentence: string, change: (deployment: Deployment) => Deployment): ScenarioAction {
  return { sentence, perform: (console) => ({ ...console, deployment: change(console.deployment) }) };
}
