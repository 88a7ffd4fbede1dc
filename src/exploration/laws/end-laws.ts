import type { Finding } from '../../judge/finding';
import { replicationStatus } from '../../products/lync-server-2013/replication-status';
import { edge } from '../../products/lync-server-2013/tasks/whole-procedure';
import { type Law, NO_ERROR, verdict } from '../law';
import type { Operation } from '../operation';
import { repaired } from '../repair';
import { serverPhrase } from '../server-phrase';
import type { State, System } from '../state';
import { sentencesOf, type Tried, tryEach } from '../step';

/** What can still be done when a run of operations is over. */

/** What a scenario says of the repair: the most of it, which is enough for most states. */
const MENDED: readonly string[] = [
  'When every Edge Server trusts the issuing authority',
  'When the pool renews its certificate under another friendly name',
  'When the services on every Edge Server are started anew',
  'Then replication to every Edge Server is up to date',
  ...NO_ERROR,
];

export const END_LAWS: readonly Law[] = [
  {
    name: 'from every state there is a way back',
    ofEnd({ console, pool, findings }, system) {
      if (!findings.some(isToMend)) return 'not tried';
      const { deployment } = repaired(console, pool);
      const left = system.judge(deployment, pool).filter(isToMend);
      const apart = pool.servers.filter((fqdn) => !replicationStatus({ deployment }, fqdn).upToDate);
      const details = [
        ...left.map(({ code, server, detail }) => `${code} on ${server ?? 'the servers'}: ${detail}`),
        ...apart.map((fqdn) => `${fqdn} is not replicated to`),
      ];
      return verdict(
        true,
        details.map((detail) => `after the repair, ${detail}`),
        MENDED,
      );
    },
  },
  {
    name: 'the order of the servers in the last steps does not matter',
    ofEnd(state, system) {
      const { servers } = state.pool;
      if (servers.length < 2) return 'not tried';
      const places = servers.map((_, place) => place);
      const [forward, backward] = [lastSteps(state, system, places), lastSteps(state, system, places.toReversed())];
      const [one, other] = [forward, backward].map(({ findings }) => shown(findings));
      return verdict(
        true,
        one === other ? [] : [`first to last: ${one}; last to first: ${other}`],
        claimOf(state, backward, forward),
      );
    },
  },
];

/** Errors, and a clock that is wrong: a warning, and of no less harm in the end. */
function isToMend({ code, severity }: Finding): boolean {
  return severity === 'error' || code === 'clock-skew';
}

interface Last {
  readonly tried: readonly Tried[];
  readonly findings: readonly Finding[];
}

/** Each server in turn imports the exported file, assigns and starts anew, as far as it can; and what is found then. */
function lastSteps({ console, pool }: State, system: System, order: readonly number[]): Last {
  const operations = order.flatMap((server): readonly Operation[] => [
    { kind: 'import-exported', server, password: 'right' },
    { kind: 'assign', server },
    { kind: 'start', server },
  ]);
  const tried = operations.reduce<readonly Tried[]>((before, operation) => {
    const at = before.at(-1)?.after ?? console;
    return [...before, ...tryEach(system.deedsOf(operation, at.deployment) ?? [], at)];
  }, []);
  const done = tried.at(-1)?.after ?? console;
  // a removable medium stays with the operator, whose way ends on the first server
  return { tried, findings: system.judge(edge(done, pool.servers[0] ?? '').deployment, pool) };
}

function shown(findings: readonly Finding[]): string {
  return findings
    .map(({ code, severity, server, detail }) => `${code} ${severity} ${server ?? ''} ${detail}`)
    .sort()
    .join('\n');
}

/** The steps in the one order, and then what was found after the other. */
function claimOf({ pool }: State, { tried }: Last, { findings }: Last): readonly string[] {
  const [first = ''] = pool.servers;
  const rows = findings.map(({ code, severity, server }) => {
    const where = server === undefined ? 'the servers together' : serverPhrase(pool, server);
    return `| ${code} | ${severity} | ${where} |`;
  });
  return [
    ...tried.flatMap(sentencesOf),
    `When the operator logs on to ${serverPhrase(pool, first)} as the Edge administrator`,
    'When the judge looks at the pool',
    ...(rows.length === 0 ? ['Then the judge finds nothing'] : TABLE),
    ...new Set(rows),
  ];
}

const TABLE: readonly string[] = ['Then the judge finds:', '| finding | severity | where |'];
