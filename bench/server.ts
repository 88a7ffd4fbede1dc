import { readFileSync } from 'node:fs';
import { committedSource } from '../src/package/rehearsal-keys';
import { readCertificate } from '../src/x509/certificate';
import { createRequest, requestPem } from '../src/x509/certificate-request';
import { keyPair } from '../src/x509/keys/key-pair';
import { distinguishedName } from '../src/x509/names/distinguished-name';
import { type Certsrv, startCertsrv } from './certsrv-client';
import { opensslSignatures } from './openssl-speed';
import { middle } from './process';

/**
 * Measures `rehearse serve` over HTTPS. It compares the certificates in a second on 16 connections with the signatures of
 * `openssl speed`, in turn, and measures the latency and the memory. Then many clients check whether the answers agree
 * with the database. Arguments: the number of requests (50000), the clients (200), their seconds (60).
 */

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 16;
/** More requests than the memo holds, so that each one is read and verified. */
const REQUESTS = 2500;

const [MEMORY_REQUESTS = 50_000, CLIENTS = 200, CLIENT_SECONDS = 60] = process.argv.slice(2).map(Number);

async function main(): Promise<void> {
  const requests = Array.from({ length: REQUESTS }, (_, index) => requestFor(`edgepool${index}.contoso.com`));
  const server = await startCertsrv(CONNECTIONS);
  try {
    await rates(server, requests);
    await memory(server, requests);
  } finally {
    await server.stop();
  }
  const crowded = await startCertsrv(CLIENTS);
  try {
    await crowd(crowded, requests);
  } finally {
    await crowded.stop();
  }
}

async function rates(server: Certsrv, requests: readonly string[]): Promise<void> {
  const ratios: number[] = [];
  const ofProcessorTime: number[] = [];
  const latencies: number[] = [];
  await issued(server, requests, { clients: CONNECTIONS, count: 500 });
  for (let round = 0; round < ROUNDS; round += 1) {
    const signatures = opensslSignatures(SECONDS);
    const [started, used] = [performance.now(), processorTime(server)];
    const times = await issued(server, requests, { clients: CONNECTIONS, seconds: SECONDS });
    const rate = (times.length * 1000) / (performance.now() - started);
    const ofProcessor = times.length / (processorTime(server) - used);
    latencies.push(...times);
    ratios.push(rate / signatures);
    ofProcessorTime.push(ofProcessor / signatures);
    const [shown, ratio] = [rate.toFixed(0), (rate / signatures).toFixed(2)];
    console.log(
      `issued ${shown}/s (${ofProcessor.toFixed(0)} in a second of the server's processor time), ` +
        `openssl signs ${signatures.toFixed(0)}/s, ratio ${ratio}`,
    );
  }
  const sorted = latencies.sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  console.log(
    `median ratio      ${middle(ratios).toFixed(2)}, of processor time ${middle(ofProcessorTime).toFixed(2)}`,
  );
  console.log(`latency           median ${at(0.5)} ms, p99 ${at(0.99)} ms`);
}

/** The processor time of the server's process so far, in seconds. */
function processorTime({ process: { pid } }: Certsrv): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Clock ticks in a second (USER_HZ of Linux). */
const TICKS = 100;

async function memory(server: Certsrv, requests: readonly string[]): Promise<void> {
  for (let part = 1; part <= 5; part += 1) {
    await issued(server, requests, { clients: CONNECTIONS, count: MEMORY_REQUESTS / 5 });
    // the pages of the database file do not count: the system can release them at any time
    const [, kibibytes] = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${server.process.pid}/status`, 'utf8')) ?? [];
    console.log(
      `memory            ${Math.round(Number(kibibytes) / 1024)} MB after ${(part * MEMORY_REQUESTS) / 5} more`,
    );
  }
}

/** Many clients at once: ids, serial numbers, and the rows of the database. */
async function crowd(server: Certsrv, requests: readonly string[]): Promise<void> {
  const serials = new Map<number, string>();
  let answers = 0;
  const submit = async (pem: string): Promise<number> => {
    const id = await server.submit(pem);
    const { serialNumber } = readCertificate(await server.certificate(id));
    serials.set(id, serialNumber);
    answers += 1;
    return id;
  };
  const order = { clients: CLIENTS, seconds: CLIENT_SECONDS };
  const sorted = (await issued({ ...server, submit }, requests, order)).sort((one, other) => one - other);
  let agreed = 0;
  for (const [id, serialNumber] of serials) {
    const row = await server.row(id);
    if (row.disposition === 'issued' && row.serialNumber === serialNumber) agreed += 1;
  }
  const unique = new Set(serials.values()).size;
  console.log(
    `${CLIENTS} clients       ${answers} answers, ${serials.size} ids, ${unique} serial numbers, ${agreed} rows agree`,
  );
  console.log(
    `latency           p99 ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(0)} ms for request and download`,
  );
}

interface Load {
  readonly clients: number;
  readonly seconds?: number;
  readonly count?: number;
}

/** Submits requests, each client one after the other; the milliseconds of each. */
async function issued(
  { submit }: Pick<Certsrv, 'submit'>,
  requests: readonly string[],
  { clients, seconds = Number.POSITIVE_INFINITY, count = Number.POSITIVE_INFINITY }: Load,
): Promise<number[]> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < count && performance.now() < end) {
      sent += 1;
      const start = performance.now();
      await submit(requests[sent % requests.length] ?? '');
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

const SOURCE = committedSource();

function requestFor(name: string): string {
  const subject = distinguishedName(`CN=${name}`);
  return requestPem(createRequest({ subject, keyPair: keyPair(SOURCE.key(2048, 7)), subjectAlternativeNames: [] }));
}

void main();
