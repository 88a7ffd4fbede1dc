import * as v from 'valibot';

/**
 * The state of one server: as `collect-pool-state.ps1` writes it, or as far as pasted texts and copied certificates tell
 * it. It contains no private key. A value that is null or absent is unknown, and never "in order".
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

const THUMBPRINT = v.pipe(v.string(), v.regex(/^[0-9A-F]{40}$/, 'a thumbprint of 40 digits'));
const TIME = v.pipe(v.string(), v.isoTimestamp());
const TEXTS = v.nullable(v.array(v.string()));

/** A certificate that is described by a text, without its DER. */
const DESCRIPTION = v.strictObject({
  thumbprint: THUMBPRINT,
  /** lower-case hex without padding */
  serialNumber: v.nullable(v.string()),
  /** names as Windows shows them; null for one that cannot be read */
  subject: v.nullable(v.string()),
  issuer: v.nullable(v.string()),
  notBefore: v.nullable(TIME),
  notAfter: v.nullable(TIME),
  isRoot: v.nullable(v.boolean()),
  /** the alternative names */
  names: TEXTS,
  keyBits: v.nullable(v.number()),
  keyAlgorithm: v.nullable(v.string()),
  signatureAlgorithm: v.nullable(v.string()),
  /** whether the extensions below are known; without it, null says nothing about them */
  hasExtensions: v.boolean(),
  isCa: v.nullable(v.boolean()),
  /** how many authorities may be below this one (RFC 5280 §4.2.1.9); null: no limit, or unknown */
  pathLength: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
  /** null: the certificate has no such extension, or it is unknown */
  keyUsage: TEXTS,
  extendedKeyUsage: TEXTS,
  crlDistributionPoints: TEXTS,
  /** SHA-1 of the public key, lower-case hex */
  publicKeyId: v.nullable(v.string()),
  subjectKeyId: v.nullable(v.string()),
  authorityKeyId: v.nullable(v.string()),
});

const ENTRY = v.pipe(
  v.strictObject({
    /** the DER of the certificate, in base64 */
    der: v.nullable(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64 without line breaks'))),
    /** instead of the DER */
    described: v.optional(DESCRIPTION),
    friendlyName: v.nullable(v.string()),
    /** null: the certificate has no private key; absent: unknown */
    key: v.optional(v.nullable(KEY)),
  }),
  v.check(({ der, described }) => der !== null || described !== undefined, 'a certificate without its DER'),
);

const USES = v.record(v.string(), THUMBPRINT);

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
  windows: v.nullable(v.string()),
  clock: v.strictObject({
    /** the time on the server's clock */
    utc: v.nullable(TIME),
    /** how far it is ahead of the true time, in milliseconds */
    offset: v.nullable(v.number()),
  }),
  /** the stores that are known; about any other one nothing is known */
  stores: v.array(
    v.strictObject({
      location: v.picklist(['LocalMachine', 'CurrentUser']),
      store: v.picklist(['My', 'Root', 'CA', 'REQUEST']),
      /** false: the store may contain further certificates */
      isComplete: v.optional(v.boolean()),
      certificates: v.array(ENTRY),
    }),
  ),
  /** the thumbprints of the roots that Active Directory or a group policy distributed */
  distributedRoots: TEXTS,
  /** the thumbprint of the assigned certificate, by use */
  assigned: v.nullable(USES),
  /** what the services present, by use; absent if it is unknown, null before their first start */
  presented: v.optional(v.nullable(USES)),
  registry: v.nullable(
    v.array(v.strictObject({ key: v.string(), name: v.string(), value: v.union([v.string(), v.number()]) })),
  ),
  /** the paths of PKCS #12 files on the disks */
  keyFiles: TEXTS,
  /** the replication status of the servers, as a Front End Server reports it */
  replication: v.nullable(v.array(REPLICA)),
});

export type ServerState = v.InferOutput<typeof SERVER_STATE>;
export type StateStore = ServerState['stores'][number];
export type StateEntry = StateStore['certificates'][number];
export type StateKey = NonNullable<StateEntry['key']>;
export type StateDescription = v.InferOutput<typeof DESCRIPTION>;
export type StateReplica = v.InferOutput<typeof REPLICA>;
