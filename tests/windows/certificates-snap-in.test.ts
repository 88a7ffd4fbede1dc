import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn, run, windowOn } from '../../src/operator/console';
import { inside } from '../../src/operator/logons';
import { move, walk } from '../../src/operator/moves';
import { openComputerCertificates, openUserCertificates } from '../../src/operator/tasks/certification-path';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { accountFor } from '../../src/world/deployment';
import { begun, holding, on, pool } from '../support/one-server';
import { expectShown, itemsOf } from '../support/screen';

/** The controls of the console with the Certificates snap-in (04952-142 to 04952-149, 04952-211 to 04952-224). */

const PERSONAL = 'Personal > Certificates';
const LOCAL = 'Local computer: (the computer this console is running on)';

describe('The Certificates snap-in', () => {
  test('is added from the File menu, and an empty console shows nothing', () => {
    const empty = run(edge(begun, on), 'MMC');
    expect(itemsOf(empty, 'Console Root')).to.deep.equal([]);
    expectShown(empty, { 'Add/Remove Snap-in': 'not available', 'All Tasks': 'not available' });
    const menu = move(empty, { page: 'Console1', control: 'File', value: 'pressed' });
    expectShown(menu, { 'Add/Remove Snap-in': 'available' });
    const dialog = move(menu, { page: 'Console1', control: 'Add/Remove Snap-in', value: 'pressed' });
    expect(itemsOf(dialog, 'Selected snap-ins')).to.deep.equal([]);
    const back = move(dialog, { page: 'Add or Remove Snap-ins', control: 'Cancel', value: 'pressed' });
    expectShown(back, { 'Add/Remove Snap-in': 'not available' });
  });

  test('is the only one of the list that can be added', () => {
    expectShown(adding(edge(begun, on)), { Add: 'available', 'Available snap-ins': 'Certificates' });
    for (const other of ['Event Viewer', 'Services']) {
      const control = 'Available snap-ins';
      const selected = move(adding(edge(begun, on)), { page: 'Add or Remove Snap-ins', control, value: other });
      expectShown(selected, { Add: 'not available', [control]: other });
    }
  });

  test('asks an administrator whose certificates, and nobody else', () => {
    const mine = 'My user account';
    const computer = 'Computer account';
    const asked = added(edge(begun, on));
    expectShown(asked, { [mine]: 'on', [computer]: 'off', Next: 'not available', Finish: 'available' });
    const chosen = move(asked, { page: 'Certificates snap-in', control: computer, value: 'chosen' });
    expectShown(chosen, { [mine]: 'off', [computer]: 'on', Next: 'available', Finish: 'not available' });
    const again = move(chosen, { page: 'Certificates snap-in', control: mine, value: 'chosen' });
    expectShown(again, { [mine]: 'on', [computer]: 'off', Finish: 'available' });
    const account = accountFor(begun.deployment, 'ordinary-user');
    const ordinary = logOn(begun, { on: inside(begun).on, account });
    expectShown(added(ordinary), { [mine]: 'on', [computer]: 'not available', Finish: 'available' });
  });

  test('looks at the computer on which it runs', () => {
    const chosen = move(added(edge(begun, on)), {
      page: 'Certificates snap-in',
      control: 'Computer account',
      value: 'chosen',
    });
    const computer = move(chosen, { page: 'Certificates snap-in', control: 'Next', value: 'pressed' });
    expectShown(computer, { [LOCAL]: 'on', 'Another computer': 'not available' });
    const back = move(computer, { page: 'Select Computer', control: 'Back', value: 'pressed' });
    expect(windowOn(back).page).to.equal('Certificates snap-in');
    const done = move(computer, { page: 'Select Computer', control: 'Finish', value: 'pressed' });
    expect(itemsOf(done, 'Selected snap-ins')).to.deep.equal(['Certificates (Local Computer)']);
  });

  test('shows the stores of whom it was added for', () => {
    const stores = [
      ...['Personal', 'Trusted Root Certification Authorities', 'Intermediate Certification Authorities'],
      'Certificate Enrollment Requests',
    ].flatMap((title) => [title, `${title} > Certificates`]);
    const computer = itemsOf(openComputerCertificates(edge(holding, on)), 'Console Root');
    expect(computer).to.deep.equal(['Certificates (Local Computer)', ...stores]);
    const user = openUserCertificates(edge(holding, on));
    expect(itemsOf(user, 'Console Root')).to.deep.equal(['Certificates - Current User', ...stores]);
    expect(itemsOf(inStore(user, PERSONAL), 'Certificates')).to.deep.equal([]);
  });

  test('lists the certificates of a store, and none beside the root or above the list', () => {
    const console = openComputerCertificates(edge(holding, on));
    for (const node of ['Certificates (Local Computer)', 'Personal'])
      expect(itemsOf(inStore(console, node), 'Certificates'), node).to.deep.equal([]);
    const [entry] = internalEntries(holding.deployment, on, pool);
    const { thumbprint = '', notAfter = 0 } = entry?.certificate ?? {};
    const parts = [
      pool.fqdn,
      'issued by Contoso Issuing CA',
      `expires ${new Date(notAfter).toISOString().slice(0, 10)}`,
    ];
    const rest = [entry?.friendlyName, `thumbprint ${thumbprint.slice(0, 8)}`, 'private key'];
    expect(itemsOf(inStore(console, PERSONAL), 'Certificates')).to.deep.equal([[...parts, ...rest].join(' | ')]);
    const [root] = itemsOf(inStore(console, 'Trusted Root Certification Authorities > Certificates'), 'Certificates');
    expect(root?.split(' | ').slice(3)).to.have.lengthOf(2).and.include('<None>');
  });

  test('offers tasks once a store is selected, and an export once a certificate is', () => {
    const console = openComputerCertificates(edge(holding, on));
    expectShown(console, { 'All Tasks': 'not available' });
    expectShown(inStore(console, 'Certificates (Local Computer)'), { 'All Tasks': 'not available' });
    const store = inStore(console, PERSONAL);
    expectShown(store, { 'All Tasks': 'available', Import: 'not available', Export: 'not available' });
    const tasks = move(store, { page: 'Console1', control: 'All Tasks', value: 'pressed' });
    expectShown(tasks, { Import: 'available', Export: 'not available' });
    const selected = move(store, { page: 'Console1', control: 'Certificates', value: pool.fqdn });
    expectShown(selected, { Export: 'not available' });
    expectShown(move(selected, { page: 'Console1', control: 'All Tasks', value: 'pressed' }), { Export: 'available' });
    const elsewhere = inStore(selected, 'Trusted Root Certification Authorities > Certificates');
    expectShown(move(elsewhere, { page: 'Console1', control: 'All Tasks', value: 'pressed' }), {
      Certificates: '',
      Export: 'not available',
    });
  });

  test('opens one menu at a time', () => {
    const store = inStore(openComputerCertificates(edge(holding, on)), PERSONAL);
    const both = walk(store, [
      ['Console1', 'All Tasks', 'pressed'],
      ['Console1', 'File', 'pressed'],
    ]);
    expectShown(both, { 'Add/Remove Snap-in': 'available', Import: 'not available' });
    const wizard = walk(store, [
      ['Console1', 'All Tasks', 'pressed'],
      ['Console1', 'Import', 'pressed'],
      ['Certificate Import Wizard', 'Cancel', 'pressed'],
    ]);
    expectShown(wizard, { Import: 'not available', 'Console Root': PERSONAL });
  });

  test('is closed with its window', () => {
    const closed = move(openComputerCertificates(edge(holding, on)), {
      page: 'Console1',
      control: 'Close',
      value: 'pressed',
    });
    expect(closed.running).to.equal(null);
  });
});

/** The dialog "Add or Remove Snap-ins". */
function adding(console: Console): Console {
  return walk(run(console, 'MMC'), [
    ['Console1', 'File', 'pressed'],
    ['Console1', 'Add/Remove Snap-in', 'pressed'],
  ]);
}

/** The page that asks for the account that the snap-in manages. */
function added(console: Console): Console {
  return move(adding(console), { page: 'Add or Remove Snap-ins', control: 'Add', value: 'pressed' });
}

function inStore(console: Console, node: string): Console {
  return move(console, { page: 'Console1', control: 'Console Root', value: node });
}
