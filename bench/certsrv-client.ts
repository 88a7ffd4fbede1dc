import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `rehearse serve` in a separate process, and a client of it that keeps its connections. */

/** What the first line of its output says. */
interface FirstLine {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly rootCertificate: string;
  readonly management: string;
  readonly managementToken: string;
}

interface DatabaseRow {
  readonly disposition: string;
  readonly serialNumber: string;
}

export interface Certsrv {
  readonly process: ChildProcess;
  /** requests a certificate; returns the request id */
  readonly submit: (request: string) => Promise<number>;
  readonly certificate: (id: number) => Promise<Buffer>;
  /** what the database says about a request */
  readonly row: (id: number) => Promise<DatabaseRow>;
  readonly stop: () => Promise<void>;
}

const MAIN = join(__dirname, '..', 'dist', 'src', 'cli', 'main.js');

/** Starts the server; `connections`: how many the client keeps. */
export async function startCertsrv(connections: number): Promise<Certsrv> {
  const args = [MAIN, 'serve', '--json', '--authentication', 'basic'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const first: FirstLine = JSON.parse(line);
  const agent = new Agent({ keepAlive: true, maxSockets: connections, ca: readFileSync(first.rootCertificate) });
  const ask = (path: string, form?: string): Promise<Buffer> => answer(first, agent, path, form);
  return {
    process: child,
    submit: async (pem) => {
      const form = { Mode: 'newreq', CertRequest: pem, CertAttrib: 'CertificateTemplate:WebServer' };
      const page = (await ask('certfnsh.asp', new URLSearchParams(form).toString())).toString();
      const [, id] = /certnew\.cer\?ReqID=(\d+)&/.exec(page) ?? [];
      if (id === undefined) throw new Error(`no certificate was issued: ${page}`);
      return Number(id);
    },
    certificate: (id) => ask(`certnew.cer?ReqID=${id}&Enc=bin`),
    row: async (id) => {
      const headers = { authorization: `Bearer ${first.managementToken}` };
      const row: DatabaseRow = JSON.parse(
        await (await fetch(`${first.management}/requests/${id}`, { headers })).text(),
      );
      return row;
    },
    stop: async () => {
      agent.destroy();
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
}

function answer(first: FirstLine, agent: Agent, path: string, form?: string): Promise<Buffer> {
  const { hostname, port, pathname } = new URL(first.url);
  const headers = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
  return new Promise((done, failed) => {
    const sent = request(
      {
        ...{ hostname, port, agent, headers, path: `${pathname}/${path}`, servername: 'localhost' },
        auth: `${first.username}:${first.password}`,
        method: form === undefined ? 'GET' : 'POST',
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('error', failed);
        response.on('end', () => done(Buffer.concat(parts)));
      },
    );
    sent.on('error', failed);
    sent.end(form);
  });
}
