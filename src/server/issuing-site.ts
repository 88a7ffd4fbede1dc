import type { CertificationAuthority, RequestRow } from '../adcs/authority';
import { respond } from '../adcs/certsrv/site';
import type { Site, WebRequest, WebResponse } from '../adcs/certsrv/web';
import type { Determinism, Instant } from '../determinism';
import { isWorking, type RequestDatabase } from './request-database';
import { requestIdIn } from './request-id';

/** The state of the site, before or after a change. */
export type Changed = Site;

export type SiteAnswer = (state: Changed, request: WebRequest) => Changed & { readonly response: WebResponse };

/**
 * The web site of one authority with its request database. The authority in memory has only the rows that it works with,
 * so that memory does not grow with the number of requests. Changes happen one after the other; each is in the
 * database before its answer is given.
 */
export interface IssuingSite {
  readonly authority: () => CertificationAuthority;
  /** the present state, for a change at `now` */
  readonly determinism: () => Determinism;
  /** answers a request to certsrv; throws the Refusals of `respond` */
  readonly respond: (request: WebRequest) => Promise<WebResponse>;
  /** answers a request in another way */
  readonly respondAs: (request: WebRequest, answer: SiteAnswer) => Promise<WebResponse>;
  /** changes the authority; `id`: the row that the change is about */
  readonly change: (id: number | undefined, change: (state: Changed) => Changed) => Promise<CertificationAuthority>;
}

/** The site of `authority`, whose clock is `clock`. */
export function issuingSite(start: Changed, database: RequestDatabase, clock: () => Instant): IssuingSite {
  let state: Changed = { ...start, authority: { ...start.authority, requests: database.workingRows() } };
  /** rows on their way to the database */
  const unsaved = new Map<number, RequestRow>();
  const rowOf = (id: number): RequestRow | undefined => unsaved.get(id) ?? database.row(id);
  const present = (): Determinism => ({ ...state.determinism, now: clock() });

  async function applied<T extends Changed>(id: number | undefined, change: (before: Changed) => T): Promise<T> {
    const before: Changed = { ...state, authority: withRowOf(state.authority, id, rowOf), determinism: present() };
    const after = change(before);
    const changed = after.authority.requests.filter((row) => !before.authority.requests.includes(row));
    const isSame = changed.length === 0 && after.authority === before.authority;
    if (!isSame) {
      state = { ...state, authority: withWorkingRows(after.authority), determinism: after.determinism };
    }
    if (changed.length > 0) {
      const { keysTaken, bytesTaken } = after.determinism;
      for (const row of changed) unsaved.set(row.id, row);
      await database.save(changed, { keysTaken, bytesTaken });
      for (const row of changed) if (unsaved.get(row.id) === row) unsaved.delete(row.id);
    }
    return after;
  }

  async function answered(request: WebRequest, answer: SiteAnswer): Promise<WebResponse> {
    const { response } = await applied(requestIdIn(request), (before) => answer(before, request));
    return response;
  }

  return {
    authority: () => state.authority,
    determinism: present,
    respond: (request) => answered(request, respond),
    respondAs: answered,
    change: async (id, change) => (await applied(id, change)).authority,
  };
}

function withRowOf(
  authority: CertificationAuthority,
  id: number | undefined,
  rowOf: (id: number) => RequestRow | undefined,
): CertificationAuthority {
  if (id === undefined || authority.requests.some((row) => row.id === id)) return authority;
  const row = rowOf(id);
  if (!row) return authority;
  return { ...authority, requests: sorted([...authority.requests, row]) };
}

/** How many entries of the Application log are kept. */
const MOST_EVENTS = 1000;

/** The newest row stays, because the next id follows from it. */
function withWorkingRows(authority: CertificationAuthority): CertificationAuthority {
  const rows = sorted(authority.requests);
  const requests = rows.filter((row, index) => isWorking(row) || index === rows.length - 1);
  return { ...authority, requests, events: authority.events.slice(-MOST_EVENTS) };
}

function sorted(rows: readonly RequestRow[]): readonly RequestRow[] {
  return [...rows].sort((one, other) => one.id - other.id);
}
