import { describe, it } from 'node:test';
import { expect } from 'chai';
import { cachedChecker } from '../../src/exploration/checker';
import { runOf } from '../../src/exploration/operation-run';
import { plansOf } from '../../src/exploration/random/plan';
import type { Operation } from '../../src/products/lync-server-2013/exploration/operation';
import { plainSetting } from '../../src/products/lync-server-2013/exploration/settings/setting';
import { SYSTEM } from '../../src/products/lync-server-2013/exploration/system';
import { machineOf } from '../../src/windows/machine';
import { firstPool } from '../../src/world/deployment';
import { startingIn } from '../exploration/starting';
import { fc } from '../support/properties';
import { codesIn, expectedOfTexts, type Pasted, pastedFindings } from './pasted-findings';

/** The texts about simulated servers, as an administrator pastes them, give the findings that texts can say. */

const SEED = 20131116;
const RUNS = 40;
const SET_UP: Operation = { kind: 'set-up' };
const ANSWERED: readonly Operation[] = [
  { kind: 'send', answer: 'issued' },
  { kind: 'import-response', server: 0, how: 'wizard' },
];
/** A second certificate for the same request. */
const ANSWERED_TWICE: readonly Operation[] = [
  { kind: 'trust', server: 0 },
  { kind: 'request', server: 0, exportable: true },
  ...ANSWERED,
  ...ANSWERED,
];

describe('The pasted texts about any pool', () => {
  for (const verbose of [true, false]) {
    it(`give the findings that they can say, ${verbose ? 'with' : 'without'} -v`, () => {
      const codes = new Set<string>();
      for (const [index, deployment] of [...deployments()].entries()) {
        const pasted = pastedFindings(deployment, { language: index % 2 === 0 ? 'en' : 'zh-TW', verbose });
        expect(codesIn(pasted.findings, verbose)).to.deep.equal(expectedOfTexts(deployment, pasted, verbose));
        for (const { code } of pasted.findings) codes.add(code);
      }
      expect(codes.size, 'kinds of findings').to.be.greaterThan(verbose ? 7 : 6);
    });

    it(`know that two certificates share the key in one container, ${verbose ? 'with' : 'without'} -v`, () => {
      const start = startingIn(plainSetting(2));
      const { after } = runOf(cachedChecker(SYSTEM), start, ANSWERED_TWICE).steps.at(-1) ?? {};
      if (!after) throw new Error('no operation was possible');
      const { deployment } = after.console;
      const [server = ''] = firstPool(deployment).servers;
      const own = machineOf(deployment, server).stores.LocalMachine.My.filter(({ keyContainer }) => keyContainer);
      expect(new Set(own.map(({ keyContainer }) => keyContainer)).size).to.equal(own.length - 1);
      const { findings } = pastedFindings({ start, deployment }, { language: 'en', verbose });
      expect(findings.map(({ code }) => code)).to.not.include('key-mismatch');
    });
  }
});

function* deployments(): Generator<Pasted> {
  for (const [index, { setting, operations }] of fc.sample(plansOf(SYSTEM), { seed: SEED, numRuns: RUNS }).entries()) {
    const start = startingIn(setting);
    const chosen = index % 4 === 0 ? operations : [SET_UP, ...operations.slice(0, 6)];
    yield { start, deployment: start };
    for (const { after } of runOf(cachedChecker(SYSTEM), start, chosen).steps)
      yield { start, deployment: after.console.deployment };
  }
}
