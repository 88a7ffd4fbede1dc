import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Start, startingFrom } from '../../exploration/starting-point';
import { ENVIRONMENTS } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readEnvironment } from '../../world/read-environment';

/** Deployments to explore: the embedded environment in any setting, with the rehearsal keys. */
export function embeddedStart(): Start {
  const file = join(ENVIRONMENTS, 'contoso.yaml');
  return startingFrom(readEnvironment(readFileSync(file, 'utf8'), file), committedSource());
}
