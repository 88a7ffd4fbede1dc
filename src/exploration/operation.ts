import type { SnapInImport } from '../operator/tasks/certificate-export';

/**
 * Something that somebody does to a pool, rightly or wrongly, as a plain value. `server` is a place in the pool, from
 * 0; on a server that the pool does not have nothing is done.
 */
export type Operation =
  | { readonly kind: 'set-up' }
  | { readonly kind: 'set-up-all' }
  | { readonly kind: 'trust'; readonly server: number }
  | { readonly kind: 'import-chain'; readonly server: number; readonly how: ChainImport }
  | { readonly kind: 'move-intermediates'; readonly server: number }
  | { readonly kind: 'request'; readonly server: number; readonly exportable: boolean }
  | { readonly kind: 'import-as-user'; readonly server: number }
  | { readonly kind: 'abandon'; readonly server: number; readonly what: Abandoned }
  | { readonly kind: 'send'; readonly answer: Answer }
  | { readonly kind: 'decide'; readonly decision: 'issue' | 'deny'; readonly by: DecidedBy }
  | { readonly kind: 'import-response'; readonly server: number; readonly how: ResponseImport }
  | { readonly kind: 'export'; readonly server: number; readonly how: ExportChoice }
  | { readonly kind: 'import-exported'; readonly server: number; readonly password: 'right' | 'wrong' | 'none' }
  | { readonly kind: 'import-with-snap-in'; readonly server: number; readonly choice: SnapInImport }
  | { readonly kind: 'rejoin'; readonly server: number }
  | { readonly kind: 'assign'; readonly server: number }
  | { readonly kind: 'start'; readonly server: number }
  | { readonly kind: 'own-certificate'; readonly server: number }
  | { readonly kind: 'external'; readonly server: number }
  | { readonly kind: 'renew'; readonly name: 'the same' | 'another' }
  | { readonly kind: 'set-clock'; readonly server: number; readonly way: 'fast' | 'slow' }
  | { readonly kind: 'pass'; readonly days: number }
  | { readonly kind: 'revoke'; readonly by: DecidedBy }
  | { readonly kind: 'renew-authority' }
  | { readonly kind: 'lose'; readonly file: 'request' | 'response' }
  | { readonly kind: 'delete-exported' }
  | { readonly kind: 'elsewhere'; readonly operation: Elsewhere };

/** An operation that is done on one server of the pool. */
export type OnServer = Extract<Operation, { readonly server: number }>;

/** An operation that is done on a server of the second pool, by its place there; the pool that is explored is another one. */
export type Elsewhere = Extract<
  OnServer,
  {
    readonly kind:
      | 'trust'
      | 'import-chain'
      | 'move-intermediates'
      | 'import-exported'
      | 'assign'
      | 'start'
      | 'set-clock';
  }
>;

/** Into which stores the chain goes: the document says Trusted Root for every certificate of it. */
export type ChainImport = 'as the document says' | 'each certificate by its type' | 'into the stores of a user';

/** What is begun, and left when somebody logs on elsewhere. */
export type Abandoned = 'wizard' | 'request' | 'import';

/** What becomes of a request that is submitted. */
export type Answer = 'issued' | 'denied' | 'approved' | 'pending';

export type DecidedBy = 'certificate-manager' | 'ordinary-user';

/** The response by the Certificate Wizard or the snap-in, or cut short on its way to the first server. */
export type ResponseImport = 'wizard' | 'snap-in' | 'cut short';

/** What an export does with the private key. */
export type ExportChoice = 'with-key' | 'without-key' | 'delete-key' | 'empty-password';

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
    { kind: 'import-response', server: 0, how: 'wizard' },
    ...spread,
    ...on('assign'),
    ...on('start'),
  ];
}

/** Every operation on a pool of that many servers, but time passes in one way only, and what is typed wrongly is typed once. */
export function everyOperation(servers: number): readonly Operation[] {
  const places = Array.from({ length: servers }, (_, place) => place);
  return [...EVERYWHERE, ...places.flatMap(onPlace)];
}

const EVERYWHERE: readonly Operation[] = [
  { kind: 'set-up' },
  { kind: 'send', answer: 'issued' },
  { kind: 'send', answer: 'pending' },
  { kind: 'send', answer: 'denied' },
  { kind: 'decide', decision: 'issue', by: 'certificate-manager' },
  { kind: 'decide', decision: 'deny', by: 'certificate-manager' },
  { kind: 'revoke', by: 'certificate-manager' },
  { kind: 'revoke', by: 'ordinary-user' },
  { kind: 'renew', name: 'another' },
  { kind: 'renew-authority' },
  { kind: 'pass', days: 1100 },
  { kind: 'lose', file: 'request' },
  { kind: 'lose', file: 'response' },
  { kind: 'delete-exported' },
];

function onPlace(server: number): readonly Operation[] {
  return [
    { kind: 'trust', server },
    { kind: 'import-chain', server, how: 'as the document says' },
    { kind: 'import-chain', server, how: 'into the stores of a user' },
    { kind: 'move-intermediates', server },
    { kind: 'request', server, exportable: true },
    { kind: 'request', server, exportable: false },
    { kind: 'abandon', server, what: 'request' },
    { kind: 'import-response', server, how: 'wizard' },
    { kind: 'import-response', server, how: 'snap-in' },
    { kind: 'import-as-user', server },
    { kind: 'export', server, how: 'with-key' },
    { kind: 'export', server, how: 'delete-key' },
    { kind: 'import-exported', server, password: 'right' },
    { kind: 'import-exported', server, password: 'wrong' },
    { kind: 'import-with-snap-in', server, choice: 'leaving the key unmarked' },
    { kind: 'import-with-snap-in', server, choice: 'among the trusted roots' },
    { kind: 'rejoin', server },
    { kind: 'assign', server },
    { kind: 'start', server },
    { kind: 'own-certificate', server },
    { kind: 'external', server },
    { kind: 'set-clock', server, way: 'slow' },
  ];
}
