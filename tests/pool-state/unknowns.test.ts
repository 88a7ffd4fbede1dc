import { describe, it } from 'node:test';
import { expect } from 'chai';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { readServerState } from '../../src/pool-state/read-server-state';
import type { ServerState } from '../../src/pool-state/server-state';
import { NEVER_KNOWN, poolFindings } from '../../src/pool-state/unknowns';
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
      reason: 'the assignments could not be read',
    });
    const missing = findings.filter(({ code }) => code === 'no-internal-certificate').map(({ server }) => server);
    expect(missing).to.include(SECOND).and.not.to.include(FIRST);
  });

  it('is what the Front End Server accepts, without its state', () => {
    const { unknown } = unknownOf(stateOf(FIRST), stateOf(SECOND));
    expect(unknown.map(({ reason }) => reason)).to.include(`there is no state of ${FRONT_END}`);
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
