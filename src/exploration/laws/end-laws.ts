import { type Console, looked } from '../../operator/console';
import { outcomeOn } from '../../operator/outcome';
import { edge } from '../../operator/tasks/whole-procedure';
import { type Law, NO_ERROR, verdict } from '../law';
import type { Operation } from '../operation';
import { repaired } from '../repair';
import type { State, System } from '../state';

/** What can still be done when a run of operations is over. */

/** What a scenario says of the repair: the most of it, which is enough for most states. */
const MENDED: readonly string[] = [
  'When every Edge Server trusts the issuing authority',
  'When the pool renews its certificate under another friendly name',
  'When the services on every Edge Server are started anew',
  ...NO_ERROR,
];

export const END_LAWS: readonly Law[] = [
  {
    name: 'from every state there is a way back',
    ofEnd({ console, pool, findings }, system) {
      if (findings.every(({ severity }) => severity !== 'error')) return 'not tried';
      const { deployment } = repaired(console, pool);
      const left = system.judge(deployment, pool).filter(({ severity }) => severity === 'error');
      return verdict(
        true,
        left.map(({ code, server, detail }) => `after the repair, ${code} on ${server ?? 'the servers'}: ${detail}`),
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
      const [forward, backward] = [places, places.toReversed()].map((order) => findingsAfter(state, system, order));
      return verdict(true, forward === backward ? [] : [`first to last: ${forward}; last to first: ${backward}`]);
    },
  },
];

/** The findings when each server in turn imports the exported file, assigns and starts anew, as far as it can. */
function findingsAfter({ console, pool }: State, system: System, order: readonly number[]): string {
  const done = order.flatMap(lastSteps).reduce((c, operation) => attempted(c, system, operation), console);
  // a removable medium stays with the operator, whose way ends on the first server
  const findings = system.judge(edge(done, pool.servers[0] ?? '').deployment, pool);
  return findings
    .map(({ code, severity, server, detail }) => `${code} ${severity} ${server ?? ''} ${detail}`)
    .sort()
    .join('\n');
}

function lastSteps(server: number): readonly Operation[] {
  return [
    { kind: 'import-exported', server, password: 'right' },
    { kind: 'assign', server },
    { kind: 'start', server },
  ];
}

function attempted(console: Console, system: System, operation: Operation): Console {
  const deeds = system.deedsOf(operation, console.deployment) ?? [];
  return deeds.reduce((c, deed) => looked(outcomeOn(c, deed.carryOut).console), console);
}
