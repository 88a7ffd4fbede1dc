import type { Plan } from '../../../../exploration/explored-system';
import type { PoolDomain } from '../domain';
import type { Operation } from '../operation';
import { plainSetting, type Setting, serversIn } from './setting';

const SET_UP: Operation = { kind: 'set-up' };

/**
 * Shorter and simpler plans, the best first. A plan may have fewer operations; its first ones may become a single
 * set-up, and the pool then gets one more server. Other plans have the same number of operations in a simpler setting
 * or a smaller pool.
 */
export function simplificationsOf({ setting, operations }: Plan<PoolDomain>): readonly Plan<PoolDomain>[] {
  const without = operations.map((_, index) => ({ setting, operations: operations.toSpliced(index, 1) }));
  const ends = operations.slice(2).map((_, index) => operations.slice(index + 2));
  const folded = ends.toReversed().flatMap((end) => [
    { setting, operations: [SET_UP, ...end] },
    { setting: enlarged(setting), operations: [SET_UP, ...moved(end, 0, 1)] },
  ]);
  const smaller = Array.from({ length: serversIn(setting) - 1 }, (_, index) => ({
    setting: reduced(setting, index + 1),
    operations: moved(operations, index + 1, -1),
  }));
  return [...folded, ...without, ...plainer(setting).map((one) => ({ setting: one, operations })), ...smaller];
}

/** Operations on the servers from that position on are done on a server `by` positions further. */
function moved(operations: readonly Operation[], from: number, by: number): readonly Operation[] {
  return operations.map((one) => ('server' in one && one.server >= from ? { ...one, server: one.server + by } : one));
}

/** The pool with one more server in front. */
function enlarged(setting: Setting): Setting {
  const [pool = [], ...others] = setting.pools;
  return { ...setting, pools: [['2012 R2', ...pool], ...others] };
}

function reduced(setting: Setting, position: number): Setting {
  const [pool = [], ...others] = setting.pools;
  return { ...setting, pools: [pool.toSpliced(position, 1), ...others] };
}

/** The plain setting, and this one with one part of it plain. */
function plainer(setting: Setting): readonly Setting[] {
  const plain = plainSetting(serversIn(setting));
  const parts: readonly Partial<Setting>[] = [
    plain,
    { pools: setting.pools.slice(0, 1) },
    { pools: plain.pools },
    { tiers: plain.tiers },
    { answers: plain.answers },
    { windows: plain.windows },
    { clock: plain.clock },
    { transfer: plain.transfer },
    { assumptions: plain.assumptions },
    ...fewerAssumptions(setting),
  ];
  const text = JSON.stringify(setting);
  return parts.map((part) => ({ ...setting, ...part })).filter((one) => JSON.stringify(one) !== text);
}

/** The setting without one of the assumptions that differ from the plain ones. */
function fewerAssumptions({ assumptions, pools }: Setting): readonly Partial<Setting>[] {
  const plain = plainSetting(pools.length).assumptions;
  return Object.keys(assumptions).map((name) => {
    const kept = Object.entries(assumptions).filter(([other]) => other !== name);
    return { assumptions: { ...plain, ...Object.fromEntries(kept) } };
  });
}
