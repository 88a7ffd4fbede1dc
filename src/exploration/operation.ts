/**
 * Something that somebody does to a pool, rightly or wrongly, as a plain value. `server` is a place in the pool, from
 * 0; on a server that the pool does not have nothing is done.
 */
export type Operation =
  | { readonly kind: 'set-up' }
  | { readonly kind: 'trust'; readonly server: number }
  | { readonly kind: 'import-chain'; readonly server: number }
  | { readonly kind: 'request'; readonly server: number; readonly exportable: boolean }
  | { readonly kind: 'send'; readonly answer: 'issued' | 'denied' | 'approved' }
  | { readonly kind: 'import-response'; readonly server: number }
  | { readonly kind: 'export'; readonly server: number; readonly how: ExportChoice }
  | { readonly kind: 'import-exported'; readonly server: number; readonly password: 'right' | 'wrong' }
  | { readonly kind: 'assign'; readonly server: number }
  | { readonly kind: 'start'; readonly server: number }
  | { readonly kind: 'own-certificate'; readonly server: number }
  | { readonly kind: 'set-clock'; readonly server: number; readonly way: 'fast' | 'slow' }
  | { readonly kind: 'pass'; readonly days: number }
  | { readonly kind: 'revoke' }
  | { readonly kind: 'renew-authority' }
  | { readonly kind: 'delete-exported' };

/** What an export does with the private key. */
export type ExportChoice = 'with-key' | 'without-key' | 'delete-key';

/** The whole procedure for a pool of that many servers, operation by operation. */
export function procedure(servers: number): readonly Operation[] {
  const places = Array.from({ length: servers }, (_, place) => place);
  const on = <K extends 'trust' | 'assign' | 'start'>(kind: K) => places.map((server) => ({ kind, server }) as const);
  const spread: readonly Operation[] = [
    { kind: 'export', server: 0, how: 'with-key' },
    ...places.slice(1).map((server) => ({ kind: 'import-exported', server, password: 'right' }) as const),
    { kind: 'delete-exported' },
  ];
  return [
    ...on('trust'),
    { kind: 'request', server: 0, exportable: true },
    { kind: 'send', answer: 'issued' },
    { kind: 'import-response', server: 0 },
    ...spread,
    ...on('assign'),
    ...on('start'),
  ];
}
