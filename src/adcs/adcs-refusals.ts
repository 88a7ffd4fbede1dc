import { type Fact, factsOf } from '../fact';
import { refusalsOf } from '../refusal';

/** What a certification authority refuses, in English, and the facts that its refusals name. */

/** What an authority decides about a request. */
export const ADCS_FACTS = {
  'disposition.issued': 'issued',
  'disposition.denied': 'denied',
  'disposition.under-submission': 'under submission',
  'disposition.revoked': 'revoked',
  'requests.known': 'the database holds {known}',
  'requests.none': 'the database holds no request',
} as const;

const adcsFact = factsOf(ADCS_FACTS);

/** What was decided about a request, as a fact. */
export function dispositionFact(kind: 'issued' | 'denied' | 'under submission' | 'revoked'): Fact {
  return adcsFact(kind === 'under submission' ? 'disposition.under-submission' : `disposition.${kind}`);
}

/** The requests that a database has, by their ids. */
export function databaseFact(known: readonly number[]): Fact {
  return known.length > 0 ? adcsFact('requests.known', { known }) : adcsFact('requests.none');
}

export const ADCS_REFUSALS = {
  'enroll-denied': {
    detail: '{account} does not have the right "Request Certificates" on this certification authority',
    remedy: 'grant the account\'s group "Request Certificates" on the authority\'s Security tab',
    hresult: 'CERTSRV_E_ENROLL_DENIED',
  },
  'not-a-certificate-manager': {
    detail: '{account} does not have the right "Issue and Manage Certificates"',
    remedy: 'ask one of: {managers}',
    hresult: 'ERROR_ACCESS_DENIED',
  },
  'wrong-disposition': {
    detail: 'request {id} is {disposition}; the action needs a request that is {needed}',
    remedy: 'look up the request in the console again',
    hresult: 'CERTSRV_E_BAD_REQUESTSTATUS',
  },
  'no-such-request': {
    detail: 'request {id} does not exist; {database}',
    remedy: 'use the request ID that was given when the request was submitted',
    hresult: 'CERTSRV_E_NO_REQUEST',
  },
  'authority-stopped': {
    detail: 'the service Active Directory Certificate Services is not running',
    remedy: 'read the Application log of its server, then start it: net start certsvc',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
  'key-too-short': {
    detail: 'the public authority issues nothing for a key of {bits} bits; it needs {least}',
    remedy: 'make a new request with a longer key',
  },
  'internal-name': {
    detail: 'the public authority cannot verify the name {name}: it exists in an internal network only',
    remedy: 'request the certificate from the internal authority, or use a name below a registered domain',
  },
  'alternative-names-missing': {
    detail: 'the request has no subject alternative names, which the public authority demands',
    remedy: 'make a new request with the subject and all other names as alternative names',
  },
  'connection-refused': {
    detail: 'https does not answer: no server certificate is bound to the web site',
    remedy: 'bind a server certificate to the site in IIS; the installation of the role does not do that',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
} as const;

export const adcsRefusal = refusalsOf(ADCS_REFUSALS, ADCS_FACTS);
