import { type Fact, factsOf } from '../fact';

/** What the records of a step state, in English. */
export const EVIDENCE_FACTS = {
  'what.file': 'file',
  'what.certificate': 'certificate',
  'what.private-key': 'private key',
  'what.request': 'request',
  'what.assignment': 'assignment',
  'what.wizard': 'wizard',
  'what.authority': 'authority',
  'what.machine': 'machine',
  'file.certificate': 'certificate',
  'file.request': 'request',
  'file.pkcs7': 'pkcs7',
  'file.pkcs12': 'pkcs12',
  'file.crl': 'crl',
  'file.private-key': 'private-key',
  'file.text': 'text',
  'file.unknown': 'unknown',
  'change.file': '{content}, {bytes} bytes',
  'change.user-store': '{store} (current user)',
  'change.certificate': '{subject}; thumbprint {thumbprint}; {key}',
  'change.named-certificate': '{subject}; thumbprint {thumbprint}; friendly name "{name}"; {key}',
  'change.with-private-key': 'with private key',
  'change.without-private-key': 'without private key',
  'change.key-location': '{location}, {provider}',
  'change.exportable-key': 'RSA {bits}, exportable',
  'change.not-exportable-key': 'RSA {bits}, not exportable',
  'change.key-readers': 'may be read by {readers}',
  'change.assignment': 'thumbprint {thumbprint}',
  'change.request-database': 'request database',
  'change.request': 'request {id} of {requester}: {disposition}',
  'change.template-request': 'request {id} of {requester}, template {template}: {disposition}',
  'change.new-authority-certificate': 'a new certificate with a new key',
  'change.clock': 'clock',
  'change.clock-offset': '{hours} hours from true time',
} as const;

export const evidenceFact = factsOf(EVIDENCE_FACTS);

/** What an authority decided about a request, as a fact; the room of the authority has its text. */
export function dispositionFact(kind: string): Fact {
  return { code: `disposition.${kind.replace(' ', '-')}`, parameters: {} };
}

/** What kind of thing a change is about. */
export function whatFact(what: string): Fact {
  return { code: `what.${what}`, parameters: {} };
}

/** What kind of content a file has. */
export function contentFact(kind: string): Fact {
  return { code: `file.${kind}`, parameters: {} };
}
