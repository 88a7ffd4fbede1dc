import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { ENVIRONMENTS } from '../../src/package/folder';
import { combineExports } from '../../src/pool-state/combine-exports';
import { readExport } from '../../src/pool-state/exports/read-export';
import { poolDeployment } from '../../src/pool-state/pool-deployment';
import { poolFindings } from '../../src/pool-state/unknowns';
import { machineOf } from '../../src/windows/machine';
import { starting } from '../exploration/starting';
import { ROOT } from '../support/root';

/**
 * States in the form of the script on three versions of Windows. They were made from simulated servers: with container
 * names, security identifiers and values of the registry as Windows has them. On Windows Server 2008 R2, PowerShell 2.0
 * cannot open a key of CNG.
 */
const SAMPLES = ['windows-2008-r2', 'windows-2012-r2', 'windows-2019'] as const;
const START = starting(2);

function bytesOf(name: string): Buffer {
  return readFileSync(join(ROOT, 'tests', 'pool-state', 'samples', `${name}.state`));
}

function validator() {
  const ajv = new Ajv({ allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(ENVIRONMENTS, 'server-state.schema.json'), 'utf8')));
}

describe('States of three versions of Windows', () => {
  const exports = SAMPLES.flatMap((name) => readExport({ name, bytes: bytesOf(name) }));
  const placed = exports.map((one) => ({ ...one, given: null, places: [] }));
  const { states, replication } = combineExports(placed, [...START.servers.keys()]);
  const deployment = poolDeployment(START, states);

  it('are valid by the published schema, which refuses other values', () => {
    const isValid = validator();
    for (const name of SAMPLES) {
      const state = JSON.parse(bytesOf(name).toString('ascii'));
      expect(isValid(state), JSON.stringify(isValid.errors?.slice(0, 3))).to.equal(true);
      expect(bytesOf(name).toString('latin1')).to.match(/^[\x20-\x7e]*\r\n$/);
      expect(isValid({ ...state, windows: 6 })).to.equal(false);
      expect(isValid({ ...state, password: 'secret' })).to.equal(false);
    }
  });

  it('give the versions, the access lists and the registry of the servers', () => {
    const machines = states.map(({ server }) => machineOf(deployment, server));
    expect(machines.map(({ windows }) => windows)).to.deep.equal(['2008 R2', '2012 R2', '2019']);
    expect(machines[1]?.keys[0]?.readers).to.deep.equal(['SYSTEM', 'Administrators', 'NETWORK SERVICE']);
    expect([...(machines[1]?.registry.values() ?? [])]).to.deep.equal([4294967295]);
    expect(replication.map(({ replica, upToDate }) => [replica, upToDate])).to.deep.equal([
      [states[0]?.server, true],
      [states[1]?.server, false],
    ]);
  });

  it('are in order, and leave open what was not collected', () => {
    const { findings, unknown } = poolFindings(deployment, states);
    expect(findings).to.deep.equal([]);
    const codesOf = (fqdn: string | undefined) =>
      unknown.filter(({ server }) => server === fqdn).flatMap(({ codes }) => codes);
    expect(codesOf(states[0]?.server)).to.include.members([
      'private-key-deleted',
      'key-not-readable',
      'pfx-left-behind',
    ]);
    expect(codesOf(states[1]?.server)).to.deep.equal(['clock-skew', 'restart-needed']);
  });
});
