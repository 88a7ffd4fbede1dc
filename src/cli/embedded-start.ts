import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Start, startingFrom } from '../exploration/starting-point';
import { readEnvironment } from '../world/read-environment';
import { committedSource, ENVIRONMENTS } from './package-folder';

/** Deployments to explore: the embedded environment in any setting, with the rehearsal keys. */
export function embeddedStart(): Start {
  const file = join(ENVIRONMENTS, 'contoso.yaml');
  return startingFrom(readEnvironment(readFileSync(file, 'utf8'), file), committedSource());
}
