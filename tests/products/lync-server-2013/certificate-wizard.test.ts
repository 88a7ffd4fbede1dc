import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, isAt, windowOn } from '../../../src/operator/console';
import { move, walk } from '../../../src/operator/moves';
import { internalEntries } from '../../../src/products/lync-server-2013/assignment';
import { assign, beginAssignment } from '../../../src/products/lync-server-2013/tasks/certificate';
import { openCertificateWizard } from '../../../src/products/lync-server-2013/tasks/request';
import { edge } from '../../../src/products/lync-server-2013/tasks/whole-procedure';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import { controlNamed } from '../../../src/windows/window';
import { begun, holding, on, pool } from '../../support/one-server';
import { expectShown, itemsOf } from '../../support/screen';

/** The controls on the pages of the Certificate Wizard (04952-179 to 04952-207, 04952-247 to 04952-253). */

describe('The Certificate Wizard', () => {
  test('prepares the request for later unless told otherwise', () => {
    expectShown(requestUpTo('Delayed or Immediate Requests'), {
      'Prepare the request now, but send it later': 'on',
      'Send the request immediately to an online certification authority': 'off',
    });
  });

  test('has a row for the external interface, and removes and shows only what is assigned', () => {
    const page = 'Available Certificate Tasks';
    const fresh = openCertificateWizard(edge(holding, on));
    expectShown(fresh, { Remove: 'not available', View: 'not available', 'Process Pending Requests': 'not available' });
    const titles = itemsOf(fresh, 'Certificate').map((row) => row.split(' | ')[0]);
    expect(titles.slice(0, 3)).to.deep.equal([
      'Edge Internal',
      'External Edge certificate (public Internet)',
      'SIP Access Edge External',
    ]);
    const assigned = openCertificateWizard(edge(assign(edge(holding, on), 'Edge Internal', pool.fqdn), on));
    const shown = move(assigned, { page, control: 'View', value: 'pressed' });
    expect(controlNamed(windowOn(shown), 'Edge Internal')?.value).to.include(pool.fqdn);
    const other = move(assigned, { page, control: 'Certificate', value: 'External Edge certificate' });
    expectShown(other, { Remove: 'not available' });
  });

  test('takes a template only once the box for one is ticked', () => {
    const page = 'Specify Alternate Certificate Template';
    const box = 'Use alternative certificate template for the selected Certificate Authority';
    expectShown(requestUpTo(page), { [box]: 'off', 'Certificate Template Name': 'not available' });
    const ticked = move(requestUpTo(page), { page, control: box, value: 'ticked' });
    expectShown(ticked, { [box]: 'on', 'Certificate Template Name': '' });
  });

  test('makes a key of 2048 bits that cannot be exported unless told otherwise', () => {
    const usual = { 'Bit length': '2048', 'Mark certificate private key as exportable': 'off' };
    expectShown(requestUpTo('Name and Security Settings'), usual);
  });

  test('adds further names, once each, and takes them back', () => {
    const page = 'Configure Additional Subject Alternate Names';
    const first = requestUpTo(page);
    expectShown(first, { 'Clear All': 'not available' });
    const add = (name: string): readonly (readonly [string, string, string])[] => [
      [page, 'New subject alternative name', name],
      [page, 'Add', 'pressed'],
    ];
    const added = walk(first, [...add(' b.example '), ...add('c.example'), ...add('b.example')]);
    expectShown(added, { 'New subject alternative name': '', 'Clear All': 'available' });
    expect(itemsOf(added, 'Configured subject alternative names')).to.deep.equal(['b.example', 'c.example']);
    expectShown(move(added, { page, control: 'Clear All', value: 'pressed' }), { 'Clear All': 'not available' });
  });

  test('sums the request up before it makes anything', () => {
    const lines = ['Certificate: Edge Internal', 'Friendly name: Edge Internal', 'Key size: 2048'];
    const rest = ['Private key exportable: No', `Subject name: ${pool.fqdn}`, 'Subject alternative names: (none)'];
    expectShown(requestUpTo('Request Summary'), { Summary: [...lines, ...rest, 'Output: C:\\r.req'].join('\n') });
  });

  test('starts a task again with empty answers after Back', () => {
    const [page, tasks] = ['Import Certificate', 'Available Certificate Tasks'];
    const again = walk(openCertificateWizard(edge(holding, on)), [
      [tasks, 'Import Certificate', 'pressed'],
      [page, 'File name', 'C:\\r.cer'],
      [page, 'Back', 'pressed'],
      [tasks, 'Import Certificate', 'pressed'],
    ]);
    expectShown(again, { 'File name': '' });
  });

  test('asks for a password only where the file is said to hold a private key', () => {
    const page = 'Import Certificate';
    const task = 'Import a certificate from a .P7b, .pfx or .cer file';
    const opened = walk(openCertificateWizard(edge(holding, on)), [['Available Certificate Tasks', task, 'pressed']]);
    expectShown(opened, { Password: 'not available' });
    const { response } = opened.deployment.environment.files;
    const named = move(opened, { page, control: 'File name', value: response });
    const next = { page, control: 'Next', value: 'pressed' };
    expectShown(move(named, next), { Summary: `Certificate file: ${response}\nContains private key: No` });
    const box = "Certificate file contains certificate's private key";
    const ticked = move(named, { page, control: box, value: 'ticked' });
    expectShown(ticked, { [box]: 'on', Password: '' });
    expect(controlNamed(windowOn(ticked), 'Password')?.secret).to.equal(true);
    expectShown(move(ticked, next), { Summary: `Certificate file: ${response}\nContains private key: Yes` });
  });

  test('goes on with an assignment once a certificate is selected, and shows it', () => {
    const page = 'Certificate Store';
    const control = 'Select a certificate from the local certificate store';
    const list = beginAssignment(edge(holding, on), 'Edge Internal');
    expectShown(list, { 'View Certificate Details': 'not available', Next: 'not available' });
    const selected = move(list, { page, control, value: pool.fqdn });
    expectShown(selected, { 'View Certificate Details': 'available', Next: 'available' });
    const [entry] = internalEntries(selected.deployment, on, pool);
    const details = move(selected, { page, control: 'View Certificate Details', value: 'pressed' });
    expectShown(details, { 'Serial number': entry?.certificate.serialNumber ?? '' });
  });

  test('shows the command that it ran, and its log', () => {
    const page = 'Certificate Store';
    const control = 'Select a certificate from the local certificate store';
    const done = walk(beginAssignment(edge(holding, on), 'Edge Internal'), [
      [page, control, pool.fqdn],
      [page, 'Next', 'pressed'],
      ['Certificate Assignment Summary', 'Next', 'pressed'],
    ]);
    const { command, lines } = lyncServerOf(done.deployment, on).log.at(-1) ?? { command: '', lines: [] };
    expectShown(done, { Command: command });
    const log = move(done, { page: 'Executing Commands', control: 'View Log', value: 'pressed' });
    expectShown(log, { Log: [command, ...lines].join('\n') });
  });
});

/** The pages of the request in their initial state, up to the named one. */
function requestUpTo(page: string): Console {
  const opened = walk(openCertificateWizard(edge(begun, on)), [
    ['Available Certificate Tasks', 'Create a new certificate request', 'pressed'],
  ]);
  return onwards(opened, page);
}

function onwards(console: Console, page: string): Console {
  if (isAt(console, page)) return console;
  const shown = windowOn(console).page;
  const file = { page: shown, control: 'File name', value: 'C:\\r.req' };
  const filled = shown === 'Certificate Request File' ? move(console, file) : console;
  return onwards(move(filled, { page: shown, control: 'Next', value: 'pressed' }), page);
}
