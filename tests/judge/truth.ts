import type { FindingCode } from '../../src/products/lync-server-2013/judge/finding-codes';
import type { Deployment } from '../../src/world/deployment';
import { edgeSide, frontSide, namesOf, ownStores } from './sides';
import { type Handshake, handshake, ownView } from './tls-handshake';

/** OpenSSL's verdict on one Edge Server. */
export interface Truth {
  /**
   * The verdict on the server's certificate with the server's stores and clock. This is not TLS: a peer that knows the
   * missing intermediate certificate accepts the server. But Windows uses this verdict for the assignment, and so does
   * the judge.
   */
  readonly own: { readonly succeeded: boolean; readonly said: string };
  /** mutual TLS with the Front End Server, which expects the name of the pool, as for everything but replication */
  readonly asPool: Handshake;
  /** the same where the name of the server itself is accepted too, as in replication ("host/cluster", event 1015) */
  readonly asEither: Handshake;
}

/** Runs the handshakes. */
export async function truthOf(folder: string, deployment: Deployment, fqdn: string): Promise<Truth> {
  const stores = ownStores(deployment, fqdn);
  const own = stores ? await ownView(folder, stores) : { succeeded: false, said: '' };
  const [pool = fqdn, ...others] = namesOf(deployment, fqdn);
  const asPool = await meeting(folder, deployment, fqdn, pool);
  const [server] = others;
  const again = server !== undefined && isOtherName(asPool.client);
  return { own, asPool, asEither: again ? await meeting(folder, deployment, fqdn, server) : asPool };
}

/** The Edge Server accepts either name of the Front End Server. */
async function meeting(folder: string, deployment: Deployment, fqdn: string, name: string): Promise<Handshake> {
  const [first = '', second] = namesOf(deployment, deployment.environment.internalServer.fqdn);
  const client = frontSide(deployment, fqdn, name);
  const met = await handshake(folder, edgeSide(deployment, fqdn, first), client);
  if (second === undefined || !isOtherName(met.server)) return met;
  return handshake(folder, edgeSide(deployment, fqdn, second), client);
}

function isOtherName(said: string): boolean {
  return errorIn(said) === 62;
}

/** The first verification error (X509_V_ERR_…) in the output of a program: `num=20:` or `error 20 at`. */
function errorIn(said: string): number | undefined {
  const number = /\bnum=(\d+):|\berror (\d+) at /.exec(said);
  return number ? Number(number[1] ?? number[2]) : undefined;
}

/** X509_V_ERR_… by the corresponding finding about a certificate on its server. */
const OWN_REASONS: Readonly<Record<number, FindingCode>> = {
  2: 'chain-incomplete',
  20: 'chain-incomplete',
  18: 'root-not-trusted',
  19: 'root-not-trusted',
  9: 'not-yet-valid',
  10: 'expired',
  26: 'wrong-usage',
  7: 'certification-path-invalid',
  25: 'certification-path-invalid',
  32: 'certification-path-invalid',
  34: 'certification-path-invalid',
  43: 'certification-path-invalid',
  47: 'certification-path-invalid',
  48: 'certification-path-invalid',
  79: 'certification-path-invalid',
};

/** Reasons that only a handshake shows. */
const HANDSHAKE_REASONS: readonly (readonly [RegExp, readonly FindingCode[]])[] = [
  [/key values mismatch/, ['key-mismatch']],
  [
    /server certificate private key/,
    ['private-key-missing', 'private-key-deleted', 'key-in-user-profile', 'key-not-readable'],
  ],
  [/no shared cipher/, ['no-internal-certificate', 'not-assigned', 'restart-needed']],
  [/num=23:/, ['revoked']],
  [/num=(11|12):/, ['revocation-unreachable', 'peer-not-trusted']],
  [/num=62:/, ['subject-mismatch', 'peer-not-trusted']],
  [/num=(2|18|19|20):/, ['chain-incomplete', 'root-not-trusted', 'peer-not-trusted']],
];

/** For each reason of OpenSSL, the findings; at least one of them must be present. */
export function reasonsIn({ own, asPool }: Truth): readonly (readonly FindingCode[])[] {
  // OpenSSL cannot use a certificate with an empty key usage at all, and then reports a missing issuer
  if (/x509v3_cache_extensions:invalid certificate/.test(own.said)) return [];
  const ownReason = OWN_REASONS[errorIn(own.said) ?? 0];
  const said = asPool.server + asPool.client;
  const shown = asPool.succeeded ? undefined : HANDSHAKE_REASONS.find(([pattern]) => pattern.test(said));
  return [...(ownReason ? [[ownReason]] : []), ...(shown ? [shown[1]] : [])];
}
