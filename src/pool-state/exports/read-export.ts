import { InputError } from '../../input-error';
import { certificatesIn } from '../../inspection/reading/file-content';
import { type NamedBytes, readFileContent } from '../../inspection/reading/read-file';
import { readServerState } from '../read-server-state';
import type { ServerState, StateEntry, StateReplica, StateStore } from '../server-state';
import { isListing, listedIn } from './certutil-listing';
import {
  type AssignedCertificate,
  assignmentsIn,
  isAssignment,
  isReplica,
  type Properties,
  replicasIn,
  textOfProperty,
} from './cs-objects';
import { exportText } from './export-text';
import { listedObjects } from './format-list';

/** What one file says about one server. */
export interface Export {
  readonly file: string;
  /** the server, as the content names it; null if it does not */
  readonly server: string | null;
  /** the whole state, of a file of the script */
  readonly state?: ServerState;
  readonly stores: readonly StateStore[];
  /** certificates in unknown stores */
  readonly others: readonly StateEntry[];
  /** null: the file says nothing about assignments */
  readonly assigned: readonly AssignedCertificate[] | null;
  readonly replication: readonly StateReplica[] | null;
}

/**
 * What a file says, by its content: a collected state, certificates, the output of `certutil -store`, and what
 * Get-CsCertificate and Get-CsManagementStoreReplicationStatus print. One export for each server that it names. Throws an
 * InputError for a file that says nothing about a server.
 */
export function readExport({ name: file, bytes }: NamedBytes): readonly Export[] {
  const text = exportText(bytes);
  if (text !== undefined && /^\s*(?:\{|\[\s*[[{\d"\]])/.test(text)) return jsonExports(text, file);
  const lines = text?.split(/\r\n|\r|\n/) ?? [];
  const exports = text === undefined ? [] : textExports(lines, file);
  if (exports.length > 0) return exports;
  const { content, kind } = readFileContent({ name: file, bytes }, undefined);
  const certificates = content?.kind === 'pkcs12' ? [] : certificatesIn(content);
  if (certificates.length === 0)
    throw new InputError(`${file}: ${KINDS[kind] ?? 'this file'} does not say the state of a server; ${HINT}`);
  const others = certificates.map(({ der }) => ({ der: Buffer.from(der).toString('base64'), friendlyName: null }));
  return [{ ...emptyExport(file), others }];
}

const KINDS: Readonly<Record<string, string>> = {
  pkcs12: 'a PKCS #12 file',
  pkcs7: 'a PKCS #7 file without certificates',
  request: 'a certificate request',
  crl: 'a revocation list',
  policy: 'a policy file of certreq',
  'private-key': 'a private key',
};

const HINT =
  'give the file of the script of rehearse collect, the output of certutil -store, Get-CsCertificate | Format-List or ' +
  'Get-CsManagementStoreReplicationStatus | Format-List, or certificates (.cer, .p7b)';

function emptyExport(file: string): Export {
  return { file, server: null, stores: [], others: [], assigned: null, replication: null };
}

function jsonExports(text: string, file: string): readonly Export[] {
  const objects = objectsIn(text);
  const known = objects?.filter((one) => isAssignment(one) || isReplica(one)) ?? [];
  if (known.length > 0 && known.length === objects?.length) return objectExports(known, file);
  const state = readServerState(text, file);
  return [{ ...emptyExport(file), server: state.server, state, replication: state.replication }];
}

/** The objects of a JSON text; undefined if it is none, which the reader of states explains. */
function objectsIn(text: string): readonly Properties[] | undefined {
  try {
    const values: unknown[] = [JSON.parse(text)].flat();
    return values.map((value) => new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []));
  } catch {
    return undefined;
  }
}

function textExports(lines: readonly string[], file: string): readonly Export[] {
  const listing = isListing(lines) ? listedIn(lines) : { stores: [], others: [] };
  const objects = listedObjects(lines).filter((one) => isAssignment(one) || isReplica(one));
  const ofObjects = objectExports(objects, file);
  const isEmpty = objects.length === 0 && lines.some((line) => NOTHING_ASSIGNED.test(line));
  const rest = { ...emptyExport(file), ...listing, server: serverIn(lines), assigned: isEmpty ? [] : null };
  const hasRest = listing.stores.length + listing.others.length > 0 || isEmpty;
  return [...(hasRest ? [rest] : []), ...ofObjects.map((one) => ({ ...one, server: one.server ?? rest.server }))];
}

/** A typed command below which nothing is printed. */
const NOTHING_ASSIGNED = /^PS [^>]*>\s*Get-CsCertificate\b/i;

/** The objects in one export for each server that they name. */
function objectExports(objects: readonly Properties[], file: string): readonly Export[] {
  const servers = [...new Set(objects.map((one) => textOfProperty(one, 'PSComputerName') ?? null))];
  return servers.map((server) => {
    const own = objects.filter((one) => (textOfProperty(one, 'PSComputerName') ?? null) === server);
    const [assigned, replicas] = [own.filter(isAssignment), own.filter(isReplica)];
    return {
      ...emptyExport(file),
      server,
      assigned: assigned.length > 0 ? assignmentsIn(assigned, file) : null,
      replication: replicas.length > 0 ? replicasIn(replicas, file) : null,
    };
  });
}

/** The name in `set COMPUTERNAME`, or below a typed `hostname`. */
function serverIn(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const set = /^COMPUTERNAME=(\S+)\s*$/i.exec(line)?.[1];
    if (set !== undefined) return set;
    if (/>\s*hostname\s*$/i.test(line))
      return (
        lines
          .slice(index + 1)
          .find((one) => one.trim() !== '')
          ?.trim() ?? null
      );
  }
  return null;
}
