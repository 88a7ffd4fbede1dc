import * as v from 'valibot';

/**
 * The state of one server as `collect-pool-state.ps1` writes it. It contains no private key. A value that the script
 * could not read is null: it is unknown, and never "in order".
 */

const KEY = v.strictObject({
  /** the name of the container; null if it is unknown */
  container: v.nullable(v.string()),
  kept: v.picklist(['computer', 'user', 'nowhere', 'unknown']),
  /** whether the public key of the container is the one of the certificate */
  matches: v.nullable(v.boolean()),
  provider: v.nullable(v.string()),
  exportable: v.nullable(v.boolean()),
  /** accounts or security identifiers */
  readers: v.nullable(v.array(v.string())),
});

const ENTRY = v.strictObject({
  /** the DER of the certificate, in base64 */
  der: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64 without line breaks')),
  friendlyName: v.string(),
  key: v.nullable(KEY),
});

const USES = v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9A-F]{40}$/, 'a thumbprint of 40 digits')));

const REPLICA = v.strictObject({
  replica: v.string(),
  upToDate: v.boolean(),
  lastStatusReport: v.nullable(v.string()),
});

export const SERVER_STATE = v.strictObject({
  format: v.literal('rehearse-server-state'),
  version: v.literal(1),
  server: v.pipe(v.string(), v.nonEmpty()),
  /** the version number of Windows: `6.3.9600` */
  windows: v.string(),
  clock: v.strictObject({
    /** the time on the server's clock */
    utc: v.pipe(v.string(), v.isoTimestamp()),
    /** how far it is ahead of the true time, in milliseconds */
    offset: v.nullable(v.number()),
  }),
  stores: v.array(
    v.strictObject({
      location: v.picklist(['LocalMachine', 'CurrentUser']),
      store: v.picklist(['My', 'Root', 'CA', 'REQUEST']),
      certificates: v.array(ENTRY),
    }),
  ),
  /** the thumbprints of the roots that Active Directory or a group policy distributed */
  distributedRoots: v.array(v.string()),
  /** the thumbprint of the assigned certificate, by use */
  assigned: v.nullable(USES),
  /** what the services present, by use; absent if it is unknown, null before their first start */
  presented: v.optional(v.nullable(USES)),
  registry: v.array(v.strictObject({ key: v.string(), name: v.string(), value: v.union([v.string(), v.number()]) })),
  /** the paths of PKCS #12 files on the disks */
  keyFiles: v.nullable(v.array(v.string())),
  /** the replication status of the servers, as a Front End Server reports it */
  replication: v.nullable(v.array(REPLICA)),
});

export type ServerState = v.InferOutput<typeof SERVER_STATE>;
export type StateEntry = ServerState['stores'][number]['certificates'][number];
export type StateKey = NonNullable<StateEntry['key']>;
