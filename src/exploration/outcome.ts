import {
  type Certified,
  type Exported,
  type Model,
  newestOn,
  serverIn,
  withCertificate,
  withKey,
  withoutCertificate,
  withoutKey,
  withRequest,
} from './model';
import type { OnServer, Operation } from './operation';

/** How things are called that an operation has made. */
export interface Names {
  /** the key of a request that was made */
  readonly key: string;
  /** the certificate that was issued last */
  readonly certified: Certified;
  /** the certificate that is assigned on the first server */
  readonly assigned: Certified;
  /** the newest certificate for an external interface */
  readonly external: Certified;
}

/** The model after an operation that was carried out. */
export function next(model: Model, operation: Operation, names: Names): Model {
  if ('server' in operation) return nextOn(model, operation, names);
  const { certified } = names;
  switch (operation.kind) {
    case 'send':
      return answered(model, operation.answer, certified);
    case 'decide':
      return answered(model, operation.decision === 'issue' ? 'issued' : 'denied', certified);
    case 'revoke':
      return { ...model, newest: 'revoked' };
    case 'lose':
      return { ...model, [operation.file]: null };
    case 'delete-exported':
      return { ...model, exported: null };
    case 'set-up':
    case 'renew':
      return spread(model, certified);
    case 'set-up-all':
      return { ...spread(model, names.assigned), request: certified.key, response: certified };
    default:
      return model;
  }
}

function nextOn(model: Model, operation: OnServer, names: Names): Model {
  const { server } = operation;
  switch (operation.kind) {
    case 'request':
      return { ...withRequest(model, server, names.key, operation.exportable), request: names.key };
    case 'import-response':
      return responded(model, operation);
    case 'export':
      return exportedFrom(model, operation);
    case 'import-exported':
      return model.exported ? imported(model, server, model.exported) : model;
    case 'import-with-snap-in':
      return model.exported ? importedWithSnapIn(model, operation, model.exported) : model;
    case 'rejoin':
      return rejoined(model, server);
    case 'external':
      return withCertificate(withRequest(model, server, names.external.key, true), server, names.external);
    case 'own-certificate':
      return obtained(model, server, names.certified);
    default:
      return model;
  }
}

type Of<K extends Operation['kind']> = Extract<Operation, { readonly kind: K }>;

function answered(model: Model, answer: Of<'send'>['answer'], certified: Certified): Model {
  if (answer === 'denied' || answer === 'pending') return { ...model, newest: answer };
  return { ...model, newest: 'issued', response: certified };
}

function responded(model: Model, { server, how }: Of<'import-response'>): Model {
  const joins = how === 'wizard' || model.rules.mmcImportLinksKey;
  return model.response ? withCertificate(model, server, model.response, joins) : model;
}

function exportedFrom(model: Model, { server, how }: Of<'export'>): Model {
  const newest = newestOn(serverIn(model, server));
  if (how === 'without-key' || !newest) return model;
  const exported: Exported = { ...newest, opens: how !== 'empty-password' };
  if (how !== 'delete-key') return { ...model, exported };
  const deleted = withoutKey(model, server, newest.key);
  const stays = model.rules.deletedKeyLeavesCertificate;
  return { ...(stays ? deleted : withoutCertificate(deleted, server, newest.certificate)), exported };
}

/** Whether an imported key may be exported again is decided anew at each import. */
function imported(model: Model, server: number, file: Certified): Model {
  return withCertificate(withKey(model, server, file.key, model.rules.importWizardMarksExportable), server, file);
}

/** Whatever the store, the key is one of the machine's; among the roots, nobody looks for the certificate. */
function importedWithSnapIn(model: Model, { server, choice }: Of<'import-with-snap-in'>, file: Certified): Model {
  const held = withKey(model, server, file.key, choice === 'marking the key as exportable');
  return choice === 'among the trusted roots' ? held : withCertificate(held, server, file);
}

function rejoined(model: Model, server: number): Model {
  const newest = newestOn(serverIn(model, server));
  return newest ? withCertificate(model, server, newest) : model;
}

function obtained(model: Model, server: number, certified: Certified): Model {
  const requested = withRequest(model, server, certified.key, true);
  return {
    ...withCertificate(requested, server, certified),
    request: certified.key,
    response: certified,
    newest: 'issued',
  };
}

/** A new certificate on every server, brought to the others in a file that was deleted then. */
function spread(model: Model, certified: Certified): Model {
  const others = model.servers.map((_, place) => place).slice(1);
  const done = others.reduce((m, place) => imported(m, place, certified), obtained(model, 0, certified));
  return others.length > 0 ? { ...done, exported: null } : done;
}
