import type { SlipKind } from '../../src/what-if/slip';

/** Which failures of the ledger a single slip of an operator can cause, row by row. */

/** A failure that a single slip can cause: how, and what it is known by: a code or HRESULT of its examples or its finding. */
export interface CausedFailure {
  readonly how: string;
  readonly slip: SlipKind;
  /** the title of the stage of the plan */
  readonly stage: string;
  readonly code: string;
}

export const CAUSED: Readonly<Record<string, CausedFailure>> = {
  F01: {
    how: 'a file without the private key is imported',
    slip: 'other file',
    stage: 'Submit the request to the authority',
    code: 'private-key-missing',
  },
  F02: {
    how: 'the chain is not imported',
    slip: 'left out',
    stage: 'Import the chain on each Edge Server',
    code: 'not-offered',
  },
  F07: {
    how: 'a file without the private key is imported',
    slip: 'other file',
    stage: 'Submit the request to the authority',
    code: 'private-key-missing',
  },
  F09: {
    how: 'the store of the wizard is kept',
    slip: 'left as it is',
    stage: 'Import the chain on each Edge Server',
    code: 'intermediate-in-root-store',
  },
  F16: {
    how: 'the option -attrib is left out',
    slip: 'left as it is',
    stage: 'Submit the request to the authority',
    code: 'CERTSRV_E_NO_CERT_TYPE',
  },
  F17: {
    how: 'another key length is selected',
    slip: 'wrong value',
    stage: 'Create the request',
    code: 'CERTSRV_E_KEY_LENGTH',
  },
  F17b: {
    how: 'the country is mistyped',
    slip: 'wrong value',
    stage: 'Create the request',
    code: 'CERTSRV_E_BAD_REQUESTSUBJECT',
  },
  F17d: { how: 'another key length is typed', slip: 'wrong value', stage: 'Create the request', code: 'key-too-short' },
  F20: {
    how: 'http is typed for https',
    slip: 'wrong value',
    stage: 'Submit the request to the authority',
    code: 'connection-refused',
  },
  F25: {
    how: 'the box for an exportable key is not ticked',
    slip: 'left as it is',
    stage: 'Create the request',
    code: 'key-not-exportable',
  },
  F26: {
    how: 'the password is mistyped',
    slip: 'wrong value',
    stage: 'Import the certificate on the other servers',
    code: 'wrong-password',
  },
  F27: {
    how: 'the box that deletes the key is ticked',
    slip: 'other option',
    stage: 'Export the certificate with its private key',
    code: 'SEC_E_NO_CREDENTIALS',
  },
  F28: {
    how: 'the key is not exported',
    slip: 'other option',
    stage: 'Export the certificate with its private key',
    code: 'no-internal-certificate',
  },
  F32: {
    how: 'the rest is done years later',
    slip: 'too late',
    stage: 'Carry the request to the internal server',
    code: 'SEC_E_CERT_EXPIRED',
  },
  F42: {
    how: 'the request is made again',
    slip: 'done twice',
    stage: 'Carry the response to the server that made the request',
    code: 'duplicate-friendly-name',
  },
  F46: {
    how: 'the template is mistyped',
    slip: 'wrong value',
    stage: 'Submit the request to the authority',
    code: 'CERTSRV_E_UNSUPPORTED_CERT_TYPE',
  },
  F47: {
    how: 'the request is sent at once',
    slip: 'other option',
    stage: 'Create the request',
    code: 'authority-unreachable',
  },
  F48: {
    how: 'the request is imported',
    slip: 'other file',
    stage: 'Import the certificate',
    code: 'CRYPT_E_ASN1_BADTAG',
  },
  F51: {
    how: 'the request is made again',
    slip: 'done twice',
    stage: 'Import the certificate',
    code: 'request-outstanding',
  },
  F52: {
    how: 'the chain is not imported on a server',
    slip: 'left out',
    stage: 'Import the chain on each Edge Server',
    code: 'chain-incomplete',
  },
  F53: {
    how: 'the store of the user is selected',
    slip: 'other option',
    stage: 'Import the chain on each Edge Server',
    code: 'wrong-store',
  },
  F56: {
    how: 'the services are not stopped',
    slip: 'left out',
    stage: 'Restart the services on each Edge Server',
    code: 'restart-needed',
  },
  F59: {
    how: 'the chain is not imported',
    slip: 'left out',
    stage: 'Import the chain on each Edge Server',
    code: 'chain-incomplete',
  },
};

/** Rows of these that the slips do not show, with the reason. */
export const NOT_FOUND: Readonly<Record<string, string>> = {
  F20: 'the site of the environment has https, so that http is answered by the page 403.4, another symptom',
  F42: 'a request is made again with another button of the wizard than the step names, which the screen shows at once',
  F53: 'the page for the store of the user has another button than the step names, which the screen shows at once',
};

/** Rows that no single slip can cause, with the reason: the circumstance is another one. */
export const NOT_CAUSED: Readonly<Record<string, string>> = {
  F03: 'the plans import certificates with a wizard that knows the computer only',
  F04: 'wizard and command take the names from the topology; to type other names is more than one slip',
  F05: 'wizard and command take the name of the pool from the topology',
  F06: 'the certificate of the Front End Server comes from another authority',
  F06b: 'a group policy of the environment',
  F08: 'the network',
  F10: 'the roots of the environment',
  F12: 'a registry value of the server',
  F13: 'permissions of the template',
  F14: 'permissions of the authority',
  F15: 'the authority does not publish the template; a mistyped one is F46',
  F17c: 'hundreds of names in the topology',
  F18: 'the template, or the kind of authority',
  F18b: 'the revocation list of an authority above has run out',
  F19: 'a certificate manager denies the request',
  F21: 'the authentication of the web site',
  F22: 'the version of the template',
  F22b: 'the template takes the names from the directory',
  F23: 'permissions, or a file of the web site',
  F24: 'the template or program that made the key',
  F26b: 'another program made the file',
  F26c: 'two deviations: another protection is selected, and the written one is not',
  F27b: 'a script that is no part of the procedure',
  F27c: 'a script that is no part of the procedure',
  F29: 'the wizard of the plans has no box for an exportable key at the import',
  F29b: 'damage or permissions of the key',
  F29c: 'permissions of a folder',
  F31: 'the clock of a server',
  F32b: 'the registry of the authority',
  F32c: 'the policy of public authorities',
  F32d: 'an authority whose certificate has ended',
  F34: 'the signature of the authority',
  F34b: 'the versions of TLS on a server',
  F35: 'the signature of the authority, and an update that is missing',
  F36: 'the signature of the authority',
  F37: 'the network',
  F37b: 'the addresses of the authority',
  F37c: 'the revocation list of an authority above',
  F37d: 'the network',
  F37e: 'a task of the authority',
  F38: 'the usages of the template; the authority publishes no other kind',
  F38b: 'the policy of public authorities',
  F38c: 'the usages of an authority',
  F39: 'the addresses of the authority',
  F41: 'wizard and command take the name of the pool from the topology',
  F41b: 'wizard and command take the names from the topology',
  F45: 'no step stages a certificate for later',
  F49: 'the response is carried to the first server only; on another one its file is missing, which is refused',
  F50: 'no step deletes a pending request',
  F54: 'a script, and an authority that was renewed',
  F57: 'the steps refuse to go on without the chain, so that no service presents the certificate',
  F57b: 'the wizard offers no certificate with other names, and imports no response without the chain',
  F60: 'the network',
  F61: 'the plans import the response with the wizard and not with certreq -accept',
};
