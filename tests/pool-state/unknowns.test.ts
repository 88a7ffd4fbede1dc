import { describe, it } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { readServerState } from '../../src/pool-state/read-server-state';
import type { ServerState, StateKey } from '../../src/pool-state/server-state';
import { NEVER_KNOWN } from '../../src/pool-state/unknown';
import { unknownFact } from '../../src/pool-state/unknown-texts';
import { poolFindings } from '../../src/pool-state/unknowns';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { firstPool } from '../../src/world/deployment';
import { starting } from '../exploration/starting';
import { exportState } from './export-state';

const START = starting(2);
const [FIRST = '', SECOND = ''] = firstPool(START).servers;
const { fqdn: FRONT_END } = START.environment.internalServer;

function stateOf(fqdn: string, changed: Partial<ServerState> = {}): ServerState {
  return { ...exportState(START, fqdn), ...changed };
}

function unknownOf(...states: readonly ServerState[]) {
  return poolFindings(poolDeployment(START, states), states);
}

describe('What the states of a pool do not say', () => {
  it('is only what no state says, if there is a state of every server', () => {
    const others = [...START.servers.keys()].map((fqdn) => stateOf(fqdn));
    expect(unknownOf(...others).unknown).to.deep.equal([NEVER_KNOWN]);
  });

  it('is every finding about a server without a state', () => {
    const { findings, unknown } = unknownOf(stateOf(FIRST), stateOf(FRONT_END));
    expect(unknown.some(({ codes, server }) => codes.length === 0 && server === SECOND)).to.equal(true);
    expect(findings.filter(({ server }) => server === SECOND)).to.deep.equal([]);
    expect(findings.map(({ code, server }) => [code, server])).to.deep.include(['no-internal-certificate', FIRST]);
  });

  it('is whether a certificate is assigned, if the assignments could not be read', () => {
    const { findings, unknown } = unknownOf(stateOf(FIRST, { assigned: null }), stateOf(SECOND), stateOf(FRONT_END));
    expect(unknown).to.deep.include({
      codes: ['not-assigned', 'no-internal-certificate'],
      server: FIRST,
      reason: unknownFact('unknown.assignments'),
      wanted: unknownFact('unknown-export.assignments'),
    });
    const missing = findings.filter(({ code }) => code === 'no-internal-certificate').map(({ server }) => server);
    expect(missing).to.include(SECOND).and.not.to.include(FIRST);
  });

  it('is what the Front End Server accepts, without its state', () => {
    const { unknown } = unknownOf(stateOf(FIRST), stateOf(SECOND));
    expect(unknown.map(({ reason }) => reason)).to.deep.include(unknownFact('unknown.peer', { server: FRONT_END }));
  });
});

describe('A server of a pool is not checked', () => {
  it('without a state, if another server of its pool has one, or if no server of a pool has one', () => {
    expect(unknownOf(stateOf(FIRST)).unseen).to.deep.equal([SECOND]);
    expect(unknownOf(stateOf(FIRST), stateOf(SECOND)).unseen).to.deep.equal([]);
    expect(unknownOf(stateOf(FRONT_END)).unseen).to.deep.equal([FIRST, SECOND]);
  });

  it('with a state that tells neither its certificates nor its assignments', () => {
    const { stores } = stateOf(FIRST);
    const roots = stores.filter(({ store }) => store === 'Root');
    const unseenWith = (changed: Partial<ServerState>) =>
      unknownOf(stateOf(FIRST, { assigned: null, ...changed }), stateOf(SECOND)).unseen;
    expect(unseenWith({ stores: [] })).to.deep.equal([FIRST]);
    expect(unseenWith({ stores: roots })).to.deep.equal([FIRST]);
    expect(unseenWith({ stores: [], assigned: {} })).to.deep.equal([]);
    expect(unseenWith({})).to.deep.equal([]);
  });
});

describe('What a state says', () => {
  const { steps } = runOf(cachedChecker(SYSTEM), START, [{ kind: 'set-up' }]);
  const ready = steps.at(-1)?.after.console.deployment ?? START;
  const codesOf = (changed: (state: ServerState) => ServerState) => {
    const states = [...ready.servers.keys()].map((fqdn) => exportState(ready, fqdn));
    const asked = states.map((state) => (state.server === FIRST ? changed(state) : state));
    const { findings, unknown } = poolFindings(poolDeployment(START, asked), asked);
    const about = (one: { readonly server?: string }) => one.server === FIRST;
    return { found: findings.filter(about).map(({ code }) => code), unknown: unknown.filter(about) };
  };
  const withKeys = (change: Partial<StateKey>) => (state: ServerState) => ({
    ...state,
    stores: state.stores.map((store) => ({
      ...store,
      certificates: store.certificates.map((one) => ({ ...one, key: one.key && { ...one.key, ...change } })),
    })),
  });

  it('is in order after a set-up, and a key that does not match its certificate is found', () => {
    expect(codesOf((state) => state)).to.deep.equal({ found: [], unknown: [] });
    expect(codesOf(withKeys({ matches: false })).found).to.include('key-mismatch');
    expect(codesOf(withKeys({ matches: null })).unknown.flatMap(({ codes }) => codes)).to.deep.equal(['key-mismatch']);
  });

  it('does not include the clock without the true time', () => {
    const { found, unknown } = codesOf((state) => ({ ...state, clock: { ...state.clock, offset: null } }));
    expect([found, unknown.flatMap(({ codes }) => codes)]).to.deep.equal([[], ['clock-skew']]);
  });

  it('includes the roots that the domain distributed', () => {
    const distributedRoots = ['A'.repeat(40)];
    const { machines } = poolDeployment(START, [stateOf(FIRST, { distributedRoots })]);
    expect(machines.get(FIRST)?.distributedRoots).to.deep.equal(distributedRoots);
  });
});

describe('A state that cannot be used', () => {
  it('is refused with line and column if it is not JSON', () => {
    expect(() => readServerState('{\n  "version": 1,\n}', 'a.json')).to.throw(/^a\.json:3:1: this is not JSON/);
    expect(() => readServerState('{\n  "version"', 'a.json')).to.throw(/^a\.json:2:12: this is not JSON/);
    expect(() => readServerState('x', 'a.json')).to.throw(/^a\.json: this is not JSON/);
  });

  it('is refused with the place of each value that is wrong', () => {
    const text = JSON.stringify({ ...stateOf(FIRST), version: 2, windows: 6 });
    expect(() => readServerState(text, 'a.json')).to.throw(/a\.json: version: .*\n.*a\.json: windows: /);
  });

  it('is refused if it is of an unknown server, an unknown Windows, or a server that has another one', () => {
    expect(() => unknownOf(stateOf(FIRST, { server: 'other.example' }))).to.throw(
      /has no server other\.example; have /,
    );
    expect(() => unknownOf(stateOf(FIRST, { windows: '5.2.3790' }))).to.throw(/has Windows 5\.2\.3790/);
    expect(() => unknownOf(stateOf(FIRST), stateOf(FIRST))).to.throw(/two states of /);
  });
});
