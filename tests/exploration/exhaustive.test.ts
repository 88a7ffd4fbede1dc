import { describe, it } from 'node:test';
import { expect } from 'chai';
import { exportIgnoresExportable } from '../../bench/planted/bugs-of-servers';
import { uncachedChecker } from '../../src/exploration/checker';
import { type SearchResult, type SearchScope, searchExhaustively } from '../../src/exploration/exhaustive/search';
import { nameOf } from '../../src/exploration/exhaustive/state-name';
import type { ExplorationContext } from '../../src/exploration/random/batch';
import type { PoolDomain, PoolState } from '../../src/products/lync-server-2013/exploration/domain';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { plainSetting } from '../../src/products/lync-server-2013/exploration/settings/setting';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { starting, startingIn } from './starting';

const CHECKER = uncachedChecker(SYSTEM);

describe('An exhaustive search', () => {
  it('looks at each state once, and finds that every law holds', async () => {
    const { states, operations, witnesses, counterexample } = await searching({ servers: 2, depth: 2 });
    expect(counterexample?.scenario).to.equal(undefined);
    expect(states).to.be.within(200, operations);
    expect(operations).to.be.lessThan(SYSTEM.operations.all(2).length ** 2);
    expect(witnesses['every state can be repaired']).to.be.greaterThan(10);
  });

  it('tries every sequence: as many operations as the states that it counts allow', async () => {
    const { states, operations } = await searching({ servers: 3, depth: 1 });
    const { state } = CHECKER.initialState(starting(3));
    const steps = SYSTEM.operations.all(3).flatMap((operation) => CHECKER.apply(state, operation) ?? []);
    expect(operations).to.equal(steps.length);
    expect(states).to.equal(
      new Set([nameOf(SYSTEM, state), ...steps.map(({ step }) => nameOf(SYSTEM, step.after))]).size,
    );
  });

  it('finds a planted bug by the fewest operations', async () => {
    const { counterexample } = await searching({ servers: 2, depth: 3, system: exportIgnoresExportable });
    expect(counterexample?.operations, counterexample?.scenario).to.equal(2);
    expect(counterexample?.law).to.match(/leaves a server only if/);
  });

  it('ends with the results so far when it may not continue', async () => {
    const { depth, states } = await searching({ servers: 2, depth: 3, shouldContinue: async ({ runs }) => runs < 30 });
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

describe('States with one name', () => {
  const request: Operation = { kind: 'request', server: 0, exportable: true };
  const send: Operation = { kind: 'send', answer: 'issued' };

  it('do not include answers to different requests, which are linked to different keys', () => {
    expect(nameAfter(request, send, request)).not.to.equal(nameAfter(request, request, send));
  });

  it('do not include a removable medium in different servers, where different servers hold its files', () => {
    const { state } = CHECKER.initialState(startingIn({ ...plainSetting(2), transfer: 'removable-media' }));
    const { deployment } = state.console;
    const names = deployment.pools
      .flatMap(({ servers }) => servers)
      .map((pluggedInto) => {
        const media = deployment.media.map((medium) => ({ ...medium, pluggedInto }));
        return nameOf(SYSTEM, { ...state, console: { ...state.console, deployment: { ...deployment, media } } });
      });
    expect(new Set(names).size).to.equal(2);
  });
});

function nameAfter(...operations: readonly Operation[]): string {
  const end = operations.reduce<PoolState>(
    (state, operation) => CHECKER.apply(state, operation)?.step.after ?? state,
    CHECKER.initialState(starting(2)).state,
  );
  return nameOf(SYSTEM, end);
}

type SearchOrder = SearchScope & ExplorationContext<PoolDomain>;

function searching(order: Partial<SearchOrder>): Promise<SearchResult> {
  const usual: SearchOrder = {
    ...{ servers: 2, depth: 1, system: SYSTEM },
    ...{ start: startingIn, shouldContinue: async () => true },
  };
  return searchExhaustively({ ...usual, ...order });
}
