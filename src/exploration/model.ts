import type { Operation } from './operation';

/**
 * What somebody would keep on a sheet of paper: which server holds which key, which certificates lie where, and what is
 * in the three files that travel. Keys and certificates are names; nothing here knows what they are made of.
 */
export interface Model {
  readonly servers: readonly ModelServer[];
  /** the key of the request that lies on the internal server */
  readonly request: string | null;
  /** the response that lies there */
  readonly response: Certified | null;
  readonly exported: Certified | null;
  /** what became of the newest request */
  readonly newest: 'none' | 'issued' | 'denied' | 'revoked';
}

export interface ModelServer {
  /** by name: whether it may be exported */
  readonly keys: ReadonlyMap<string, boolean>;
  /** in the order in which they came */
  readonly certificates: readonly Certified[];
}

/** A certificate and the key that it is for. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

/** How things are called that an operation has made. */
export interface Names {
  readonly key: string;
  readonly certified: Certified;
}

/** Nobody has done anything yet. */
export function modelOf(servers: number): Model {
  const bare: ModelServer = { keys: new Map(), certificates: [] };
  return {
    servers: Array.from({ length: servers }, () => bare),
    request: null,
    response: null,
    exported: null,
    newest: 'none',
  };
}

/** Whether the operation will be refused; `either` where that takes more than a sheet of paper. */
export function foreseen(model: Model, operation: Operation): 'done' | 'refused' | 'either' {
  const server = 'server' in operation ? serverIn(model, operation.server) : undefined;
  const newest = server?.certificates.at(-1);
  switch (operation.kind) {
    case 'send':
      return model.request === null ? 'refused' : 'done';
    case 'revoke':
      return model.newest === 'issued' ? 'done' : 'refused';
    case 'export':
      return operation.how === 'without-key' || server?.keys.get(newest?.key ?? '') ? 'done' : 'refused';
    case 'import-exported':
      return model.exported && operation.password === 'right' ? 'done' : 'refused';
    case 'assign':
      return server?.certificates.some(({ key }) => server.keys.has(key)) ? 'either' : 'refused';
    case 'set-up':
    case 'own-certificate':
      return 'either';
    default:
      return 'done';
  }
}

/** The model after an operation that was carried out. */
export function next(model: Model, operation: Operation, names: Names): Model {
  switch (operation.kind) {
    case 'request':
      return { ...withKey(model, operation.server, names.key, operation.exportable), request: names.key };
    case 'send':
      if (operation.answer === 'denied') return { ...model, newest: 'denied' };
      return { ...model, newest: 'issued', response: names.certified };
    case 'import-response':
      return model.response ? withCertificate(model, operation.server, model.response) : model;
    case 'export':
      return exportedFrom(model, operation);
    case 'import-exported':
      return model.exported ? imported(model, operation.server, model.exported) : model;
    case 'revoke':
      return { ...model, newest: 'revoked' };
    case 'delete-exported':
      return { ...model, exported: null };
    case 'own-certificate':
      return obtained(model, operation.server, names);
    case 'set-up':
      return setUp(model, names);
    default:
      return model;
  }
}

function exportedFrom(model: Model, { server, how }: Extract<Operation, { readonly kind: 'export' }>): Model {
  const exported = serverIn(model, server).certificates.at(-1) ?? null;
  if (how === 'without-key') return model;
  if (how === 'with-key' || !exported) return { ...model, exported };
  const keys = new Map(serverIn(model, server).keys);
  keys.delete(exported.key);
  return { ...withServer(model, server, { ...serverIn(model, server), keys }), exported };
}

/** An imported key may not be exported again, unless it is assumed otherwise. */
function imported(model: Model, server: number, file: Certified): Model {
  return withKey(withCertificate(model, server, file), server, file.key, false);
}

function obtained(model: Model, server: number, { certified }: Names): Model {
  const requested = withKey(model, server, certified.key, true);
  return {
    ...withCertificate(requested, server, certified),
    request: certified.key,
    response: certified,
    newest: 'issued',
  };
}

function setUp(model: Model, names: Names): Model {
  const others = model.servers.map((_, place) => place).slice(1);
  const spread = others.reduce((m, place) => imported(m, place, names.certified), obtained(model, 0, names));
  return others.length > 0 ? { ...spread, exported: null } : spread;
}

function withKey(model: Model, place: number, key: string, exportable: boolean): Model {
  const server = serverIn(model, place);
  return withServer(model, place, { ...server, keys: new Map(server.keys).set(key, exportable) });
}

function withCertificate(model: Model, place: number, certified: Certified): Model {
  const server = serverIn(model, place);
  if (server.certificates.some(({ certificate }) => certificate === certified.certificate)) return model;
  return withServer(model, place, { ...server, certificates: [...server.certificates, certified] });
}

function withServer(model: Model, place: number, server: ModelServer): Model {
  return { ...model, servers: model.servers.map((one, index) => (index === place ? server : one)) };
}

function serverIn(model: Model, place: number): ModelServer {
  const server = model.servers[place];
  if (!server) throw new Error(`the model has ${model.servers.length} servers, and none at place ${place}`);
  return server;
}
