import { negotiateAnswer, ntlmIn } from './negotiate';
import {
  type BoundCertificate,
  channelBindingsFor,
  channelBindingsIn,
  type NtlmTarget,
  ntlmChallenge,
  ntlmClaim,
  ntlmMessageType,
  ntlmPasswordHash,
  provesPassword,
} from './ntlm';

/** IIS authentication of the site: Windows authentication (Negotiate with NTLM, NTLM), and Basic. */

export const SCHEMES = ['negotiate', 'ntlm', 'basic'] as const;

export type AuthenticationScheme = (typeof SCHEMES)[number];

/** How the site authenticates. */
export interface AuthenticationSettings {
  readonly schemes: readonly AuthenticationScheme[];
  /** Extended Protection of Windows authentication: whether the response must be bound to the TLS channel */
  readonly extendedProtection: 'off' | 'required';
  readonly target: NtlmTarget;
  /** the names of the domain's accounts: `CONTOSO\user01` */
  readonly accounts: readonly string[];
  /** the password of every account */
  readonly password: string;
  /** the server's TLS certificate, to which responses are bound */
  readonly certificate: BoundCertificate;
  readonly random: (length: number) => Uint8Array;
  readonly clock: () => number;
}

/** The account, or the values of WWW-Authenticate for the next attempt. */
export type Authenticated = { readonly account: string } | { readonly challenges: readonly string[] };

/** Authenticates the request with this Authorization header. NTLM authenticates the connection, which `socket` names. */
export type Authenticate = (socket: object, authorization: string | undefined) => Authenticated;

interface Connection {
  readonly challenge?: Uint8Array;
  readonly account?: string;
}

const REALMS: Readonly<Record<AuthenticationScheme, string>> = {
  negotiate: 'Negotiate',
  ntlm: 'NTLM',
  basic: 'Basic realm="certsrv", charset="UTF-8"',
};

/** Prepares the authentication of one server. */
export async function authentication(settings: AuthenticationSettings): Promise<Authenticate> {
  const passwordHash = await ntlmPasswordHash(settings.password);
  const connections = new WeakMap<object, Connection>();
  const refused: Authenticated = { challenges: settings.schemes.map((scheme) => REALMS[scheme]) };

  const windows = (socket: object, scheme: 'Negotiate' | 'NTLM', token: Buffer): Authenticated => {
    const message = ntlmIn(token);
    const { challenge } = connections.get(socket) ?? {};
    connections.delete(socket);
    if (message && ntlmMessageType(message) === 1) {
      const next = settings.random(8);
      connections.set(socket, { challenge: next });
      const answer = ntlmChallenge(message, { target: settings.target, challenge: next, at: settings.clock() });
      return { challenges: [`${scheme} ${negotiateAnswer(token, answer).toString('base64')}`] };
    }
    const account = message && challenge && provenAccount(settings, message, passwordHash, challenge);
    if (account === undefined) return refused;
    connections.set(socket, { account });
    return { account };
  };

  return (socket, authorization) => {
    const [scheme = '', token = ''] = (authorization ?? '').split(/ +/);
    const name = SCHEMES.find((one) => one === scheme.toLowerCase() && settings.schemes.includes(one));
    switch (name) {
      case 'basic':
        return basic(settings, token) ?? refused;
      case 'negotiate':
        return windows(socket, 'Negotiate', Buffer.from(token, 'base64'));
      case 'ntlm':
        return windows(socket, 'NTLM', Buffer.from(token, 'base64'));
      case undefined: {
        const { account } = connections.get(socket) ?? {};
        return account !== undefined && authorization === undefined ? { account } : refused;
      }
    }
  };
}

function basic({ accounts, target, password }: AuthenticationSettings, token: string): Authenticated | undefined {
  const text = Buffer.from(token, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0 || text.slice(colon + 1) !== password) return undefined;
  const account = accountNamed(accounts, text.slice(0, colon), '', target);
  return account === undefined ? undefined : { account };
}

function provenAccount(
  { accounts, target, extendedProtection, certificate }: AuthenticationSettings,
  message: Buffer,
  passwordHash: Uint8Array,
  challenge: Uint8Array,
): string | undefined {
  const claim = ntlmClaim(message);
  if (!claim || !provesPassword(claim, passwordHash, challenge)) return undefined;
  const isBound = channelBindingsIn(claim)?.equals(channelBindingsFor(certificate)) ?? false;
  if (extendedProtection === 'required' && !isBound) return undefined;
  return accountNamed(accounts, claim.user, claim.domain, target);
}

/** The account of the directory for `user`, `DOMAIN\user`, or `user@domain`, in any case. */
function accountNamed(
  accounts: readonly string[],
  name: string,
  domain: string,
  target: NtlmTarget,
): string | undefined {
  const [before, after] = name.split('\\', 2);
  const [user = '', suffix = ''] = (after ?? before ?? '').split('@', 2);
  const given = after === undefined ? suffix || domain : (before ?? '');
  const isKnown = ['', target.netbios, target.domain].some((one) => one.toLowerCase() === given.toLowerCase());
  if (!isKnown) return undefined;
  return accounts.find((account) => account.toLowerCase() === `${target.netbios}\\${user}`.toLowerCase());
}
