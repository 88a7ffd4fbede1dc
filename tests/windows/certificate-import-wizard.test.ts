import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, isAt, windowOn } from '../../src/operator/console';
import { move, walk } from '../../src/operator/moves';
import { exportedFile, PASSWORD } from '../../src/operator/named-values';
import { exportCertificateOf } from '../../src/operator/tasks/certificate-export';
import { openComputerCertificates } from '../../src/operator/tasks/certification-path';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { Refusal } from '../../src/refusal';
import { EMPTY_STORES } from '../../src/windows/certificate-store';
import { machineOf, withMachine } from '../../src/windows/machine';
import { controlNamed } from '../../src/windows/window';
import type { Deployment } from '../../src/world/deployment';
import { begun, holding, on, pool } from '../support/one-server';
import { expectShown, itemsOf } from '../support/screen';

/**
 * The controls on the pages of the Certificate Import Wizard (04952-165 to 04952-173), and the target of the import.
 */

const exported = edge(exportCertificateOf(edge(holding, on), pool), on).deployment;
const { chain } = holding.deployment.environment.files;
const pfx = exportedFile(exported, pool);
/** the server with the exported file and empty stores */
const bare = withMachine(exported, { ...machineOf(exported, on), keys: [], stores: EMPTY_STORES });
const FILE = 'File to Import';
const KEY = 'Private key protection';
const STORE = 'Certificate Store';
const DONE = 'Completing the Certificate Import Wizard';
const BY_TYPE = 'Automatically select the certificate store based on the type of certificate';
const CHOSEN = 'Place all certificates in the following store';
const ROOTS = 'Trusted Root Certification Authorities';
const EXPORTABLE = 'Mark this key as exportable';

describe('The Certificate Import Wizard', () => {
  test('proposes the store on which it was started', () => {
    const stores = ['Personal', ROOTS, 'Intermediate Certification Authorities'];
    for (const store of stores) {
      const page = storePage(wizardOn(store), chain);
      expectShown(page, { [BY_TYPE]: 'off', [CHOSEN]: 'on', 'Certificate store': store });
      expect(itemsOf(page, 'Certificate store')).to.deep.equal(stores);
    }
  });

  test('sums the import up', () => {
    const page = storePage(wizardOn(ROOTS), chain);
    const chosen = move(page, { page: STORE, control: 'Next', value: 'pressed' });
    expectShown(chosen, { Summary: `Certificate Store Selected: ${ROOTS}; File Name: ${chain}` });
    const byType = walk(page, [
      [STORE, BY_TYPE, 'chosen'],
      [STORE, 'Next', 'pressed'],
    ]);
    const how = 'Automatically determined by the wizard';
    expectShown(byType, { Summary: `Certificate Store Selected: ${how}; File Name: ${chain}` });
  });

  test('asks for the file, which can be browsed to', () => {
    const open = move(wizardOn(ROOTS), { page: FILE, control: 'Browse', value: 'pressed' });
    const named = walk(open, [
      ['Open', 'File name', chain],
      ['Open', 'Open', 'pressed'],
    ]);
    expectShown(named, { 'File name': chain });
    expect(windowOn(move(open, { page: 'Open', control: 'Cancel', value: 'pressed' })).page).to.equal(FILE);
    const lost = move(open, { page: 'Open', control: 'File name', value: 'C:\\lost.p7b' });
    expect(() => move(lost, { page: 'Open', control: 'Open', value: 'pressed' })).to.throw(Refusal, /file-not-found/);
  });

  test('goes no further with a file that is not there, or is no certificate', () => {
    expect(() => storePage(wizardOn(ROOTS), 'C:\\lost.p7b')).to.throw(Refusal, /file-not-found/);
    const { request } = holding.deployment.environment.files;
    expect(() => storePage(wizardOn(ROOTS), request)).to.throw(Refusal, /not-a-certificate/);
  });

  test('asks for the password of a private key, and opens the file with it at once', () => {
    const page = storePage(wizardOn('Personal', exported), pfx);
    expect(isAt(page, KEY)).to.equal(true);
    expectShown(page, { Password: '', [EXPORTABLE]: 'off', 'Include all extended properties': 'on' });
    expect(controlNamed(windowOn(page), 'Password')?.secret).to.equal(true);
    expect(isAt(opened(page, PASSWORD), STORE)).to.equal(true);
    expect(() => opened(page, 'another')).to.throw(Refusal, /wrong-password/);
  });

  test('puts a private key beside its certificate, exportable when told so', () => {
    for (const marked of ['unticked', 'ticked']) {
      const page = move(storePage(wizardOn('Personal', bare), pfx), { page: KEY, control: EXPORTABLE, value: marked });
      const { keys, stores } = machineOf(finished(opened(page, PASSWORD)).deployment, on);
      expect(keys.map(({ exportable }) => exportable)).to.deep.equal([marked === 'ticked']);
      expect(stores.LocalMachine.My.map(({ keyContainer }) => keyContainer)).to.include(keys[0]?.container);
    }
  });

  test('puts authorities of a .pfx file into the chosen store, or leaves them to their type', () => {
    for (const [taken, counts] of [
      [true, { My: 3, CA: 0, Root: 0 }],
      [false, { My: 1, CA: 1, Root: 1 }],
    ] as const) {
      const assumptions = { ...bare.assumptions, mmcChosenStoreTakesChain: taken };
      const page = opened(storePage(wizardOn('Personal', { ...bare, assumptions }), pfx), PASSWORD);
      const { My, CA, Root } = machineOf(finished(page).deployment, on).stores.LocalMachine;
      expect({ My: My.length, CA: CA.length, Root: Root.length }).to.deep.equal(counts);
    }
  });

  test('joins a bare certificate to the private key of this server, if that is assumed', () => {
    for (const joined of [false, true]) {
      const assumptions = { ...begun.deployment.assumptions, mmcImportLinksKey: joined };
      const waiting = importable({ ...holding.deployment, assumptions });
      const page = storePage(wizardOn('Personal', waiting), waiting.environment.files.response);
      const [entry] = machineOf(finished(page).deployment, on).stores.LocalMachine.My;
      expect(entry?.keyContainer !== null).to.equal(joined);
    }
  });

  test('changes nothing the second time', () => {
    const once = finished(opened(storePage(wizardOn('Personal', exported), pfx), PASSWORD)).deployment;
    const twice = finished(opened(storePage(wizardOn('Personal', once), pfx), PASSWORD)).deployment;
    expect(machineOf(twice, on)).to.equal(machineOf(once, on));
    expect(machineOf(once, on).keys).to.have.lengthOf(1);
  });

  test('remembers nothing of the import before', () => {
    const done = move(finished(storePage(wizardOn(ROOTS), chain)), {
      page: 'The import was successful.',
      control: 'OK',
      value: 'pressed',
    });
    const again = walk(done, [
      ['Console1', 'All Tasks', 'pressed'],
      ['Console1', 'Import', 'pressed'],
      ['Certificate Import Wizard', 'Next', 'pressed'],
    ]);
    expectShown(again, { 'File name': '' });
  });

  test('does nothing when it is cancelled', () => {
    const page = move(storePage(wizardOn('Personal'), chain), { page: STORE, control: 'Next', value: 'pressed' });
    const left = move(page, { page: DONE, control: 'Cancel', value: 'pressed' });
    expect(isAt(left, 'Console1')).to.equal(true);
    expect(left.deployment.machines).to.equal(holding.deployment.machines);
  });
});

/** The certificate is no longer in its store; its private key and the file still exist. */
function importable(deployment: Deployment): Deployment {
  return withMachine(deployment, { ...machineOf(deployment, on), stores: EMPTY_STORES });
}

/** The file page of a wizard that was started on a store. */
function wizardOn(store: string, deployment: Deployment = holding.deployment): Console {
  return walk(openComputerCertificates(edge({ ...holding, deployment }, on)), [
    ['Console1', 'Console Root', store],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Import', 'pressed'],
    ['Certificate Import Wizard', 'Next', 'pressed'],
  ]);
}

/** The page after the file page. */
function storePage(wizard: Console, path: string): Console {
  return walk(wizard, [
    [FILE, 'File name', path],
    [FILE, 'Next', 'pressed'],
  ]);
}

function opened(page: Console, password: string): Console {
  return walk(page, [
    [KEY, 'Password', password],
    [KEY, 'Next', 'pressed'],
  ]);
}

function finished(page: Console): Console {
  return walk(page, [
    [STORE, 'Next', 'pressed'],
    [DONE, 'Finish', 'pressed'],
  ]);
}
