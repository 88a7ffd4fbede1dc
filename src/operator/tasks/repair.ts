import { deleteFile, fileExists, readFile, writeFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import { misplacedRoots } from '../../windows/schannel';
import { type Deployment, firstPool } from '../../world/deployment';
import type { Pool } from '../../world/topology';
import { type Console, logonOf } from '../console';
import { atServer } from '../logons';
import { exportedFile } from '../named-values';
import { typeCommand } from '../prompt';

/** What an administrator does when something is wrong, and what he looks at. */

/** Moves the intermediate certificates out of the Trusted Root store of the server where the person sits. */
export function moveIntermediates(console: Console): Console {
  const { on } = logonOf(console);
  const { chain } = console.deployment.environment.files;
  const misplaced = misplacedRoots(machineOf(console.deployment, on));
  const added = typeCommand(console, `certutil -addstore CA "${chain}"`);
  return misplaced.reduce((c, { serialNumber }) => typeCommand(c, `certutil -delstore Root ${serialNumber}`), added);
}

/** Joins the newest certificate for the pool to its private key again, on the server where the person sits. */
export function repairLink(console: Console, pool: Pool): Console {
  const { My } = machineOf(console.deployment, logonOf(console).on).stores.LocalMachine;
  const entry = My.findLast(({ certificate }) => certificate.subject.some(({ value }) => value === pool.fqdn));
  return typeCommand(console, `certutil -repairstore My ${entry?.certificate.serialNumber ?? '0'}`);
}

/** Deletes the exported file wherever the pool can reach it. */
export function putExportAway(console: Console, pool: Pool): Console {
  const [first = ''] = pool.servers;
  const at = atServer(console, first);
  const path = exportedFile(at.deployment, pool);
  const there = fileExists(at.deployment, first, path);
  return there ? { ...at, deployment: deleteFile(at.deployment, first, path) } : at;
}

/** The request or the response is no longer where it lay on the internal server. */
export function lost(deployment: Deployment, file: 'request' | 'response'): Deployment {
  const { files, internalServer } = deployment.environment;
  return deleteFile(deployment, internalServer.fqdn, files[file]);
}

/** The response has arrived on the first server of the pool by half. */
export function cutShort(deployment: Deployment): Deployment {
  const [on = ''] = firstPool(deployment).servers;
  const { response } = deployment.environment.files;
  const bytes = readFile(deployment, on, response);
  return writeFile(deployment, on, response, bytes.slice(0, Math.floor(bytes.length / 2)));
}
