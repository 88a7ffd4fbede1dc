import type { Instant } from '../determinism';
import type { Path } from '../world/environment-file/environment-document';
import type { Origin } from '../world/environment-file/environment-draft';

/** One part of the draft, with its origin. */
export type ObservedEntry = readonly [path: Path, value: unknown, origin: Origin];

/** The origin of a value in the state of a server, or in a certificate there. */
export function readFrom(server: string, certificate?: { readonly thumbprint: string }): Origin {
  const place = certificate ? `, certificate ${certificate.thumbprint}` : '';
  return { kind: 'read', from: `the state of ${server}${place}` };
}

/** An instant as an environment file writes it, in whole seconds. */
export function instantText(instant: Instant): string {
  return new Date(Math.floor(instant / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
