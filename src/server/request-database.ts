import { open, type RootDatabase } from 'lmdb';
import type { Disposition, RequestRow } from '../adcs/authority';
import type { Instant, KeyBits } from '../determinism';
import type { HresultName } from '../hresult';
import { certificateFrom } from '../x509/certificate';
import { readRequest } from '../x509/certificate-request';

/**
 * The request database of the authority, on disk. A row is in it before the requester gets an answer, so a process that
 * ends suddenly loses no answered request. The database is a file of LMDB, with its lock file beside it.
 */
export interface RequestDatabase {
  /** what the authority rests on; undefined for a new database */
  readonly start: () => DatabaseStart | undefined;
  readonly begin: (start: DatabaseStart) => Promise<void>;
  /** what has been used up; undefined for a new database */
  readonly used: () => UsedUp | undefined;
  /** stores rows and what has been used up, both or neither */
  readonly save: (rows: readonly RequestRow[], used: UsedUp) => Promise<void>;
  /** the renewals of the authority's certificate, the oldest first */
  readonly renewals: () => readonly Renewal[];
  readonly addRenewal: (renewal: Renewal, used: UsedUp) => Promise<void>;
  readonly row: (id: number) => RequestRow | undefined;
  /** the rows that the authority works with: pending, revoked, and the newest one */
  readonly workingRows: () => readonly RequestRow[];
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

/** What the keys and certificates of the authorities follow from. */
export interface DatabaseStart {
  readonly version: 1;
  /** when the authorities were built */
  readonly at: Instant;
  /** seed of the random bytes */
  readonly seed: string;
  /** SHA-256 of the environment file, hex */
  readonly environment: string;
}

/** How many keys and random bytes have been taken. */
export interface UsedUp {
  readonly keysTaken: Readonly<Record<KeyBits, number>>;
  readonly bytesTaken: number;
}

/** A renewal of the authority's certificate. */
export interface Renewal {
  readonly at: Instant;
  readonly key: 'new' | 'same';
  /** what had been used up before it */
  readonly used: UsedUp;
}

type Stored = Omit<RequestRow, 'request' | 'disposition'> & {
  readonly request: Uint8Array | null;
  readonly disposition: StoredDisposition;
};

type StoredDisposition =
  | { readonly kind: 'issued'; readonly certificate: Uint8Array }
  | { readonly kind: 'under submission' }
  | { readonly kind: 'denied'; readonly hresult: HresultName; readonly message: string }
  | { readonly kind: 'revoked'; readonly certificate: Uint8Array; readonly at: Instant; readonly reason: number };

const START = 'start';
const USED = 'used';
const RENEWALS = 'renewals';

/** Opens the database in the file, or makes a new one. Throws what LMDB throws for a file that it cannot use. */
export function openDatabase(file: string): RequestDatabase {
  const root = open({ path: file, noSubdir: true });
  const starts = root.openDB<DatabaseStart, string>({ name: START });
  const usedUp = root.openDB<UsedUp, string>({ name: USED });
  const renewals = root.openDB<readonly Renewal[], string>({ name: RENEWALS });
  const transaction = async (change: () => void): Promise<void> => {
    await root.transaction(change);
  };
  const known = (): readonly Renewal[] => renewals.get(RENEWALS) ?? [];
  return {
    ...requestTable(root, (used) => usedUp.put(USED, used)),
    start: () => starts.get(START),
    begin: (start) => transaction(() => starts.put(START, start)),
    used: () => usedUp.get(USED),
    renewals: known,
    addRenewal: (renewal, used) =>
      transaction(() => {
        renewals.put(RENEWALS, [...known(), renewal]);
        usedUp.put(USED, used);
      }),
    close: () => root.close(),
  };
}

type RequestTable = Pick<RequestDatabase, 'row' | 'save' | 'workingRows' | 'count'>;

/** @param useUp stores what has been used up, in the transaction of a row */
function requestTable(root: RootDatabase, useUp: (used: UsedUp) => void): RequestTable {
  const rows = root.openDB<Stored, number>({ name: 'requests' });
  /** the ids of rows that are pending or revoked */
  const working = root.openDB<true, number>({ name: 'working' });
  const row = (id: number): RequestRow | undefined => {
    const stored = Number.isSafeInteger(id) ? rows.get(id) : undefined;
    return stored && rowFrom(stored);
  };
  return {
    row,
    async save(changed, used) {
      await root.transaction(() => {
        for (const one of changed) {
          rows.put(one.id, storedFrom(one));
          if (isWorking(one)) working.put(one.id, true);
          else working.remove(one.id);
        }
        useUp(used);
      });
    },
    workingRows() {
      const [newest] = rows.getKeys({ reverse: true, limit: 1 });
      const ids = new Set([...working.getKeys(), ...(newest === undefined ? [] : [newest])]);
      return [...ids].sort((one, other) => one - other).flatMap((id) => row(id) ?? []);
    },
    count: () => rows.getCount(),
  };
}

/** Whether the authority needs the row for more than its own download. */
export function isWorking({ disposition }: RequestRow): boolean {
  return disposition.kind === 'under submission' || disposition.kind === 'revoked';
}

function storedFrom({ request, disposition, ...row }: RequestRow): Stored {
  return { ...row, request: request?.der ?? null, disposition: storedDisposition(disposition) };
}

function storedDisposition(disposition: Disposition): StoredDisposition {
  return 'certificate' in disposition ? { ...disposition, certificate: disposition.certificate.der } : disposition;
}

function rowFrom({ request, disposition, ...row }: Stored): RequestRow {
  return { ...row, request: request && readRequest(request), disposition: dispositionFrom(disposition) };
}

function dispositionFrom(stored: StoredDisposition): Disposition {
  switch (stored.kind) {
    case 'issued':
    case 'revoked':
      return { ...stored, certificate: certificateFrom(stored.certificate) };
    case 'denied':
    case 'under submission':
      return stored;
  }
}
