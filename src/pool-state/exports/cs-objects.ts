import { InputError } from '../../input-error';
import type { StateDescription, StateReplica } from '../server-state';
import { type DateOrder, isoDate, orderIn } from './local-dates';
import { readableName } from './readable-name';

/** The objects that the `Cs` cmdlets print, as lists of properties or as JSON. */

/** The properties of an object by their names. */
export type Properties = ReadonlyMap<string, unknown>;

/** An assignment, as Get-CsCertificate prints it: one object for each use. */
export interface AssignedCertificate {
  readonly use: string;
  readonly description: StateDescription;
}

/** The property as text; undefined without one. */
export function textOfProperty(object: Properties, name: string): string | undefined {
  const value = object.get(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether Get-CsCertificate printed the object. */
export function isAssignment(object: Properties): boolean {
  return object.has('Thumbprint') && object.has('Use');
}

/** Whether Get-CsManagementStoreReplicationStatus printed the object. */
export function isReplica(object: Properties): boolean {
  return object.has('ReplicaFqdn') && object.has('UpToDate');
}

/** The assignments. Throws an InputError for an object without the name of its use or its thumbprint. */
export function assignmentsIn(objects: readonly Properties[], file: string): readonly AssignedCertificate[] {
  const order = orderIn(objects.flatMap((one) => DATES.flatMap((name) => textOfProperty(one, name) ?? [])));
  return objects.map((object) => ({ use: useIn(object, file), description: descriptionOf(object, file, order) }));
}

const DATES = ['NotBefore', 'NotAfter'];

function useIn(object: Properties, file: string): string {
  const [use] = [object.get('Use')].flat();
  if (typeof use === 'string' && /^[A-Za-z]+$/.test(use)) return use;
  if (typeof use !== 'number') throw new InputError(`${file}: an object of Get-CsCertificate names no Use`);
  throw new InputError(
    `${file}: Use is the number ${use}, because ConvertTo-Json does not write the names of uses; ` +
      'write the file again with: Get-CsCertificate | Format-List',
  );
}

function descriptionOf(object: Properties, file: string, order: DateOrder): StateDescription {
  const text = (name: string): string => textOfProperty(object, name) ?? '';
  const thumbprint = text('Thumbprint').replace(/\s/g, '').toUpperCase();
  if (!/^[0-9A-F]{40}$/.test(thumbprint)) {
    throw new InputError(`${file}: the Thumbprint "${text('Thumbprint')}" of Get-CsCertificate has not 40 digits`);
  }
  const [notBefore = null, notAfter = null] = DATES.map((name) => isoDate(text(name), order));
  return {
    ...NOTHING,
    thumbprint,
    serialNumber:
      text('SerialNumber')
        .replace(/\s/g, '')
        .toLowerCase()
        .replace(/^(00)+(?=..)/, '') || null,
    subject: object.has('Subject') ? readableName(text('Subject')) : null,
    issuer: object.has('Issuer') ? readableName(text('Issuer')) : null,
    notBefore,
    notAfter,
    names: namesIn(object.get('AlternativeNames')),
  };
}

const NOTHING: Omit<StateDescription, 'thumbprint'> = {
  ...{ serialNumber: null, subject: null, issuer: null, notBefore: null, notAfter: null, isRoot: null, names: null },
  ...{
    keyBits: null,
    keyAlgorithm: null,
    signatureAlgorithm: null,
    publicKeyId: null,
    hasExtensions: false,
    isCa: null,
    pathLength: null,
  },
  ...{ keyUsage: null, extendedKeyUsage: null, crlDistributionPoints: null, subjectKeyId: null, authorityKeyId: null },
};

/** The names of a list; null if it is cut: PowerShell prints four values and `...`. */
function namesIn(value: unknown): string[] | null {
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  const inside = typeof value === 'string' ? /^\{(.*)\}$/.exec(value)?.[1] : undefined;
  if (inside === undefined || /(?:\.\.\.|…)$/.test(inside)) return null;
  return inside
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The replicas. Throws an InputError for one that is neither up to date nor not. */
export function replicasIn(objects: readonly Properties[], file: string): readonly StateReplica[] {
  return objects.map((object) => {
    const replica = textOfProperty(object, 'ReplicaFqdn') ?? '';
    const upToDate = String(object.get('UpToDate')).toLowerCase();
    if (upToDate !== 'true' && upToDate !== 'false') {
      throw new InputError(`${file}: UpToDate of ${replica} is "${upToDate}"; it has to be True or False`);
    }
    return {
      replica,
      upToDate: upToDate === 'true',
      lastStatusReport: textOfProperty(object, 'LastStatusReport') ?? null,
    };
  });
}
