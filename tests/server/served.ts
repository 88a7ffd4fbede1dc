import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { committedSource } from '../../src/package/rehearsal-keys';
import { createRequest, requestPem } from '../../src/x509/certificate-request';
import { keyPair } from '../../src/x509/keys/key-pair';
import { distinguishedName } from '../../src/x509/names/distinguished-name';
import { type Executed, execute } from '../support/programs';
import { MAIN } from '../support/rehearse';

/** `rehearse serve` in a separate process, and curl as a client of it. */

/** The first line of its output. */
export interface FirstLine {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly rootCertificate: string;
  readonly authentication: readonly string[];
  readonly http: string;
  readonly management: string;
  readonly managementToken: string;
}

export interface Served extends FirstLine {
  readonly process: ChildProcess;
  /** a folder for the files of the clients and the temporary files of the server, removed by `stop` */
  readonly folder: string;
  /** ends the server as a user does; returns its exit code */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

const running = new Set<Served>();

/** Ends all servers that run, and removes their folders. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.stop('SIGKILL')));
}

/** Starts the server, and waits for its first line. */
export async function serve(...args: readonly string[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'rehearse-test-'));
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [MAIN, 'serve', '--json', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  const ended = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then(() => undefined),
  ]);
  if (!line) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`rehearse serve ended: ${errors}`);
  }
  const first: FirstLine = JSON.parse(line[0]);
  const server: Served = {
    ...first,
    process: child,
    folder,
    async stop(signal = 'SIGINT') {
      child.kill(signal);
      const [code] = await ended;
      running.delete(server);
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  running.add(server);
  return server;
}

/** A request with curl, as the account of the first line by Basic authentication. `path`: below `/certsrv/`. */
export function curl(server: Served, path: string, ...args: readonly string[]): Executed {
  const { url, username, password, rootCertificate } = server;
  const scheme = args.some((one) => /^--(ntlm|negotiate|user|anyauth)$/.test(one)) ? [] : ['--basic'];
  const user = args.includes('--user') ? [] : ['--user', `${username}:${password}`];
  const common = ['--silent', '--show-error', '--cacert', rootCertificate];
  return execute('curl', [...common, ...scheme, ...user, ...args, `${url}/${path}`]);
}

/** Submits a request as scripted clients do. */
export function submit(server: Served, request: string, template: string, ...args: readonly string[]): Executed {
  const file = join(server.folder, 'request.req');
  writeFileSync(file, request);
  const fields = {
    Mode: 'newreq',
    'CertRequest@': file,
    CertAttrib: `CertificateTemplate:${template}\r\n`,
    FriendlyType: 'Saved-Request Certificate',
    TargetStoreFlags: '0',
    SaveCert: 'yes',
  };
  const data = Object.entries(fields).flatMap(([name, value]) => [
    '--data-urlencode',
    name.endsWith('@') ? `${name}${value}` : `${name}=${value}`,
  ]);
  return curl(server, 'certfnsh.asp', ...data, ...args);
}

/** What the management port answers: a request, a renewal, or an error. */
export interface ManagementAnswer {
  readonly disposition?: string;
  readonly serialNumber?: string;
  readonly subject?: string;
  readonly certificates?: number;
  readonly requests?: readonly { readonly id: number; readonly disposition: string }[];
  readonly error?: string;
}

/** A request to the management port, with its answer. */
export async function manage(server: Served, path: string, body?: unknown) {
  const response = await fetch(`${server.management}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${server.managementToken}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: ManagementAnswer = JSON.parse(await response.text());
  return { status: response.status, body: answer };
}

/** The request id in a page about an issued certificate, or in one about a request that waits. */
export function requestId({ stdout, all }: Executed): number {
  const id = idIn(stdout);
  if (id === undefined) throw new Error(`the page has no request id: ${all}`);
  return id;
}

function idIn(page: string): number | undefined {
  const [, issued, other] = /certnew\.cer\?ReqID=(\d+)&|Your Request Id is (\d+)/.exec(page) ?? [];
  const id = issued ?? other;
  return id === undefined ? undefined : Number(id);
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request of Node.js with Basic authentication; a form is posted. `path`: below `/certsrv/`. */
export function ask(
  server: Served,
  path: string,
  form?: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const body = form && new URLSearchParams(form).toString();
  const { hostname, port, pathname } = new URL(server.url);
  return new Promise((done, failed) => {
    const sent = httpsRequest(
      {
        hostname,
        port,
        // a URL would be simplified before it is sent
        path: path.startsWith('/') ? path : `${pathname}/${path}`,
        servername: 'localhost',
        agent: agentOf(server),
        auth: `${server.username}:${server.password}`,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', failed);
        response.on('end', () => {
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}

const agents = new WeakMap<Served, Agent>();

/** The connections to a server, which are kept. */
function agentOf(server: Served): Agent {
  const known = agents.get(server);
  if (known) return known;
  const agent = new Agent({ keepAlive: true, maxSockets: 256, ca: readFileSync(server.rootCertificate) });
  agents.set(server, agent);
  return agent;
}

/** A request in PEM for that name, with a rehearsal key. */
export function requestFor(name: string): string {
  const subject = distinguishedName(`CN=${name}`);
  const pair = keyPair(committedSource().key(2048, 7));
  return requestPem(createRequest({ subject, keyPair: pair, subjectAlternativeNames: [] }));
}

/** The id of a request that is submitted; throws if the page has none. */
export async function submitted(server: Served, request: string, template: string): Promise<number> {
  const form = { Mode: 'newreq', CertRequest: request, CertAttrib: `CertificateTemplate:${template}` };
  const { body } = await ask(server, 'certfnsh.asp', form);
  const id = idIn(body.toString('utf8'));
  if (id === undefined) throw new Error(`the page has no request id: ${body}`);
  return id;
}
