import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { move, walk } from '../src/operator/moves';
import { typeCommand } from '../src/operator/prompt';
import { beginAssignment } from '../src/operator/tasks/certificate';
import { edge } from '../src/operator/tasks/whole-procedure';
import { internalEntries } from './support/observations';
import { pairsOf } from './support/tables';
import { lastCommand, requestUpTo, stateShown } from './support/windows';
import type { RehearsalWorld } from './support/world';

/** What the Certificate Wizard shows, offers and runs. */

Given(
  'the operator has filled in the pages of the request up to {string}',
  function (this: RehearsalWorld, page: string) {
    this.act((console) => requestUpTo(console, page, this.text('{request file}')));
  },
);

Given(
  'the operator has begun to assign the internal certificate on {server}',
  function (this: RehearsalWorld, on: string) {
    const control = 'Select a certificate from the local certificate store';
    this.act((console) =>
      move(beginAssignment(edge(console, on), 'Edge Internal'), {
        page: 'Certificate Store',
        control,
        value: this.pool.fqdn,
      }),
    );
  },
);

When('the operator opens the list of certificates to assign on {server}', function (this: RehearsalWorld, on: string) {
  this.act((console) => beginAssignment(edge(console, on), 'Edge Internal'));
});

When('on {string} the operator tries:', function (this: RehearsalWorld, page: string, table: DataTable) {
  const moves = pairsOf(table).map(([control, value]) => [page, control, this.text(value)] as const);
  this.attempt((console) => walk(console, moves));
});

When('the operator tries the command:', function (this: RehearsalWorld, command: string) {
  this.attempt((console) => typeCommand(console, this.text(command)));
});

Then('the page {string} shows:', function (this: RehearsalWorld, page: string, table: DataTable) {
  for (const [label, value] of pairsOf(table))
    expect(stateShown(this.console, page, label), label).to.equal(this.text(value));
});

Then('the last command on {server} was:', function (this: RehearsalWorld, on: string, expected: string) {
  const { command, lines } = lastCommand(this.deployment, on);
  const shown = [command, ...lines].join('\n').replace(/\b[0-9A-F]{40}\b/g, '(thumbprint)');
  expect(shown).to.equal(this.text(expected));
});

Then('the page {string} shows the last command on {server}', function (this: RehearsalWorld, page: string, on: string) {
  const { command, lines } = lastCommand(this.deployment, on);
  const expected = page === 'Log' ? [command, ...lines].join('\n') : command;
  expect(stateShown(this.console, page, page === 'Log' ? 'Log' : 'Command')).to.equal(expected);
});

Then(
  'the page {string} shows the serial number of the internal certificate on {server}',
  function (this: RehearsalWorld, page: string, on: string) {
    const [entry] = internalEntries(this.deployment, on, this.pool);
    expect(stateShown(this.console, page, 'Serial number')).to.equal(entry?.certificate.serialNumber);
  },
);
