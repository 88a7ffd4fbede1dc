import type { ActionAttempt } from '../../../../exploration/explored-system';
import { NO_ERROR, verdict } from '../../../../exploration/law';
import { attemptAll, sentencesOf } from '../../../../exploration/step';
import type { Finding } from '../../../../judge/finding';
import { detailOf } from '../../judge/detail';
import { replicationStatus } from '../../replication-status';
import { edge } from '../../tasks/whole-procedure';
import type { PoolLaw, PoolState, PoolSystem } from '../domain';
import { repaired } from '../full-repair';
import type { Operation } from '../operation';
import { serverPhrase } from '../server-phrase';

/** What must still be possible at the end of a run. */

/** The repair in the sentences of a scenario: its main part, which is enough for most states. */
const REPAIR_STEPS: readonly string[] = [
  'When every Edge Server trusts the issuing authority',
  'When the pool renews its certificate under another friendly name',
  'When the services on every Edge Server are restarted',
  'Then replication to every Edge Server is up to date',
  ...NO_ERROR,
];

export const END_LAWS: readonly PoolLaw[] = [
  {
    name: 'every state can be repaired',
    ofEnd({ console, pool, findings }, system) {
      if (!findings.some(needsRepair)) return 'not tried';
      const { deployment } = repaired(console, pool);
      const left = system.judge(deployment, pool).filter(needsRepair);
      const apart = pool.servers.filter((fqdn) => !replicationStatus({ deployment }, fqdn).upToDate);
      const details = [
        ...left.map((one) => `${one.code} on ${one.server ?? 'the servers'}: ${detailOf(one)}`),
        ...apart.map((fqdn) => `${fqdn} is not replicated to`),
      ];
      return verdict(
        true,
        details.map((detail) => `after the repair, ${detail}`),
        REPAIR_STEPS,
      );
    },
  },
  {
    name: 'the order of the servers in the last steps has no effect',
    ofEnd(state, system) {
      const { servers } = state.pool;
      if (servers.length < 2) return 'not tried';
      const positions = servers.map((_, position) => position);
      const [forward, backward] = [
        lastSteps(state, system, positions),
        lastSteps(state, system, positions.toReversed()),
      ];
      const [one, other] = [forward, backward].map(({ findings }) => shown(findings));
      return verdict(
        true,
        one === other ? [] : [`first to last: ${one}; last to first: ${other}`],
        claimOf(state, backward, forward),
      );
    },
  },
];

/** Errors, and a wrong clock, which is a warning only and harms later. */
function needsRepair({ code, severity }: Finding): boolean {
  return severity === 'error' || code === 'clock-skew';
}

interface LastSteps {
  readonly attempts: readonly ActionAttempt[];
  readonly findings: readonly Finding[];
}

/** Each server in turn imports the exported file, assigns the certificate and restarts, as far as possible; then the judge looks. */
function lastSteps({ console, pool }: PoolState, system: PoolSystem, order: readonly number[]): LastSteps {
  const operations = order.flatMap((server): readonly Operation[] => [
    { kind: 'import-exported', server, password: 'right' },
    { kind: 'assign', server },
    { kind: 'start', server },
  ]);
  const attempts = operations.reduce<readonly ActionAttempt[]>((before, operation) => {
    const at = before.at(-1)?.after ?? console;
    return [...before, ...attemptAll(system.operations.actions(operation, at.deployment) ?? [], at)];
  }, []);
  const done = attempts.at(-1)?.after ?? console;
  // a removable medium moves with the operator, who ends on the first server in both orders
  return { attempts, findings: system.judge(edge(done, pool.servers[0] ?? '').deployment, pool) };
}

function shown(findings: readonly Finding[]): string {
  return findings
    .map((one) => `${one.code} ${one.severity} ${one.server ?? ''} ${detailOf(one)}`)
    .sort()
    .join('\n');
}

/** The steps in one order, and the findings after the other order. */
function claimOf(
  { pool, console: { deployment } }: PoolState,
  { attempts }: LastSteps,
  { findings }: LastSteps,
): readonly string[] {
  const [first = ''] = pool.servers;
  const rows = findings.map(({ code, severity, server }) => {
    const where = server === undefined ? 'the servers together' : serverPhrase(deployment, server);
    return `| ${code} | ${severity} | ${where} |`;
  });
  return [
    ...attempts.flatMap(sentencesOf),
    `When the operator logs on to ${serverPhrase(deployment, first)} as the Edge administrator`,
    'When the judge looks at the pool',
    ...(rows.length === 0 ? ['Then the judge finds nothing'] : TABLE),
    ...new Set(rows),
  ];
}

const TABLE: readonly string[] = ['Then the judge finds:', '| finding | severity | where |'];
