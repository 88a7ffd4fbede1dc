import { readFile, writeFile } from '../windows/file-system';
import type { Deployment } from '../world/deployment';

/** Transport of files between servers: the operator carries them. */

/**
 * Copies the file from one server to another, each with its own path. A file on the removable medium is carried with it.
 */
export function carryFile(
  deployment: Deployment,
  from: { readonly on: string; readonly path: string },
  to: { readonly on: string; readonly path: string },
): Deployment {
  if (deployment.media.some(({ drive }) => isOn(drive, from.path) && isOn(drive, to.path))) {
    readFile(plugIn(deployment, from.on), from.on, from.path);
    return plugIn(deployment, to.on);
  }
  return writeFile(deployment, to.on, to.path, readFile(deployment, from.on, from.path));
}

function isOn(drive: string, path: string): boolean {
  return path.toLowerCase().startsWith(drive.toLowerCase());
}

/** Connects the removable medium to the server and disconnects it from any other. */
export function plugIn(deployment: Deployment, on: string): Deployment {
  if (deployment.media.every(({ pluggedInto }) => pluggedInto === on)) return deployment;
  return { ...deployment, media: deployment.media.map((medium) => ({ ...medium, pluggedInto: on })) };
}
