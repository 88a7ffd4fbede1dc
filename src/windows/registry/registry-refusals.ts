import { refusalsOf } from '../../refusal';

/** What reg.exe refuses, in English. */
export const REGISTRY_REFUSALS = {
  'unknown-registry-value.reg': {
    detail: 'the simulation does not read the value {name} of {key}',
    remedy: 'use one of: {known}',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'registry-value-missing': {
    detail: 'the value {name} of {key} is not set',
    remedy: 'set it with reg add',
    hresult: 'ERROR_FILE_NOT_FOUND',
  },
  'confirmation-needed.reg': {
    detail: 'reg asks for confirmation, and no answer can be typed here',
    remedy: 'add /f',
  },
  'invalid-argument.reg': {
    detail: '"{line}" is not a command of reg that is supported here',
    remedy: 'use reg query, reg add or reg delete with a key, /v, and for reg add /t REG_DWORD or REG_SZ and /d',
  },
} as const;

export const registryRefusal = refusalsOf(REGISTRY_REFUSALS);
