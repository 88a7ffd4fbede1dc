import { readFile, writeFile } from '../windows/file-system';
import type { Deployment } from '../world/deployment';

/** Transport of files between servers: the operator carries them. */

/** Copies the file from one server to another, each with its own path. */
export function carryFile(
  deployment: Deployment,
  from: { readonly on: string; readonly path: string },
  to: { readonly on: string; readonly path: string },
): Deployment {
  return writeFile(deployment, to.on, to.path, readFile(deployment, from.on, from.path));
}

/** Connects the removable medium to the server and disconnects it from any other. */
export function plugIn(deployment: Deployment, on: string): Deployment {
  if (deployment.media.every(({ pluggedInto }) => pluggedInto === on)) return deployment;
  return { ...deployment, media: deployment.media.map((medium) => ({ ...medium, pluggedInto: on })) };
}
