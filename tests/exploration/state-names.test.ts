import { describe, it } from 'node:test';
import { expect } from 'chai';
import { uncachedChecker } from '../../src/exploration/checker';
import { nameOf } from '../../src/exploration/exhaustive/state-name';
import type { PoolState } from '../../src/products/lync-server-2013/exploration/domain';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { starting } from './starting';

const CHECKER = uncachedChecker(SYSTEM);
const OPERATIONS = SYSTEM.operations.all(1);

/** The answers to all operations in a state: the refusal's code, the findings, and the name of the next state. */
function answersIn(state: PoolState): readonly string[] {
  return OPERATIONS.map((operation) => {
    const step = CHECKER.apply(state, operation)?.step;
    if (!step) return 'not possible';
    const findings = step.after.findings.map(({ code, server }) => `${code} ${server ?? ''}`).sort();
    return JSON.stringify([operation, step.refused?.code, findings, nameOf(SYSTEM, step.after)]);
  });
}

describe('States with the same name', () => {
  it('give the same answers to every operation', () => {
    const { state: start } = CHECKER.initialState(starting(1));
    const byName = new Map([[nameOf(SYSTEM, start), [start]]]);
    const reached = OPERATIONS.flatMap((first) => {
      const after = CHECKER.apply(start, first)?.step.after;
      return after ? OPERATIONS.flatMap((second) => CHECKER.apply(after, second)?.step.after ?? []) : [];
    });
    for (const state of reached) {
      const name = nameOf(SYSTEM, state);
      byName.set(name, [...(byName.get(name) ?? []), state]);
    }
    const shared = [...byName.values()].filter(({ length }) => length > 1);
    expect(shared.length).to.be.above(20);
    for (const states of shared) {
      const [one, ...others] = [states[0], states.at(-1)].flatMap((state) => (state ? [answersIn(state)] : []));
      for (const other of others) expect(other).to.deep.equal(one);
    }
  });
});
