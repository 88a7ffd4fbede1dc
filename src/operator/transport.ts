import { readFile, writeFile } from '../windows/file-system';
import type { Deployment } from '../world/deployment';

/** How files travel between servers: somebody carries them. */

/** The deployment with the file copied from one server to another, at the paths that each server gives it. */
export function carryFile(
  deployment: Deployment,
  from: { readonly on: string; readonly path: string },
  to: { readonly on: string; readonly path: string },
): Deployment {
  return writeFile(deployment, to.on, to.path, readFile(deployment, from.on, from.path));
}

/** The deployment with the removable medium plugged into that server, and so not into another. */
export function plugIn(deployment: Deployment, on: string): Deployment {
  if (deployment.media.every(({ pluggedInto }) => pluggedInto === on)) return deployment;
  return { ...deployment, media: deployment.media.map((medium) => ({ ...medium, pluggedInto: on })) };
}
