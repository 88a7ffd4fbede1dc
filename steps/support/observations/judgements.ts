import { defineParameterType } from '@cucumber/cucumber';
import type { Finding } from '../../../src/judge/finding';
import { judgeDeployment, judgePool, judgeServer, judgeSite } from '../../../src/judge/judge';
import { type Deployment, firstPool } from '../../../src/world/deployment';
import { poolOf } from '../../../src/world/topology';
import { FeatureError } from '../feature-error';
import { everyServer, ONE_SERVER, serverCalled } from '../phrases/server-names';

/** The verdicts of the judge, in the words of the features. */

/** The scope of the judge, as a function that returns the current findings, and those of the next days. */
export type JudgedScope = (deployment: Deployment, ahead?: number) => readonly Finding[];

const SCOPES = /the pool|the second pool|the first site|the second site|the site "[^"]*"|the deployment/;

defineParameterType({ name: 'scope', regexp: [SCOPES, ...ONE_SERVER], transformer: scopeCalled });

function scopeCalled(phrase: string): JudgedScope {
  const [, site] = /^the site "([^"]*)"$/.exec(phrase) ?? [];
  if (site !== undefined) return (d, ahead) => judgeSite(d, siteNamed(d, site), ahead);
  switch (phrase) {
    case 'the pool':
      return (d, ahead) => judgePool(d, firstPool(d), ahead);
    case 'the second pool':
      return (d, ahead) => judgePool(d, secondPool(d), ahead);
    case 'the first site':
      return (d, ahead) => judgeSite(d, firstPool(d).site, ahead);
    case 'the second site':
      return (d, ahead) => judgeSite(d, secondPool(d).site, ahead);
    case 'the deployment':
      return judgeDeployment;
    default:
      return (d, ahead) => judgeServer(d, inPool(d, serverCalled(d, phrase)), ahead);
  }
}

function inPool(deployment: Deployment, server: string): string {
  if (poolOf(deployment, server)) return server;
  const servers = deployment.pools.flatMap((pool) => pool.servers).join(', ');
  throw new FeatureError(`${server} is in no pool; the judge looks at one of ${servers}`);
}

function siteNamed({ pools }: Deployment, name: string): string {
  if (pools.some(({ site }) => site === name)) return name;
  const sites = [...new Set(pools.map(({ site }) => site))];
  throw new FeatureError(`there is no site "${name}"; the sites are ${sites.join(', ')}`);
}

function secondPool(deployment: Deployment) {
  const [, pool] = deployment.pools;
  if (!pool) throw new FeatureError('there is no second pool here');
  return pool;
}

/**
 * The findings as sorted rows `code severity server` without duplicates; `(several)` if a finding is not about one
 * server.
 */
export function findingRows(findings: readonly Finding[]): readonly string[] {
  return [
    ...new Set(findings.map(({ code, severity, server }) => `${code} ${severity} ${server ?? '(several)'}`)),
  ].sort();
}

/** The rows that a table of a feature means. A row about several servers is one row for each of them. */
export function expectedRows(
  deployment: Deployment,
  rows: readonly Readonly<Record<'finding' | 'severity' | 'where', string>>[],
): readonly string[] {
  return rows
    .flatMap(({ finding, severity, where }) => {
      const servers = where === 'the servers together' ? ['(several)'] : everyServer(deployment, where);
      return servers.map((server) => `${finding} ${severity} ${server}`);
    })
    .sort();
}
