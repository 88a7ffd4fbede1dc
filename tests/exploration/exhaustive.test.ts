import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Exhausted, exhaust } from '../../src/exploration/exhaustive';
import { SYSTEM } from '../../src/exploration/explore';
import { everyOperation, type Operation } from '../../src/exploration/operation';
import { begun, taking } from '../../src/exploration/remembered';
import type { State, System } from '../../src/exploration/state';
import { nameOf } from '../../src/exploration/state-name';
import { exportIgnoresExportable } from './planted-bugs';
import { starting, startingIn } from './starting';

describe('An exhaustive search', () => {
  it('looks at each state once, and finds that every law holds', async () => {
    const { states, operations, witnesses, counterexample } = await searching({ servers: 2, depth: 2 });
    expect(counterexample?.scenario).to.equal(undefined);
    expect(states).to.be.within(200, operations);
    expect(operations).to.be.lessThan(everyOperation(2).length ** 2);
    expect(witnesses['from every state there is a way back']).to.be.greaterThan(10);
  });

  it('tries every sequence: as many operations as the states that it counts allow', async () => {
    const { states, operations } = await searching({ servers: 3, depth: 1 });
    const { state } = begun(SYSTEM, starting(3));
    const steps = everyOperation(3).flatMap((operation) => taking(SYSTEM, state, operation) ?? []);
    expect(operations).to.equal(steps.length);
    expect(states).to.equal(new Set([nameOf(state), ...steps.map(({ step }) => nameOf(step.after))]).size);
  });

  it('finds a planted bug by the fewest operations', async () => {
    const { counterexample } = await searching({ servers: 2, depth: 3, system: exportIgnoresExportable });
    expect(counterexample?.operations, counterexample?.scenario).to.equal(2);
    expect(counterexample?.law).to.match(/leaves a server only if/);
  });

  it('ends with what there is when nobody wants to go on', async () => {
    const { depth, states } = await searching({ servers: 2, depth: 3, goesOn: async ({ runs }) => runs < 30 });
    expect(depth).to.be.lessThan(3);
    expect(states).to.be.lessThan(90);
  });
});

describe('The name of a state', () => {
  it('is the same where the order of two operations does not matter', () => {
    const [trust, request]: Operation[] = [
      { kind: 'trust', server: 0 },
      { kind: 'request', server: 1, exportable: true },
    ];
    if (!trust || !request) throw new Error('there are two');
    expect(nameAfter(trust, request)).to.equal(nameAfter(request, trust));
  });

  it('is another one after each operation that makes a difference', () => {
    const done: Operation[] = [
      { kind: 'trust', server: 0 },
      { kind: 'trust', server: 1 },
      { kind: 'request', server: 0, exportable: true },
      { kind: 'request', server: 0, exportable: false },
      { kind: 'set-clock', server: 0, way: 'slow' },
      { kind: 'import-chain', server: 0, how: 'as the document says' },
      { kind: 'pass', days: 1100 },
      { kind: 'renew-authority' },
    ];
    expect(new Set([nameAfter(), ...done.map((one) => nameAfter(one))]).size).to.equal(done.length + 1);
  });
});

function nameAfter(...operations: readonly Operation[]): string {
  const end = operations.reduce<State>(
    (state, operation) => taking(SYSTEM, state, operation)?.step.after ?? state,
    begun(SYSTEM, starting(2)).state,
  );
  return nameOf(end);
}

function searching(order: Partial<Parameters<typeof exhaust>[0]>): Promise<Exhausted> {
  const usual: { servers: number; depth: number; system: System } = { servers: 2, depth: 1, system: SYSTEM };
  return exhaust({ ...usual, start: startingIn, goesOn: async () => true, ...order });
}
