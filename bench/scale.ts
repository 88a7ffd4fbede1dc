import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { measure, middle } from './process';

/**
 * Compares environments of different sizes by their processor time, in turn. These are a run with a pool of 64 servers
 * and one of 8, and the pages of 100 to 800 servers. Run `npm run build` first.
 */

const ROOT = join(__dirname, '..');
const ROUNDS = Number(process.argv[2] ?? 5);
const PROGRAM = 'dist/src/cli/main.js';
const SERVERS_OF_A_POOL = 50;

function main(): void {
  const folder = mkdtempSync(join(ROOT, 'reports-bench-'));
  try {
    const where = { cwd: ROOT, folder };
    const run = (file: string, out: string): string[] => [PROGRAM, 'run', '--environment', file, '--out', out];
    compare(
      'run, servers of one pool',
      [8, 64].map((servers) => {
        const file = environment(folder, `pool-${servers}`, [servers]);
        return { size: servers, measure: () => measure(run(file, join(folder, 'run')), where) };
      }),
    );
    compare(
      'pages, servers',
      [100, 200, 400, 800].map((servers) => {
        const pools = Array.from({ length: servers / SERVERS_OF_A_POOL }, () => SERVERS_OF_A_POOL);
        const recorded = join(folder, `recorded-${servers}`);
        measure(run(environment(folder, `servers-${servers}`, pools), recorded), where);
        const render = [PROGRAM, 'render', join(recorded, 'messages.ndjson'), '--out', join(folder, 'pages')];
        return { size: servers, measure: () => measure(render, where) };
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Subject {
  readonly size: number;
  readonly measure: () => { readonly processor: number; readonly megabytes: number };
}

/** Measures the subjects in turn. The ratios are to the first subject of the same round. */
function compare(what: string, subjects: readonly Subject[]): void {
  for (const subject of subjects) subject.measure();
  const rounds = Array.from({ length: ROUNDS }, () => subjects.map((subject) => subject.measure()));
  for (const [index, { size }] of subjects.entries()) {
    const processor = middle(rounds.map((round) => round[index]?.processor ?? 0));
    const megabytes = middle(rounds.map((round) => round[index]?.megabytes ?? 0));
    const ratios = rounds.map((round) => (round[index]?.processor ?? 0) / (round[0]?.processor ?? 0));
    const range = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    console.log(
      `${what.padEnd(26)} ${String(size).padStart(4)}   ratio ${middle(ratios).toFixed(2)} (${range})   ${processor.toFixed(0)} ms, ${megabytes.toFixed(0)} MB`,
    );
  }
}

/** Writes an environment file with pools of these numbers of servers. */
function environment(folder: string, name: string, pools: readonly number[]): string {
  const described = parse(readFileSync(join(ROOT, 'environments', 'contoso.yaml'), 'utf8'));
  const [
    {
      pools: [{ loadBalancer, sipDomains }],
    },
  ] = described.sites;
  const sites = pools.map((servers, site) => ({
    name: `Site ${site}`,
    pools: [
      {
        ...{ fqdn: `edgepool${site}.contoso.com`, loadBalancer, sipDomains: [...sipDomains] },
        externalNames: {
          accessEdge: `sip${site}.contoso.com`,
          webConferencing: `webconf${site}.contoso.com`,
          av: `av${site}.contoso.com`,
        },
        servers: Array.from({ length: servers }, (_, index) => ({
          fqdn: `edge${index + 1}-${site}.contoso.com`,
          windows: '2012 R2',
        })),
      },
    ],
  }));
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, stringify({ ...described, sites }));
  return file;
}

main();
