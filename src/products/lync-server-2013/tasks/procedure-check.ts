import { judgeDeployment } from '../../../judge/judge';
import { type Console, consoleOn } from '../../../operator/console';
import { Refusal } from '../../../refusal';
import { machineOf } from '../../../windows/machine';
import { type Deployment, firstPool, issuingAuthority } from '../../../world/deployment';
import type { Pool } from '../../../world/topology';
import { assign } from './certificate';
import { edge, importResponse, requestOn, sendTo, spreadFrom, trust } from './whole-procedure';

/** The step of the whole procedure that fails, and why. */
export interface FailingStep {
  /** the FQDN of the pool */
  readonly pool: string;
  /** from 1 */
  readonly step: number;
  /** the number of all steps */
  readonly steps: number;
  /** what the operator does in it */
  readonly name: string;
  /** what refused, with the remedy */
  readonly reason: string;
  /** the codes of the errors that the judge finds at that point */
  readonly findings: readonly string[];
}

type Step = readonly [name: string, perform: (console: Console, pool: Pool, authority: string) => Console];

const STEPS: readonly Step[] = [
  ['trust the issuing authority', (console, pool) => pool.servers.reduce(trust, console)],
  ['request the certificate', (console, pool) => requestOn(console, firstOf(pool))],
  ['submit the request', (console, pool, authority) => sendTo(console, firstOf(pool), authority)],
  ['import the response', (console, pool) => importResponse(console, firstOf(pool))],
  ['export the certificate, and import it on the other servers', spread],
  ['assign the certificate', assignOnAll],
];

/**
 * The steps at which the whole procedure fails, one for each pool on which it does, the first pool first. Pools that
 * differ in nothing but their names are checked once.
 */
export function failingSteps(deployment: Deployment): readonly FailingStep[] {
  const kinds = new Map([...deployment.pools].reverse().map((pool) => [kindOf(pool, deployment), pool]));
  return deployment.pools
    .filter((pool) => [...kinds.values()].includes(pool))
    .flatMap((pool) => failingStep(deployment, pool) ?? []);
}

/** Everything about a pool that its procedure depends on, except names. */
function kindOf({ servers, loadBalancer, uses }: Pool, deployment: Deployment): string {
  const machines = servers.map((server) => {
    const { windows, membership, clockOffset, connection, registry, keyFolderWriters } = machineOf(deployment, server);
    return [windows, membership, clockOffset, connection, [...registry], keyFolderWriters];
  });
  return JSON.stringify([machines, loadBalancer, uses]);
}

/** The step at which the whole procedure fails on the pool; null if it succeeds. Operates the real windows. */
export function failingStep(deployment: Deployment, pool = firstPool(deployment)): FailingStep | null {
  const authority = issuingAuthority(deployment).name;
  let console = consoleOn(deployment);
  for (const [index, [name, perform]] of STEPS.entries()) {
    try {
      console = perform(console, pool, authority);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {
        pool: pool.fqdn,
        step: index + 1,
        steps: STEPS.length,
        name,
        reason: error.message,
        findings: errorsIn(console.deployment),
      };
    }
  }
  return null;
}

function firstOf(pool: Pool): string {
  return pool.servers[0] ?? '';
}

function spread(console: Console, pool: Pool): Console {
  return pool.servers.length > 1 ? spreadFrom(console, pool) : console;
}

function assignOnAll(console: Console, pool: Pool): Console {
  return pool.servers.reduce((c, server) => assign(edge(c, server), 'Edge Internal', pool.fqdn), console);
}

function errorsIn(deployment: Deployment): readonly string[] {
  const errors = judgeDeployment(deployment).filter(({ severity }) => severity === 'error');
  return [...new Set(errors.map(({ code }) => code))];
}
