import type { Console } from '../console';
import { carryFile } from '../transport';

/** Tasks that carry the files of a request between a server and the internal server. */

/** Carries the request file to the internal server. */
export function carryRequest(console: Console, from: string): Console {
  const { files, internalServer } = console.deployment.environment;
  return carried(console, { on: from, path: files.request }, { on: internalServer.fqdn, path: files.request });
}

/** The response file carried from the internal server to the server that requested it. */
export function carryResponse(console: Console, to: string): Console {
  const { files, internalServer } = console.deployment.environment;
  return carried(console, { on: internalServer.fqdn, path: files.response }, { on: to, path: files.response });
}

function carried(console: Console, from: { on: string; path: string }, to: { on: string; path: string }): Console {
  return { ...console, deployment: carryFile(console.deployment, from, to) };
}
