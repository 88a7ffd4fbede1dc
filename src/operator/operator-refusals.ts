import { factsOf } from '../fact';
import { refusalsOf } from '../refusal';
import { WINDOWS_FACTS } from '../windows/windows-refusals';

/** What the console refuses, in English, and the facts that its refusals name. */

export const OPERATOR_FACTS = {
  'screen.no-logon': 'the desk',
  'screen.page': 'the page "{page}"',
  'screen.no-window': 'no window',
  'place.every-server': 'on every server',
  'program.placed': '{program} ({where})',
  'accounts.none': 'an account of a machine in the environment',
} as const;

export const operatorFact = factsOf(OPERATOR_FACTS);

export const OPERATOR_REFUSALS = {
  'unknown-command.certreq': {
    detail: 'certreq does not support "{verb}" here',
    remedy: 'use certreq -submit or certreq -retrieve',
  },
  'authority-unreachable.certreq': {
    detail: 'no certification authority answers as "{config}"',
    remedy: 'submit from an internal server that is a member of the domain, with -config "host\\authority name"',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
  'https-required': {
    detail: 'the site answered over {scheme} with "{page}": {text}',
    remedy: 'use https, not http',
  },
  'page-not-shown': {
    detail: 'the site answered over {scheme} with "{page}": {text}',
    remedy: 'read the page',
  },
  'other-page': {
    detail: '"{control}" was asked for on the page "{page}", but the screen shows {shown}',
    remedy: 'go to that page first',
  },
  'web-server-not-found': {
    detail: 'no certification authority has a web site at {host}; the web sites are at {hosts}',
    remedy: 'use an internal server that is a member of the domain, and the address of the issuing authority',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
  'web-server-not-found.perimeter': {
    detail: '{host} cannot be reached from the perimeter network',
    remedy: 'use an internal server that is a member of the domain, and the address of the issuing authority',
    hresult: 'RPC_S_SERVER_UNAVAILABLE',
  },
  'unknown-command.certutil': {
    detail: '"{line}" is not a certutil command that is supported here',
    remedy: 'use one of {verbs}, then My, Root, CA or REQUEST, then a serial number or a file',
  },
  'unknown-command.prompt': {
    detail: '"{line}" is not a command of this server',
    remedy: 'use one of {programs}',
  },
  'logon-denied': {
    detail: 'the account {account} cannot log on to this server',
    remedy: 'use one of: {accounts}',
    hresult: 'ERROR_ACCESS_DENIED',
  },
  'program-not-found': {
    detail: 'this server has no program "{program}"',
    remedy: 'run one of: {programs}, or the address of a web page',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
} as const;

export const operatorRefusal = refusalsOf(OPERATOR_REFUSALS, { ...WINDOWS_FACTS, ...OPERATOR_FACTS });
