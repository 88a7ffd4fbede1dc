import { factsOf } from '../fact';

/** What the judge finds, in English: by the code of the finding, with a variant where one code has several texts. */
const CERTIFICATE = '{use}, thumbprint {thumbprint}';

export const FINDING_TEXTS = {
  'finding.subject-mismatch': `${CERTIFICATE}: its names are {names}, not {pool}`,
  'finding.wildcard-name': `${CERTIFICATE}: its names are {names}`,
  'finding.wrong-usage': `${CERTIFICATE}: it is for {usages}`,
  'finding.weak-key': `${CERTIFICATE}: its key has {bits} bits`,
  'finding.signed-with': `${CERTIFICATE}: it is signed with {algorithm}`,
  'finding.revoked': `${CERTIFICATE}: the list at {addresses} contains it`,
  'finding.revocation-unreachable': `${CERTIFICATE}: {addresses} cannot be reached from {from}`,
  'finding.private-key-missing': `${CERTIFICATE}: no private key is linked to it`,
  'finding.private-key-deleted': `${CERTIFICATE}: its container {container} does not exist any more`,
  'finding.key-mismatch': `${CERTIFICATE}: the container {container} holds another key`,
  'finding.key-not-readable': `${CERTIFICATE}: Network Service cannot read {container}`,
  'finding.pfx-left-behind': 'the file {path} holds a private key',
  'finding.no-internal-certificate': 'Personal holds no certificate for {pool}',
  'finding.not-assigned': '{use}: {thumbprint}',
  'finding.assigned-certificate-missing':
    '{use}: Personal does not hold the assigned certificate {thumbprint} any more',
  'finding.restart-needed': '{use}: in use {inUse}, assigned {assigned}',
  'finding.certificate-differs': '{use}: {certificates}',
  'finding.key-not-exportable': '{use}: {holders} of {servers} servers hold the key, none exportable',
  'finding.intermediate-in-root-store': '{name}, thumbprint {thumbprint}, on Windows Server {windows}',
  'finding.too-many-roots': '{count} certificates',
  'finding.wrong-store': '{name}, thumbprint {thumbprint}',
  'finding.duplicate-friendly-name': 'the friendly name "{name}" is used more than once',
  'finding.request-outstanding': 'for {name}, "{friendlyName}"',
  'finding.clock-fast': 'the clock is {minutes} minutes fast',
  'finding.clock-slow': 'the clock is {minutes} minutes slow',
  'finding.chain-incomplete': `${CERTIFICATE}: the certificate of {issuer} is not in the computer’s stores`,
  'finding.root-not-trusted': `${CERTIFICATE}: {issuer} is not among the trusted roots of the computer`,
  'finding.outside-validity': `${CERTIFICATE}: valid from {from} to {to}; the clock of the server says {now}`,
  'finding.certification-path-invalid': `${CERTIFICATE}: {error}`,
  'finding.not-accepted-by-peer': `{peer} does not accept ${CERTIFICATE}: {error}`,
  'finding.peer-not-accepted': 'this server does not accept the certificate of {peer}: {error}',
  'value.no-name': 'no name',
  'value.none': 'none',
  'value.this-server': 'this server',
  'value.server-certificate': '{server} {thumbprint}',
} as const;

export const findingFact = factsOf(FINDING_TEXTS);
