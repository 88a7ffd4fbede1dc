import type { SnapInImport } from '../../../operator/tasks/certificate-export';
import type { ServerFaultName } from './explored-faults';

/**
 * What an operator or an authority does to a pool, rightly or wrongly, as plain values. A kind is added here with its
 * parameters, and to the table of its group with an object that says everything else about it.
 */

/** The parameters of each operation on a whole pool, on the authority or on files outside the servers. */
export interface PoolOperations {
  readonly 'set-up': NoParameters;
  readonly 'set-up-all': NoParameters;
  readonly send: { readonly answer: Answer };
  readonly decide: { readonly decision: 'issue' | 'deny'; readonly by: Decider };
  readonly renew: { readonly name: 'the same' | 'another' };
  readonly pass: { readonly days: number };
  readonly revoke: { readonly by: Decider };
  readonly 'renew-authority': NoParameters;
  readonly lose: { readonly file: 'request' | 'response' };
  readonly 'delete-exported': NoParameters;
  readonly elsewhere: { readonly operation: SecondPoolOperation };
}

/** The parameters of each operation on one server. */
export interface ServerOperations {
  readonly trust: NoParameters;
  readonly 'import-chain': { readonly how: ChainImport };
  readonly 'move-intermediates': NoParameters;
  /** `bits`: a length other than the usual one, which an authority may find too short */
  readonly request: { readonly exportable: boolean; readonly bits?: 1024 };
  readonly 'as-user': { readonly attempt: UserAttempt };
  readonly abandon: { readonly what: Abandoned };
  readonly 'import-response': { readonly how: ResponseImport };
  readonly export: { readonly how: ExportChoice };
  readonly 'import-exported': { readonly password: ImportPassword };
  readonly 'import-with-snap-in': { readonly choice: SnapInImport };
  readonly rejoin: NoParameters;
  readonly assign: NoParameters;
  readonly start: NoParameters;
  readonly 'own-certificate': NoParameters;
  readonly external: NoParameters;
  readonly 'set-clock': { readonly way: 'fast' | 'slow' };
  readonly fault: { readonly fault: ServerFaultName };
}

export type PoolKind = keyof PoolOperations;
export type ServerKind = keyof ServerOperations;

/** An operation of one of these kinds that is not done on one server. */
export type PoolOperation<K extends PoolKind = PoolKind> = {
  [P in K]: { readonly kind: P } & PoolOperations[P];
}[K];

/** An operation of one of these kinds without the server that it is done on. */
export type ServerAction<K extends ServerKind = ServerKind> = {
  [P in K]: { readonly kind: P } & ServerOperations[P];
}[K];

/** An operation on one server, by its position in the pool, from 0; skipped in a pool without such a server. */
export type ServerOperation<K extends ServerKind = ServerKind> = {
  [P in K]: { readonly kind: P; readonly server: number } & ServerOperations[P];
}[K];

export type Operation = PoolOperation | ServerOperation;

type NoParameters = Readonly<Record<never, never>>;

/** The operations that are also tried on a server of the second pool. */
export type SecondPoolKind = Extract<
  ServerKind,
  'trust' | 'import-chain' | 'move-intermediates' | 'import-exported' | 'assign' | 'start' | 'set-clock'
>;

/** An operation on a server of the second pool, by its position there. */
export type SecondPoolOperation = ServerOperation<SecondPoolKind>;

/** The stores into which the chain goes: the document names Trusted Root for every certificate of it. */
export type ChainImport = 'as the document says' | 'each certificate by its type' | 'into the stores of a user';

/** What an account without the right to do it attempts. */
export type UserAttempt = 'import' | 'request';

/** What is begun and abandoned by logging on elsewhere. */
export type Abandoned = 'wizard' | 'request' | 'import';

/** The answer to a submitted request. */
export type Answer = 'issued' | 'denied' | 'approved' | 'pending';

/** The account that decides about a request. */
export type Decider = 'certificate-manager' | 'ordinary-user';

/** The response by the Certificate Wizard or the snap-in, or truncated on its way to the first server. */
export type ResponseImport = 'wizard' | 'snap-in' | 'cut short';

/** What an export does with the private key. */
export type ExportChoice = 'with-key' | 'without-key' | 'delete-key' | 'empty-password';

/** The password that is typed at the import of the exported file. */
export type ImportPassword = 'right' | 'wrong' | 'none';
