import { Then, When } from '@cucumber/cucumber';
import { expect } from 'chai';
import { walk } from '../../src/operator/moves';
import { openCertificateWizard } from '../../src/products/lync-server-2013/tasks/request';
import type { LogEntry } from '../../src/world/topology';
import { TEXT } from '../support/tables';
import type { RehearsalWorld } from '../support/world';
import { lastCommand } from './support/server-observations';

/** Steps about the commands that the wizards and cmdlets of Lync Server run and log. */

When('the operator opens Step 3 of the Deployment Wizard and cancels it', function (this: RehearsalWorld) {
  this.act((console) => walk(openCertificateWizard(console), [['Available Certificate Tasks', 'Close', 'pressed']]));
});

Then('the last command on {server} was:', TEXT, function (this: RehearsalWorld, on: string, expected: string) {
  expect(written(lastCommand(this.deployment, on))).to.equal(this.text(expected));
});

/** The command and its lines; a thumbprint and the path of the wizard's report differ from run to run. */
function written({ command, lines }: LogEntry): string {
  return [command, ...lines]
    .join('\n')
    .replace(/\b[0-9A-F]{40}\b/g, '(thumbprint)')
    .replace(/(?<=-Report ")[^"]+\\Temp\\[^"]+(?=")/, '(report)');
}
