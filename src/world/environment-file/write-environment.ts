import { stringify } from 'yaml';
import type { Environment } from '../environment';

/** The environment as the text of a `rehearsal.yaml`; `readEnvironment` returns an equal environment. */
export function writeEnvironment(environment: Environment): string {
  return stringify(environment, { lineWidth: 0 });
}
