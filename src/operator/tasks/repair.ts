import { deleteFile, fileExists, readFile, writeFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import { misplacedRoots } from '../../windows/schannel';
import { type Deployment, firstPool } from '../../world/deployment';
import type { Pool } from '../../world/topology';
import { type Console, logonOf } from '../console';
import { atServer } from '../logons';
import { exportedFile } from '../named-values';
import { typeCommand } from '../prompt';

/** Repairs by an administrator, and the state that they inspect. */

/** Moves the intermediate certificates out of the Trusted Root store of the current server. */
export function moveIntermediates(console: Console): Console {
  const { on } = logonOf(console);
  const { chain } = console.deployment.environment.files;
  const misplaced = misplacedRoots(machineOf(console.deployment, on));
  const added = typeCommand(console, `certutil -addstore CA "${chain}"`);
  return misplaced.reduce((c, { serialNumber }) => typeCommand(c, `certutil -delstore Root ${serialNumber}`), added);
}

/** Links the newest certificate for the pool to its private key again, on the current server. */
export function repairLink(console: Console, pool: Pool): Console {
  const { My } = machineOf(console.deployment, logonOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => certificate.subject.some(({ value }) => value === pool.fqdn));
  return typeCommand(console, `certutil -repairstore My ${entry?.certificate.serialNumber ?? NO_CERTIFICATE}`);
}

/** What certutil finds no certificate by: neither a serial number nor a thumbprint, an index or a name. */
const NO_CERTIFICATE = 'ffff';

/** Deletes the exported file in every place that the pool can reach. */
export function putExportAway(console: Console, pool: Pool): Console {
  const [first = ''] = pool.servers;
  const at = atServer(console, first);
  const path = exportedFile(at.deployment, pool);
  const there = fileExists(at.deployment, first, path);
  return there ? { ...at, deployment: deleteFile(at.deployment, first, path) } : at;
}

/** Removes the request or the response from the internal server. */
export function lost(deployment: Deployment, file: 'request' | 'response'): Deployment {
  const { files, internalServer } = deployment.environment;
  return deleteFile(deployment, internalServer.fqdn, files[file]);
}

/** Truncates the response on the first server of the pool to half of its length. */
export function cutShort(deployment: Deployment): Deployment {
  const [on = ''] = firstPool(deployment).servers;
  const { response } = deployment.environment.files;
  const bytes = readFile(deployment, on, response);
  return writeFile(deployment, on, response, bytes.slice(0, Math.floor(bytes.length / 2)));
}
