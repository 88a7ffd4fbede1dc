import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A TLS handshake on the loopback interface, between `openssl s_server` and `openssl s_client`. */

/** One side: its certificate and key (PEM), trusted roots, expected name of the peer, and clock (seconds since 1970). */
export interface Side {
  readonly certificate?: string;
  readonly key?: string;
  /** the authorities in its stores, from which it completes the path that it sends */
  readonly known: string;
  /** its roots, intermediate certificates and revocation lists, for verifying the other side */
  readonly verifies: string;
  readonly expects: string;
  readonly clock: number;
  readonly checksRevocation: boolean;
}

/** The result, and the output of both programs. */
export interface Handshake {
  readonly succeeded: boolean;
  readonly server: string;
  readonly client: string;
  /** the certificates that the client received, PEM */
  readonly received: readonly string[];
}

/**
 * Uses TLS 1.2, the version of Lync Server's time; with 1.3 a client finishes before the server has verified it. Uses
 * security level 0, because higher levels refuse by policy (1024 bits, SHA-1, MD5). Both sides need the usage Server
 * Authentication, which is all that Lync Server requires of a client (TLS and MTLS for Lync Server 2013). Each side sends
 * the path that OpenSSL builds from the authorities in its stores.
 */
export async function handshake(folder: string, server: Side, client: Side): Promise<Handshake> {
  const listening = ['s_server', '-accept', '127.0.0.1:0', '-Verify', '9', '-naccept', '1'];
  const running = start([...listening, ...argumentsOf(folder, 'server', server)]);
  try {
    const port = await portOf(running);
    if (port === undefined) return { succeeded: false, server: running.said(), client: '', received: [] };
    const other = start([
      ...['s_client', '-connect', `127.0.0.1:${port}`, '-showcerts'],
      ...argumentsOf(folder, 'client', client),
    ]);
    other.process.stdin?.end();
    const status = await other.ended;
    if (other.said().includes('CONNECTED')) await running.ended;
    const said = other.said();
    return { succeeded: status === 0, server: running.said(), client: said, received: said.match(PEM) ?? [] };
  } finally {
    running.process.kill('SIGKILL');
    await running.ended;
  }
}

/** A certificate, and the stores and the clock with which its own server verifies it. */
export interface OwnStores {
  readonly certificate: string;
  readonly roots: string;
  readonly others: string;
  readonly clock: number;
}

/** The result of `openssl verify` for a certificate with these stores only. */
export async function ownView(folder: string, { certificate, roots, others, clock }: OwnStores) {
  const file = fileIn(folder, 'own');
  const { ended, said } = start([
    ...['verify', ...NO_STORES, '-purpose', 'sslserver', ...EVERY_POLICY, '-attime', String(clock)],
    ...(roots === '' ? [] : ['-CAfile', file('roots', roots)]),
    ...(others === '' ? [] : ['-untrusted', file('others', others)]),
    file('certificate', certificate),
  ]);
  return { succeeded: (await ended) === 0, said: said() };
}

/** Policies are checked, and the user accepts any of them. */
const EVERY_POLICY = ['-policy_check', '-policy', '2.5.29.32.0'];
const NO_STORES = ['-no-CAfile', '-no-CApath', '-no-CAstore'];
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g;

function argumentsOf(folder: string, name: string, side: Side): readonly string[] {
  const file = fileIn(folder, name);
  const { certificate, key } = side;
  const without = name === 'server' ? ['-nocert'] : [];
  return [
    ...['-tls1_2', '-cipher', 'DEFAULT@SECLEVEL=0', ...NO_STORES],
    ...(certificate === undefined ? without : ['-cert', file('certificate', certificate)]),
    ...(key === undefined ? [] : ['-key', file('key', key)]),
    ...['-chainCAfile', file('known', side.known), '-verifyCAfile', file('verifies', side.verifies)],
    ...['-verify_return_error', '-purpose', 'sslserver', ...EVERY_POLICY, '-verify_hostname', side.expects],
    ...['-attime', String(side.clock), ...(side.checksRevocation ? ['-crl_check'] : [])],
  ];
}

function fileIn(folder: string, name: string): (part: string, text: string) => string {
  return (part, text) => {
    const path = join(folder, `${name}-${part}.pem`);
    writeFileSync(path, text);
    return path;
  };
}

interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  /** both outputs so far */
  readonly said: () => string;
}

function start(args: readonly string[]): Running {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(OPENSSL|SSL)_/.test(name)));
  const child = spawn('openssl', args, { env });
  const heard: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => heard.push(String(bytes)));
  child.stdin.on('error', () => {});
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { process: child, ended, said: () => heard.join('') };
}

/** The port on which the server listens; undefined when it ended instead, for example without the private key. */
function portOf({ process: server, ended, said }: Running): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', () => {
      const port = /ACCEPT .*:(\d+)/.exec(said())?.[1];
      if (port !== undefined) resolve(port);
    });
    ended.then(() => resolve(undefined), reject);
  });
}
