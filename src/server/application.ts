import type { Server } from 'node:https';
import fastify, { type FastifyReply, type FastifyRequest, type RouteGenericInterface } from 'fastify';

/** HTTP servers of this program. */

/** The largest form that is read, in bytes: a request of 64 KiB, in base64, with every character escaped. */
export const MOST_FORM_BYTES = 512 * 1024;

/** Bounds for what one client can use; times in milliseconds. */
const LIMITS = {
  bodyLimit: MOST_FORM_BYTES,
  requestTimeout: 30_000,
  // as IIS does
  connectionTimeout: 120_000,
  keepAliveTimeout: 120_000,
  forceCloseConnections: 'idle',
} as const;

/** A server for HTTPS with this key and these certificates, in PEM, or one for HTTP. */
export function application(tls: { readonly key: string; readonly cert: string } | null) {
  return fastify({ ...LIMITS, https: tls, rewriteUrl: ({ url = '/' }) => originForm(url) });
}

/** The path and query of a target in absolute form, which clients of a proxy send (RFC 9112 §3.2.2). */
function originForm(target: string): string {
  return target.replace(/^https?:\/\/[^/?]*/i, '').replace(/^(?!\/)/, '/');
}

export type Application = ReturnType<typeof application>;
export type Call = FastifyRequest<RouteGenericInterface, Server>;
export type CallReply = FastifyReply<RouteGenericInterface, Server>;

const LOOPBACK = '127.0.0.1';

/** Starts all servers on 127.0.0.1, or none. Returns their addresses: `http://127.0.0.1:8080`. */
export async function listening(apps: readonly { readonly app: Application; readonly port: number }[]) {
  try {
    const addresses: string[] = [];
    for (const { app, port } of apps) addresses.push(await app.listen({ host: LOOPBACK, port }));
    return addresses;
  } catch (error) {
    await Promise.all(apps.map(({ app }) => app.close()));
    throw error;
  }
}
