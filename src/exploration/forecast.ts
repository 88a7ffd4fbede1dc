import { type Model, type ModelServer, newestOn, serverIn } from './model';
import type { OnServer, Operation } from './operation';

/** Whether the operation will be refused; `either` where that takes more than a sheet of paper. */
export type Forecast = 'done' | 'refused' | 'either';

/** What the sheet of paper says of an operation before it is tried. */
export function foreseen(model: Model, operation: Operation): Forecast {
  if ('server' in operation) return foreseenOn(serverIn(model, operation.server), model, operation);
  switch (operation.kind) {
    case 'send':
      return done(model.request !== null);
    case 'decide':
      return done(operation.by === 'certificate-manager' && model.newest === 'pending');
    case 'revoke':
      return done(operation.by === 'certificate-manager' && model.newest === 'issued');
    case 'set-up':
    case 'set-up-all':
    case 'renew':
    case 'elsewhere':
      return 'either';
    default:
      return 'done';
  }
}

function foreseenOn(server: ModelServer, model: Model, operation: OnServer): Forecast {
  const newest = newestOn(server);
  const held = newest !== undefined && server.keys.has(newest.key);
  switch (operation.kind) {
    case 'import-as-user':
      return 'refused';
    case 'import-response':
      return importing(server, model, operation);
    case 'export':
      return exporting(server, model, operation);
    case 'import-exported':
      return done(model.exported?.opens === true && operation.password === 'right');
    case 'import-with-snap-in':
      return done(model.exported?.opens === true);
    case 'rejoin':
      return done(held);
    case 'assign':
      return server.certificates.some(({ joined, ours, key }) => ours && joined && server.keys.has(key))
        ? 'either'
        : 'refused';
    case 'own-certificate':
    case 'external':
    case 'move-intermediates':
      return 'either';
    default:
      return 'done';
  }
}

type Of<K extends OnServer['kind']> = Extract<OnServer, { readonly kind: K }>;

function importing(server: ModelServer, { rules, response }: Model, { how }: Of<'import-response'>): Forecast {
  if (how !== 'wizard') return done(how === 'snap-in');
  return done(rules.responseWithoutKey === 'import' || server.keys.has(response?.key ?? ''));
}

function exporting(server: ModelServer, { rules }: Model, { how }: Of<'export'>): Forecast {
  if (how === 'without-key') return 'done';
  const newest = newestOn(server);
  const leaves = newest?.joined === true && server.keys.get(newest.key) === true;
  return done(leaves && !(how === 'empty-password' && rules.exportPasswordRequired));
}

function done(isDone: boolean): Forecast {
  return isDone ? 'done' : 'refused';
}
