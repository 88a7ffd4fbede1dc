import type { LyncAssumptions } from '../../assumptions';

/**
 * A simple model of a pool: which server has which key, which certificates are in which stores, and what the three files
 * on the way contain. Keys and certificates are names; the model knows nothing of their bytes.
 */
export interface Model {
  readonly assumptions: ModelAssumptions;
  readonly servers: readonly ModelServer[];
  /** the key of the request on the internal server */
  readonly request: string | null;
  /** whether the key of that request is shorter than usual */
  readonly requestIsShort: boolean;
  /** whether the authority has templates, which reject a short key */
  readonly rejectsShortKeys: boolean;
  /** the response on the internal server */
  readonly response: CertifiedKey | null;
  readonly exported: ExportedCertificate | null;
  /** the disposition of the newest request */
  readonly newest: 'none' | 'pending' | 'issued' | 'denied' | 'revoked';
}

/** The assumptions about uncertain behaviour on which the model depends. */
export type ModelAssumptions = Pick<
  LyncAssumptions,
  | 'deletedKeyLeavesCertificate'
  | 'exportPasswordRequired'
  | 'importWizardMarksExportable'
  | 'mmcImportLinksKey'
  | 'newRequestClearsEarlier'
  | 'responseWithoutKey'
>;

export interface ModelServer {
  /** by name: whether the key is exportable */
  readonly keys: ReadonlyMap<string, boolean>;
  /** the keys of the requests without an answer */
  readonly waiting: ReadonlySet<string>;
  /** in the order in which they were added */
  readonly certificates: readonly StoredCertificate[];
}

/** A certificate, and the key that it certifies. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly key: string;
  /** whether its subject is the explored pool */
  readonly ours: boolean;
}

/** A certificate on a server; `linked`: it is linked to its private key there. */
export type StoredCertificate = CertifiedKey & { readonly linked: boolean };

/** A certificate with its key in a file, and whether the usual password opens it. */
export type ExportedCertificate = CertifiedKey & { readonly opens: boolean };

/** The model of a pool without servers, and with no file on the way. */
export function emptyModel(assumptions: ModelAssumptions, rejectsShortKeys: boolean): Model {
  return {
    assumptions,
    servers: [],
    request: null,
    requestIsShort: false,
    rejectsShortKeys,
    response: null,
    exported: null,
    newest: 'none',
  };
}

/** The server at that position of the pool; an unknown position is a bug. */
export function serverIn(model: Model, position: number): ModelServer {
  const server = model.servers[position];
  if (!server) throw new Error(`the model has ${model.servers.length} servers, and none at position ${position}`);
  return server;
}

/** The newest certificate for the pool on a server. */
export function newestOn({ certificates }: ModelServer): StoredCertificate | undefined {
  return certificates.findLast(({ ours }) => ours);
}

/** The model with a key on that server, exportable or not. */
export function withKey(model: Model, position: number, key: string, exportable: boolean): Model {
  const server = serverIn(model, position);
  return withServer(model, position, { ...server, keys: new Map(server.keys).set(key, exportable) });
}

/** The model without that key on that server. */
export function withoutKey(model: Model, position: number, key: string): Model {
  const server = serverIn(model, position);
  const keys = new Map(server.keys);
  keys.delete(key);
  return withServer(model, position, { ...server, keys });
}

/** The model after a request on that server, which clears earlier requests where that is assumed. */
export function withRequest(model: Model, position: number, key: string, exportable: boolean): Model {
  const { waiting } = serverIn(model, position);
  const clears = model.assumptions.newRequestClearsEarlier;
  const cleared = clears ? [...waiting].reduce((m, one) => withoutKey(m, position, one), model) : model;
  const made = withKey(cleared, position, key, exportable);
  const left = clears ? [] : waiting;
  return withServer(made, position, { ...serverIn(made, position), waiting: new Set([...left, key]) });
}

/** The model with a certificate on that server, linked to its key if the key is there and `links` is true. */
export function withCertificate(model: Model, position: number, certified: CertifiedKey, links = true): Model {
  const server = serverIn(model, position);
  const { certificate, key, ours } = certified;
  const linked = links && server.keys.has(key);
  const known = server.certificates.some((one) => one.certificate === certificate);
  const certificates = known
    ? server.certificates.map((one) => (one.certificate === certificate && linked ? { ...one, linked } : one))
    : [...server.certificates, { certificate, key, ours, linked }];
  const waiting = linked ? new Set([...server.waiting].filter((one) => one !== key)) : server.waiting;
  return withServer(model, position, { ...server, certificates, waiting });
}

/** The model without that certificate on that server. */
export function withoutCertificate(model: Model, position: number, certificate: string): Model {
  const server = serverIn(model, position);
  const certificates = server.certificates.filter((one) => one.certificate !== certificate);
  return withServer(model, position, { ...server, certificates });
}

function withServer(model: Model, position: number, server: ModelServer): Model {
  return { ...model, servers: model.servers.map((one, index) => (index === position ? server : one)) };
}
