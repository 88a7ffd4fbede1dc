import { refusalsOf } from '../refusal';
import { WINDOWS_FACTS } from '../windows/windows-refusals';
import { OPERATOR_FACTS } from './operator-facts';

/** What the console refuses, in English. */

export const OPERATOR_REFUSALS = {
  'unknown-command.certreq': {
    detail: 'certreq does not support "{verb}" here',
    remedy: 'use certreq -new, -submit, -retrieve or -accept',
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
    remedy: 'use one of {verbs} with its operands: a store (My, Root, CA or REQUEST), a certificate, a file',
  },
  'unknown-option.certutil': {
    detail: 'certutil {verb} has no option {option} here',
    remedy: 'leave the option out',
  },
  'unknown-option.certreq': {
    detail: 'certreq {verb} has no option {option} here',
    remedy: 'leave the option out',
  },
  'unknown-option.dir': {
    detail: 'dir has no option {option} here',
    remedy: 'use dir with /s, /b or no option',
  },
  'unknown-option.w32tm': {
    detail: '"{line}" is not a w32tm command that is supported here',
    remedy: 'use w32tm /query /status, or w32tm /stripchart /computer:time.windows.com /samples:1',
  },
  'file-not-found.dir': {
    detail: 'File Not Found: no file has a name like {pattern}',
    remedy: 'correct the path, or search the folders below with /s',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'invalid-policy': {
    detail: 'the policy file has a line that certreq does not support here: {line}',
    remedy:
      'use Subject, KeyLength, Exportable, MachineKeySet, ProviderName, alternative names and CertificateTemplate',
  },
  'no-outstanding-request': {
    detail: 'no request on this server waits for the certificate in {path}',
    remedy: 'accept the response on the server that made the request, with the key that it made',
    hresult: 'CRYPT_E_NOT_FOUND',
  },
  'response-not-trusted.root': {
    detail: 'the certification path of the certificate in {path} ends in a root that this server does not trust',
    remedy: 'import the certification path first, then accept the response',
    hresult: 'CERT_E_UNTRUSTEDROOT',
  },
  'response-not-trusted.chain': {
    detail: 'this server does not know the issuer of the certificate in {path}',
    remedy: 'import the certification path first, then accept the response',
    hresult: 'CERT_E_CHAINING',
  },
  'unknown-option.no-value': {
    detail: 'the option {option} of certutil has no value',
    remedy: 'type the value after the option',
  },
  'unknown-store': {
    detail: 'no certificate store has the name "{store}"',
    remedy: 'use My, Root, CA or REQUEST',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'no-authority-here': {
    detail: 'no certification authority is installed on this server',
    remedy: 'type the command on the server of the certification authority',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'unknown-command.net': {
    detail: '"{line}" is not a net command that is supported here',
    remedy: 'use net stop certsvc or net start certsvc',
  },
  'invalid-registry-value': {
    detail: '{path} does not accept "{value}"',
    remedy: 'use {accepts}',
  },
  'unknown-registry-value': {
    detail: 'the value {path} of the certification authority is not simulated',
    remedy: 'use one of {values}',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'unknown-command.powershell': {
    detail:
      "no command with the name {name} is simulated on this server. The shell says of an unknown one: The term '{name}' is not recognized as the name of a cmdlet (CommandNotFoundException)",
    remedy: 'check the spelling; the cmdlets of this server are: {known}',
  },
  'not-simulated': {
    detail: 'this part of the line is not simulated: {text}',
    remedy: 'use a command with its parameters, or commands joined by |',
  },
  'unknown-parameter': {
    detail: "{cmdlet}: A parameter cannot be found that matches parameter name '{parameter}' (NamedParameterNotFound)",
    remedy: 'use a parameter from the reference page of the cmdlet',
  },
  'ambiguous-parameter': {
    detail:
      "{cmdlet}: Parameter cannot be processed because the parameter name '{parameter}' is ambiguous. Possible matches include: {matches} (AmbiguousParameter)",
    remedy: 'type more of the name',
  },
  'repeated-parameter': {
    detail:
      "{cmdlet}: Cannot bind parameter because parameter '{parameter}' is specified more than once (ParameterAlreadyBound)",
    remedy: 'name the parameter once, with several values in commas after it',
  },
  'missing-argument': {
    detail:
      "{cmdlet}: Missing an argument for parameter '{parameter}'. Specify a parameter of type '{type}' and try again (MissingArgument)",
    remedy: 'type the value after the parameter',
  },
  'missing-parameter': {
    detail:
      '{cmdlet}: Cannot process command because of one or more missing mandatory parameters: {parameters} (MissingMandatoryParameter)',
    remedy: 'give the parameter; the real shell asks for it',
  },
  'unexpected-argument': {
    detail:
      "{cmdlet}: A positional parameter cannot be found that accepts argument '{argument}' (PositionalParameterNotFound)",
    remedy: 'name the parameter, or put a value with spaces in quotes',
  },
  'ambiguous-parameter-set': {
    detail:
      '{cmdlet}: Parameter set cannot be resolved using the specified named parameters (AmbiguousParameterSet); the sets are {sets}',
    remedy: 'give the parameters of one set, as the reference page of the cmdlet lists them',
  },
  'invalid-argument': {
    detail:
      '{cmdlet}: Cannot bind parameter \'{parameter}\'. Cannot convert value "{value}" to type "{type}": {reason} (CannotConvertArgument)',
    remedy: 'type a value that the parameter takes',
  },
  'input-not-accepted': {
    detail:
      '{cmdlet}: The input object cannot be bound to any parameters for the command because the command does not take pipeline input (InputObjectNotBound)',
    remedy: 'type the command alone',
  },
  'parameter-not-simulated': {
    detail: '{cmdlet} has the parameter -{parameter}, and its effect is not simulated',
    remedy: 'leave the parameter out, or do this step on the real server',
  },
  'confirmation-needed': {
    detail: '{cmdlet} asks for confirmation, and no answer can be typed here',
    remedy: 'add -Confirm:$False, or -Force where the cmdlet has it',
  },
  'path-not-found.cert': {
    detail: "Cannot find path '{path}' because it does not exist (PathNotFound)",
    remedy: 'use a path such as Cert:\\LocalMachine\\My, with the thumbprint of a certificate in it',
    hresult: 'ERROR_FILE_NOT_FOUND',
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

export const operatorRefusal = refusalsOf(OPERATOR_REFUSALS, {
  ...WINDOWS_FACTS,
  ...OPERATOR_FACTS,
});
