import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../input-error';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import { committedSource } from '../../package/rehearsal-keys';
import { readText } from '../../package/text-file';
import { PRODUCTS } from '../../products/products';
import type { AuthenticationScheme } from '../../server/authentication';
import type { AccessEntry } from '../../server/certsrv-server';
import { type RunningServer, type ServerOptions, servedHosts, startServer } from '../../server/run-server';
import { buildDeployment } from '../../world/build-deployment';
import { productNamed, readEnvironment } from '../../world/environment-file/read-environment';
import { lockDatabase } from '../input/database-lock';
import { existing } from '../input/existing-path';
import { harmless } from '../output/harmless';
import { print } from '../terminal/print';

export interface ServeOptions {
  readonly environment?: string;
  readonly port: number;
  readonly httpPort: number;
  readonly managementPort: number;
  readonly state?: string;
  readonly password?: string;
  readonly authentication: readonly AuthenticationScheme[];
  readonly extendedProtection: 'off' | 'required';
  readonly managerApproval: boolean;
  readonly fault: Readonly<Record<string, number>>;
  /** percent */
  readonly faultRate: number;
  readonly seed: string;
  /** milliseconds */
  readonly slowness: number;
  readonly hosts: boolean;
  readonly json: boolean;
}

type Environment = Pick<ServerOptions, 'environment' | 'build'>;

/**
 * `rehearse serve`: serves the issuing authority of the environment to real clients, by the clock of the computer, until
 * SIGINT or SIGTERM. Returns 0. Throws an InputError if it cannot start: a port in use, a database of another
 * environment, or one in use.
 */
export async function serve(options: ServeOptions): Promise<number> {
  const environment = environmentIn(options.environment ?? DEFAULT_ENVIRONMENT);
  if (options.hosts) {
    const names = servedHosts(environment.build(Date.now(), committedSource()));
    process.stdout.write(names.map((name) => `127.0.0.1 ${name}\n`).join(''));
    return 0;
  }
  const unlock = options.state === undefined ? () => undefined : lockDatabase(options.state);
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-serve-'));
  const database = options.state ?? join(folder, 'requests');
  const clean = (): void => {
    unlock();
    rmSync(folder, { recursive: true, force: true });
  };
  const ended = endOfService();
  process.once('exit', clean);
  try {
    const given = { ...environment, ...secretsIn(options), database };
    const server = await started(options, given);
    process.stdout.write(`${JSON.stringify(firstLine(server, given.password, rootFile(folder, server), options))}\n`);
    if (!options.json) print(process.stderr, 'The server runs until you press Ctrl+C.\n');
    await ended;
    await server.close();
  } finally {
    process.off('exit', clean);
    clean();
  }
  return 0;
}

function environmentIn(file: string): Environment {
  existing(file, `there is no environment file ${file}; make one with: rehearse init`);
  const text = readText(file);
  const environment = readEnvironment(text, file, PRODUCTS);
  const product = productNamed(environment.product, PRODUCTS);
  return {
    environment: text,
    // real clients compare certificates with their own clock
    build: (at, source) => buildDeployment({ ...environment, clock: new Date(at).toISOString() }, source, product),
  };
}

type Given = Environment & Pick<ServerOptions, 'password' | 'token' | 'database'>;

function secretsIn({ password }: ServeOptions): Pick<ServerOptions, 'password' | 'token'> {
  return {
    password: password ?? randomBytes(9).toString('base64url'),
    token: randomBytes(18).toString('base64url'),
  };
}

const EXPIRED = 'expired-certificate';

async function started(options: ServeOptions, given: Given): Promise<RunningServer> {
  const { authentication, fault, faultRate, seed, ...rest } = options;
  const { [EXPIRED]: expired = 0, ...faults } = fault;
  try {
    return await startServer({
      ...given,
      ...rest,
      password: given.password,
      source: (bytes) => committedSource(undefined, bytes),
      schemes: authentication,
      faults,
      faultRate: { rate: faultRate / 100, seed },
      expiredCertificate: expired > 0,
      clock: Date.now,
      random: (length) => new Uint8Array(randomBytes(length)),
      log: (entry) => {
        if (!options.json) process.stderr.write(accessLine(entry));
      },
      failed: (error) => process.stderr.write(`bug: ${error.stack ?? error.message}\n`),
    });
  } catch (error) {
    throw asInputError(error, given.database);
  }
}

/** Errors of starting that the user can remove. */
function asInputError(error: unknown, database: string): unknown {
  if (!(error instanceof Error)) return error;
  const [code, port] = ['code' in error ? error.code : undefined, 'port' in error ? error.port : undefined];
  if (code === 'EADDRINUSE')
    return new InputError(`port ${port} of 127.0.0.1 is in use; give another one, or 0 for any`);
  if (code === 'EACCES' && port !== undefined) {
    return new InputError(`this user may not listen on port ${port}; give one from 1024 up, or 0 for any`);
  }
  if (/MDB_|not a database/i.test(error.message)) {
    return new InputError(`${database} is not a request database (${error.message}); give another --state`);
  }
  return error;
}

function rootFile(folder: string, { root }: RunningServer): string {
  const file = join(folder, 'root.pem');
  writeFileSync(file, root, { mode: 0o600 });
  return file;
}

function firstLine(server: RunningServer, password: string, rootCertificate: string, options: ServeOptions) {
  const { url, account, http, management, token } = server;
  return {
    url,
    username: account,
    password,
    rootCertificate,
    authentication: options.authentication,
    http,
    management,
    managementToken: token,
  };
}

function accessLine({ method, target, status, account, fault }: AccessEntry): string {
  const parts = [new Date().toISOString(), method, target.slice(0, 200), `${status}`, account ?? '-', fault ?? ''];
  return `${harmless(parts.join(' ')).trimEnd()}\n`;
}

/** Resolves when the user or the system ends the server. */
function endOfService(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}
