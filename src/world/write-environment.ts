import { stringify } from 'yaml';
import type { Environment } from './environment';

/** An environment as `rehearsal.yaml` holds it: `readEnvironment` gives the same one again. */
export function writeEnvironment(environment: Environment): string {
  return stringify(environment, { lineWidth: 0 });
}
