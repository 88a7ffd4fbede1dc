import type { KeyBits } from '../../determinism';
import type { Refusal } from '../../refusal';
import { isKeyProvider, type KeyProvider } from '../../windows/machine';
import { operatorRefusal } from '../operator-refusals';

/** A policy file of `certreq -new` (Microsoft, "certreq", INF file), with the defaults of the sections left out. */
export interface RequestPolicy {
  readonly subject: string;
  readonly keyLength: KeyBits;
  readonly exportable: boolean;
  /** false, the default: the key belongs to the user, and no server finds it */
  readonly machineKeySet: boolean;
  readonly provider: KeyProvider;
  readonly friendlyName: string;
  readonly names: readonly string[];
  readonly extendedKeyUsage: readonly string[];
  readonly template: string;
}

type Entry = readonly [section: string, key: string, value: string];

/** The keys that a policy may have, by section; those without effect here are the values that every request has. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  version: ['signature'],
  newrequest: [
    'subject',
    'keylength',
    'exportable',
    'machinekeyset',
    'providername',
    'providertype',
    'friendlyname',
    'keyspec',
    'keyusage',
    'requesttype',
    'keyalgorithm',
    'hashalgorithm',
    'smime',
    'silent',
    'useexistingkeyset',
    'privatekeyarchive',
    'userprotected',
  ],
  extensions: ['2.5.29.17', '_continue_'],
  enhancedkeyusageextension: ['oid'],
  requestattributes: ['certificatetemplate'],
};

/** The only values of the keys that have no effect here. */
const FIXED: Readonly<Record<string, RegExp>> = {
  keyspec: /^(1|AT_KEYEXCHANGE)$/i,
  keyusage: /^(0xa0|160)$/i,
  requesttype: /^PKCS10$/i,
  providertype: /^12$/,
  keyalgorithm: /^(RSA|1\.2\.840\.113549\.1\.1\.1)$/i,
  hashalgorithm: /^SHA(1|256|384|512)$/i,
  smime: /^FALSE$/i,
  silent: /^(TRUE|FALSE)$/i,
  useexistingkeyset: /^FALSE$/i,
  privatekeyarchive: /^FALSE$/i,
  userprotected: /^FALSE$/i,
};

/**
 * Reads a policy file. Refusal `invalid-policy`: a line that is neither a section nor a value, a key that is not
 * simulated, or a value that its key cannot have.
 */
export function readPolicy(on: string, text: string): RequestPolicy {
  const entries = entriesIn(on, text);
  const given = (section: string, key: string): string =>
    entries.find(([s, k]) => s === section && k === key)?.[2] ?? '';
  const keyLength = Number(given('newrequest', 'keylength') || 2048);
  if (!isKeyBits(keyLength)) throw invalid(on, `KeyLength = ${keyLength}`);
  const provider = given('newrequest', 'providername') || 'Microsoft RSA SChannel Cryptographic Provider';
  if (!isKeyProvider(provider)) throw invalid(on, `ProviderName = ${provider}`);
  return {
    subject: given('newrequest', 'subject'),
    keyLength,
    exportable: truth(on, 'Exportable', given('newrequest', 'exportable')),
    machineKeySet: truth(on, 'MachineKeySet', given('newrequest', 'machinekeyset')),
    provider,
    friendlyName: given('newrequest', 'friendlyname'),
    names: namesIn(on, entries),
    extendedKeyUsage: entries.flatMap(([section, , oid]) => (section === 'enhancedkeyusageextension' ? [oid] : [])),
    template: given('requestattributes', 'certificatetemplate'),
  };
}

function entriesIn(on: string, text: string): readonly Entry[] {
  let section = '';
  return text.split(/\r?\n/).flatMap((line): Entry[] => {
    // a semicolon outside quotation marks begins a comment
    const plain = (/^(?:[^";]|"[^"]*")*/.exec(line)?.[0] ?? '').trim();
    const heading = /^\[(.+)\]$/.exec(plain)?.[1];
    if (heading !== undefined) section = heading.toLowerCase();
    if (heading !== undefined || plain === '') return [];
    const [, key = '', value = ''] = /^([^=]+?)\s*=\s*"?(.*?)"?$/.exec(plain) ?? [];
    const known = KEYS[section]?.includes(key.toLowerCase()) ?? false;
    if (!known || FIXED[key.toLowerCase()]?.test(value) === false) throw invalid(on, plain);
    return [[section, key.toLowerCase(), value]];
  });
}

/** The alternative names: `2.5.29.17 = "{text}"`, then `_continue_ = "dns=a&"` for each. */
function namesIn(on: string, entries: readonly Entry[]): readonly string[] {
  const text = entries.flatMap(([section, , value]) => (section === 'extensions' ? [value] : [])).join('');
  const parts = text
    .replace(/^\{text\}/, '')
    .split('&')
    .filter(Boolean);
  return parts.map((part) => {
    const [, name = ''] = /^dns=(.+)$/i.exec(part.trim()) ?? [];
    if (name === '') throw invalid(on, part);
    return name;
  });
}

function truth(on: string, key: string, value: string): boolean {
  if (/^(true|false|)$/i.test(value)) return /^true$/i.test(value);
  throw invalid(on, `${key} = ${value}`);
}

function isKeyBits(bits: number): bits is KeyBits {
  return [1024, 2048, 3072, 4096].includes(bits);
}

function invalid(on: string, line: string): Refusal {
  return operatorRefusal('invalid-policy', on, { line });
}
