import { type CertifiedKey, type Model, withCertificate, withKey, withRequest } from './model';

/** The changes of the model that several operations share. */

/** The model after an answer to the request on the internal server. */
export function answered(
  model: Model,
  answer: 'issued' | 'approved' | 'denied' | 'pending',
  certified: CertifiedKey,
): Model {
  if (isRejected(model)) return { ...model, newest: 'denied' };
  if (answer === 'denied' || answer === 'pending') return { ...model, newest: answer };
  return { ...model, newest: 'issued', response: certified };
}

/** Whether the authority denies the request on the internal server, whatever template it names. */
export function isRejected({ requestIsShort, rejectsShortKeys }: Model): boolean {
  return requestIsShort && rejectsShortKeys;
}

/** The model after the import of a .pfx file. Each import sets again whether the key is exportable. */
export function imported(model: Model, server: number, file: CertifiedKey): Model {
  const exportable = model.assumptions.importWizardMarksExportable;
  return withCertificate(withKey(model, server, file.key, exportable), server, file);
}

/** The model after a server has requested a certificate, received it and imported it. */
export function obtained(model: Model, server: number, certified: CertifiedKey): Model {
  const requested = withRequest(model, server, certified.key, true);
  return {
    ...withCertificate(requested, server, certified),
    request: certified.key,
    requestIsShort: false,
    response: certified,
    newest: 'issued',
  };
}

/** The model with a new certificate on every server, which the others have imported from a file that was deleted then. */
export function distributed(model: Model, certified: CertifiedKey): Model {
  const others = model.servers.map((_, position) => position).slice(1);
  const done = others.reduce((m, position) => imported(m, position, certified), obtained(model, 0, certified));
  return others.length > 0 ? { ...done, exported: null } : done;
}
