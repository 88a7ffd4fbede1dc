import { OID } from '../../x509/der/object-identifiers';
import type { StateDescription, StateEntry, StateKey } from '../server-state';
import { EXTENSION, extensionsIn } from './certutil-extensions';
import { LINES, labelled, type PrintedLabel } from './certutil-labels';
import { type DateOrder, isoDate } from './local-dates';
import { readableName } from './readable-name';

/** The lines that certutil prints about one certificate of a store, as a certificate of a state. */

/** The parts of a block, in the words of certutil. */
interface Block {
  readonly values: ReadonlyMap<PrintedLabel, string>;
  /** the names of issuer and subject that are printed in several lines */
  readonly names: ReadonlyMap<PrintedLabel, readonly string[]>;
  readonly extensions: ReadonlyMap<string, readonly string[]>;
  readonly algorithms: readonly (readonly [id: string, name: string])[];
  readonly friendlyName: string | undefined;
  readonly isVerbose: boolean;
  readonly lines: readonly string[];
}

/** How to read the blocks of a listing. */
export interface BlockReading {
  readonly location: 'LocalMachine' | 'CurrentUser';
  readonly order: DateOrder;
}

/** The certificate of a block; undefined if the block does not say its thumbprint. */
export function entryIn(lines: readonly string[], reading: BlockReading): StateEntry | undefined {
  const block = blockIn(lines.map((line) => line.trim()));
  const described = descriptionIn(block, reading.order);
  if (!described) return undefined;
  const friendlyName = block.friendlyName ?? (block.isVerbose ? '' : null);
  return { der: null, described, friendlyName, key: keyIn(block, reading) };
}

/** The dates in the lines, to find out how they are written. */
export function datesIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => {
    const [label, value] = labelled(line.trim()) ?? [];
    return value !== undefined && (label === 'notBefore' || label === 'notAfter') ? [value] : [];
  });
}

const ALGORITHM = /ObjectId\s*[:：]\s*(\d+(?:\.\d+)+)(?:\s+(\S+))?/;
const NAME_PART = /^(?:[A-Za-z]+|(?:OID\.)?\d+(?:\.\d+)+)=/;

function blockIn(lines: readonly string[]): Block {
  const values = new Map<PrintedLabel, string>();
  const names = new Map<PrintedLabel, string[]>();
  const extensions = new Map<string, string[]>();
  const algorithms: (readonly [string, string])[] = [];
  let into: string[] | undefined;
  let friendlyName: string | undefined;
  for (const [index, line] of lines.entries()) {
    const extension = EXTENSION.exec(line)?.[1];
    const [label, value = ''] = labelled(line) ?? [];
    const algorithm = ALGORITHM.exec(line);
    if (extension !== undefined) {
      into = [];
      if (!extensions.has(extension)) extensions.set(extension, into);
    } else if (label !== undefined) {
      into = [];
      if (!values.has(label)) values.set(label, value);
      if (value === '' && !names.has(label)) names.set(label, into);
    } else if (algorithm) algorithms.push([algorithm[1] ?? '', algorithm[2] ?? '']);
    else if (/^CERT_FRIENDLY_NAME_PROP_ID/.test(line)) friendlyName = lines[index + 1] ?? '';
    else if (line === '') into = undefined;
    else into?.push(line);
  }
  const isVerbose = algorithms.length > 0 || extensions.size > 0;
  return { values, names, extensions, algorithms, friendlyName, isVerbose, lines };
}

function descriptionIn(block: Block, order: DateOrder): StateDescription | undefined {
  const { values, extensions, isVerbose, algorithms } = block;
  const thumbprint = hexIn(values.get('thumbprint'))?.toUpperCase();
  if (thumbprint?.length !== 40) return undefined;
  const [signature, key] = algorithms;
  const bits = /^\d+/.exec(values.get('keyBits') ?? '')?.[0];
  return {
    thumbprint,
    serialNumber: hexIn(values.get('serialNumber'))?.replace(/^(00)+(?=..)/, '') ?? null,
    subject: nameIn(block, 'subject'),
    issuer: nameIn(block, 'issuer'),
    notBefore: isoDate(values.get('notBefore') ?? '', order),
    notAfter: isoDate(values.get('notAfter') ?? '', order),
    isRoot: isRoot(block.lines),
    keyBits: bits === undefined ? null : Number(bits),
    keyAlgorithm: key ? (KEY_ALGORITHMS[key[0]] ?? key[0]) : null,
    signatureAlgorithm: signature ? signature[1] || signature[0] : null,
    publicKeyId: hexIn(values.get('publicKeyId')) ?? null,
    hasExtensions: isVerbose,
    ...extensionsIn(extensions),
  };
}

const KEY_ALGORITHMS: Readonly<Record<string, string>> = { [OID.rsaEncryption]: 'RSA', [OID.ecPublicKey]: 'EC' };

function hexIn(text: string | undefined): string | undefined {
  const hex = text?.replace(/\s/g, '').toLowerCase();
  return hex !== undefined && /^[0-9a-f]+$/.test(hex) ? hex : undefined;
}

function nameIn({ values, names }: Block, label: 'subject' | 'issuer'): string | null {
  const line = values.get(label);
  if (line === undefined) return null;
  const parts = (names.get(label) ?? []).filter((part) => NAME_PART.test(part));
  return readableName(parts.length > 0 ? parts.join(', ') : line);
}

function isRoot(lines: readonly string[]): boolean | null {
  if (lines.some((line) => LINES.notRoot.test(line))) return false;
  return lines.some((line) => LINES.root.test(line)) ? true : null;
}

/** The private key; null if the certificate has none. Who may read it is in no listing. */
function keyIn({ values, lines, isVerbose }: Block, { location }: BlockReading): StateKey | null {
  const container = values.get('container');
  if (container === undefined) return null;
  const says = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  const isOther = says(LINES.otherKey);
  const isTested = says(LINES.testPassed);
  const isThere = isOther || isTested;
  const isMissing = says(LINES.missingKey);
  const ofComputer = isVerbose && values.has('flags') ? says(/CRYPT_MACHINE_KEYSET/) : location === 'LocalMachine';
  const home = ofComputer ? 'computer' : 'user';
  const kept = isThere ? home : isMissing ? (ofComputer ? 'nowhere' : 'user') : 'unknown';
  return {
    container,
    kept,
    matches: isOther ? false : isTested ? true : null,
    provider: values.get('provider') ?? null,
    exportable: says(LINES.notExportable) ? false : isThere ? true : null,
    readers: null,
  };
}
