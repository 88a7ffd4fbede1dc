import type { Assumptions } from '../world/environment';

/**
 * What somebody would keep on a sheet of paper: which server holds which key, which certificates lie where, and what is
 * in the three files that travel. Keys and certificates are names; nothing here knows what they are made of.
 */
export interface Model {
  readonly rules: Rules;
  readonly servers: readonly ModelServer[];
  /** the key of the request that lies on the internal server */
  readonly request: string | null;
  /** the response that lies there */
  readonly response: Certified | null;
  readonly exported: Exported | null;
  /** what became of the newest request */
  readonly newest: 'none' | 'pending' | 'issued' | 'denied' | 'revoked';
}

/** What the sheet has to say of uncertain behaviour. */
export type Rules = Pick<
  Assumptions,
  | 'deletedKeyLeavesCertificate'
  | 'exportPasswordRequired'
  | 'importWizardMarksExportable'
  | 'mmcImportLinksKey'
  | 'newRequestClearsEarlier'
  | 'responseWithoutKey'
>;

export interface ModelServer {
  /** by name: whether it may be exported */
  readonly keys: ReadonlyMap<string, boolean>;
  /** the keys whose requests wait for an answer */
  readonly waiting: ReadonlySet<string>;
  /** in the order in which they came */
  readonly certificates: readonly Held[];
}

/** A certificate and the key that it is for. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
  /** whether it is for the pool that is explored */
  readonly ours: boolean;
}

/** A certificate on a server; `joined`: it has been linked to its key there. */
export type Held = Certified & { readonly joined: boolean };

/** A certificate with its key in a file, and whether the usual password opens it. */
export type Exported = Certified & { readonly opens: boolean };

/** Nobody has done anything yet. */
export function modelOf(servers: number, rules: Rules): Model {
  const bare: ModelServer = { keys: new Map(), waiting: new Set(), certificates: [] };
  return {
    rules,
    servers: Array.from({ length: servers }, () => bare),
    request: null,
    response: null,
    exported: null,
    newest: 'none',
  };
}

/** What is on the server at that place of the pool. */
export function serverIn(model: Model, place: number): ModelServer {
  const server = model.servers[place];
  if (!server) throw new Error(`the model has ${model.servers.length} servers, and none at place ${place}`);
  return server;
}

/** The newest certificate for the pool on a server. */
export function newestOn({ certificates }: ModelServer): Held | undefined {
  return certificates.findLast(({ ours }) => ours);
}

/** A key on one more server, or there under another condition. */
export function withKey(model: Model, place: number, key: string, exportable: boolean): Model {
  const server = serverIn(model, place);
  return withServer(model, place, { ...server, keys: new Map(server.keys).set(key, exportable) });
}

/** The server without that key. */
export function withoutKey(model: Model, place: number, key: string): Model {
  const server = serverIn(model, place);
  const keys = new Map(server.keys);
  keys.delete(key);
  return withServer(model, place, { ...server, keys });
}

/** A request made on a server: its key waits there, alone where a request is assumed to clear those before. */
export function withRequest(model: Model, place: number, key: string, exportable: boolean): Model {
  const { waiting } = serverIn(model, place);
  const clears = model.rules.newRequestClearsEarlier;
  const cleared = clears ? [...waiting].reduce((m, one) => withoutKey(m, place, one), model) : model;
  const made = withKey(cleared, place, key, exportable);
  const left = clears ? [] : waiting;
  return withServer(made, place, { ...serverIn(made, place), waiting: new Set([...left, key]) });
}

/** A certificate on a server, joined to its key if that is there and `joins`. */
export function withCertificate(model: Model, place: number, certified: Certified, joins = true): Model {
  const server = serverIn(model, place);
  const { certificate, key, ours } = certified;
  const joined = joins && server.keys.has(key);
  const known = server.certificates.some((one) => one.certificate === certificate);
  const certificates = known
    ? server.certificates.map((one) => (one.certificate === certificate && joined ? { ...one, joined } : one))
    : [...server.certificates, { certificate, key, ours, joined }];
  const waiting = joined ? new Set([...server.waiting].filter((one) => one !== key)) : server.waiting;
  return withServer(model, place, { ...server, certificates, waiting });
}

/** The server without that certificate. */
export function withoutCertificate(model: Model, place: number, certificate: string): Model {
  const server = serverIn(model, place);
  const certificates = server.certificates.filter((one) => one.certificate !== certificate);
  return withServer(model, place, { ...server, certificates });
}

function withServer(model: Model, place: number, server: ModelServer): Model {
  return { ...model, servers: model.servers.map((one, index) => (index === place ? server : one)) };
}
