import { join } from 'node:path';
import { ENVIRONMENTS } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { startingFrom } from '../../products/lync-server-2013/exploration/settings/starting-point';
import { PRODUCTS } from '../../products/products';
import { readEnvironment } from '../../world/environment-file/read-environment';

/** Builds the deployments to explore: the embedded environment in any setting, with the rehearsal keys. */
export function embeddedStart(): ReturnType<typeof startingFrom> {
  const file = join(ENVIRONMENTS, 'contoso.yaml');
  return startingFrom(readEnvironment(readText(file), file, PRODUCTS), committedSource());
}
