import type { Operation } from './operation';
import type { Plan } from './sequences';
import { plainSetting, type Setting, serversIn } from './setting';

const SET_UP: Operation = { kind: 'set-up' };

/**
 * The plan with as few operations, in as plain a setting, as still break the law: none can be left out any more, and a
 * beginning that does no more than set the pool up is one operation. Goes on where fast-check, which tries each part
 * once, has stopped.
 */
export function shortened(plan: Plan, breaks: (plan: Plan) => boolean): Plan {
  const shorter = shorterThan(plan).find(breaks);
  return shorter ? shortened(shorter, breaks) : plan;
}

/** Fewer operations, in a pool of one server more where need be; else as many, in a plainer setting or a smaller pool. */
function shorterThan({ setting, operations }: Plan): readonly Plan[] {
  const without = operations.map((_, index) => ({ setting, operations: operations.toSpliced(index, 1) }));
  const ends = operations.slice(2).map((_, index) => operations.slice(index + 2));
  const folded = ends.toReversed().flatMap((end) => [
    { setting, operations: [SET_UP, ...end] },
    { setting: enlarged(setting), operations: [SET_UP, ...moved(end, 0, 1)] },
  ]);
  const smaller = Array.from({ length: serversIn(setting) - 1 }, (_, place) => ({
    setting: reduced(setting, place + 1),
    operations: moved(operations, place + 1, -1),
  }));
  return [...folded, ...without, ...plainer(setting).map((one) => ({ setting: one, operations })), ...smaller];
}

/** What is done on the servers from that place on is done so many places further. */
function moved(operations: readonly Operation[], from: number, by: number): readonly Operation[] {
  return operations.map((one) => ('server' in one && one.server >= from ? { ...one, server: one.server + by } : one));
}

/** The pool with one more server in front. */
function enlarged(setting: Setting): Setting {
  const [pool = [], ...others] = setting.pools;
  return { ...setting, pools: [['2012 R2', ...pool], ...others] };
}

function reduced(setting: Setting, place: number): Setting {
  const [pool = [], ...others] = setting.pools;
  return { ...setting, pools: [pool.toSpliced(place, 1), ...others] };
}

/** The setting as plain as can be, and with one part of it plain. */
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
    ...assumptionsLess(setting),
  ];
  const text = JSON.stringify(setting);
  return parts.map((part) => ({ ...setting, ...part })).filter((one) => JSON.stringify(one) !== text);
}

/** Without one of the assumptions that differ from the plain ones. */
function assumptionsLess({ assumptions, pools }: Setting): readonly Partial<Setting>[] {
  const plain = plainSetting(pools.length).assumptions;
  return Object.keys(assumptions).map((name) => {
    const kept = Object.entries(assumptions).filter(([other]) => other !== name);
    return { assumptions: { ...plain, ...Object.fromEntries(kept) } };
  });
}
