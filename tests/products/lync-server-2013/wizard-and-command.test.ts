import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn } from '../../../src/operator/console';
import { move } from '../../../src/operator/moves';
import { PASSWORD } from '../../../src/operator/named-values';
import { typeCommand } from '../../../src/operator/prompt';
import { exportCertificateOf } from '../../../src/operator/tasks/certificate-export';
import { assign, importWithWizard } from '../../../src/products/lync-server-2013/tasks/certificate';
import { assignExternal } from '../../../src/products/lync-server-2013/tasks/external';
import { createRequest, openCertificateWizard } from '../../../src/products/lync-server-2013/tasks/request';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import { machineOf } from '../../../src/windows/machine';
import type { Deployment } from '../../../src/world/deployment';
import { begun, holding, on, pool } from '../../support/one-server';
import { fc } from '../../support/properties';

/** The wizard runs a cmdlet. Typing its line does the same, down to the keys and the log. */

const EDGE = { on, account: 'Administrator' };

/** The line of the wizard, typed from where it began; the wizard masks a password. */
function typedAgain(before: Console, after: Console): Deployment {
  const line = lyncServerOf(after.deployment, on).log.at(-1)?.command ?? '';
  return typeCommand(logOn(before, EDGE), line.replace('********', `"${PASSWORD}"`)).deployment;
}

const EXTERNAL = 'External Edge certificate (public Internet)';

const name = fc.string({ unit: fc.constantFrom(...'aZ0 -"\'`$&;{}|,()台'), minLength: 1, maxLength: 12 });

describe('The wizard and its command', () => {
  test('make the same request', () => {
    const choices = fc.record(
      {
        file: fc.constantFrom('C:\\certs\\a.req', 'C:\\certs\\b c.req'),
        friendlyName: name.map((text) => `x${text}`),
        selected: fc.constantFrom('Edge Internal', EXTERNAL, 'SIP Access Edge External', 'A/V Edge External'),
        exportable: fc.boolean(),
        bitLength: fc.constantFrom('1024', '2048', '4096'),
        template: name.map((text) => `T${text}`),
        alternativeNames: fc.uniqueArray(fc.constantFrom('a.example', 'b.example', 'c.example')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(choices, (chosen) => {
        const before = logOn(begun, EDGE);
        const after = createRequest(before, chosen);
        expect(typedAgain(before, after)).to.deep.equal(after.deployment);
      }),
      { numRuns: 60 },
    );
  });

  test('import the same file', () => {
    const exported = exportCertificateOf(logOn(holding, EDGE), pool, { path: 'C:\\certs\\x.pfx' });
    for (const marks of [true, false]) {
      const { assumptions } = exported.deployment;
      const before = {
        ...exported,
        deployment: { ...exported.deployment, assumptions: { ...assumptions, importWizardMarksExportable: marks } },
      };
      const after = importWithWizard(logOn(before, EDGE), 'C:\\certs\\x.pfx', PASSWORD);
      expect(typedAgain(before, after), `marks: ${marks}`).to.deep.equal(after.deployment);
    }
  });

  test('assign the same certificate', () => {
    const before = logOn(holding, EDGE);
    const after = assign(before, 'Edge Internal', pool.fqdn);
    expect(typedAgain(before, after)).to.deep.equal(after.deployment);
  });

  test('assign one certificate to every use of the external interface', () => {
    const before = logOn(assignExternal(holding, on), EDGE);
    const after = assign(before, EXTERNAL, 'External Edge');
    expect(lyncServerOf(after.deployment, on).log.at(-1)?.command).to.match(
      /^Set-CSCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication.* -Thumbprint [0-9A-F]{40} -Confirm:\$false -Report "C:\\Users\\Administrator\\AppData\\Local\\Temp\\Set-CSCertificate-\[\d{4}_\d\d_\d\d\]\[\d\d_\d\d_\d\d\]\.html"$/,
    );
    expect(typedAgain(before, after)).to.deep.equal(after.deployment);
  });

  test('remove the same certificate, which stays in the store', () => {
    const before = openCertificateWizard(logOn(assign(logOn(holding, EDGE), 'Edge Internal', pool.fqdn), EDGE));
    const after = move(before, { page: 'Available Certificate Tasks', control: 'Remove', value: 'pressed' });
    expect(lyncServerOf(after.deployment, on).assigned).to.deep.equal({});
    expect(machineOf(after.deployment, on).stores).to.equal(machineOf(before.deployment, on).stores);
    expect(typedAgain(before, after)).to.deep.equal(after.deployment);
  });
});
