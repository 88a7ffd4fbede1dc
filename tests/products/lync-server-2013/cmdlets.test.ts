import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn } from '../../../src/operator/console';
import { administratorOf, inside } from '../../../src/operator/logons';
import { outcomeOn } from '../../../src/operator/outcome';
import { typeCommand } from '../../../src/operator/prompt';
import { reportPath } from '../../../src/products/lync-server-2013/management-shell/report';
import { assignExternal } from '../../../src/products/lync-server-2013/tasks/external';
import { setUp } from '../../../src/products/lync-server-2013/tasks/set-up';
import { lyncServerOf } from '../../../src/products/lync-server-2013/topology';
import { fileExists, readFile } from '../../../src/windows/file-system';
import { machineOf, withMachine } from '../../../src/windows/machine';
import { issuingAuthority } from '../../../src/world/deployment';
import { readRequest } from '../../../src/x509/certificate-request';
import { formatName } from '../../../src/x509/names/distinguished-name';
import { begun, on, pool } from '../../support/one-server';

/** The cmdlets of Lync Server on a pool of one Edge Server that was set up. */

const ready = setUp(begun, pool);
const at = logOn(ready, administratorOf(ready.deployment, on));
const front = logOn(ready, inside(ready));
const [entry] = machineOf(ready.deployment, on).stores.LocalMachine.My;
const thumbprint = entry?.certificate.thumbprint ?? '';

const after = (line: string, console: Console = at): Console => typeCommand(console, line);
const linesOf = (line: string, console: Console = at): readonly string[] =>
  (after(line, console).typed.at(-1)?.output ?? '').split('\n').map((one) => one.trim().replace(/\s+/g, ' '));
const refused = (line: string, console: Console = at): string =>
  outcomeOn(console, (there) => typeCommand(there, line)).refused?.code ?? 'done';
const server = (console: Console) => lyncServerOf(console.deployment, on);

describe('Get-CsCertificate', () => {
  test('shows each assigned certificate with its use', () => {
    expect(linesOf('Get-CsCertificate')).to.include.members([
      `Thumbprint : ${thumbprint}`,
      `Subject : ${formatName(entry?.certificate.subject ?? [])}`,
      'Use : Internal',
    ]);
    expect(linesOf('Get-CsCertificate -Type AccessEdgeExternal')).to.deep.equal(['']);
    expect(linesOf('Test-CsCertificateConfiguration').at(-1)).to.equal(`${thumbprint} Internal`);
  });

  test('leaves out a certificate that is not in the store any more', () => {
    const gone = after(`Remove-Item Cert:\\LocalMachine\\My\\${thumbprint}`);
    expect(linesOf('Get-CsCertificate', gone)).to.deep.equal(['']);
  });
});

describe('Set- and Remove-CsCertificate', () => {
  test('assign several uses in one line, or none of them', () => {
    const assigned = after(
      `Set-CsCertificate -Type AccessEdgeExternal,XmppServer -Thumbprint ${thumbprint.toLowerCase()}`,
    );
    expect(server(assigned).assigned).to.include({ AccessEdgeExternal: thumbprint, XmppServer: thumbprint });
    const removed = after('Remove-CsCertificate -Type AccessEdgeExternal,XmppServer -Force', assigned);
    expect(server(removed).assigned).to.deep.equal({ Internal: thumbprint });
    expect(refused('Remove-CsCertificate -Type Internal,XmppServer -Force')).to.equal('not-assigned');
  });

  test('remove every certificate without -Type, and what is in use only with -Force', () => {
    expect(refused('Remove-CsCertificate -Type Internal')).to.equal('confirmation-needed');
    expect(refused('Remove-CsCertificate -Type XmppServer')).to.equal('not-assigned');
    expect(server(after('Remove-CsCertificate -Force')).assigned).to.deep.equal({});
  });

  test('need a use, and do not simulate every type', () => {
    expect(refused(`Set-CsCertificate -Thumbprint ${thumbprint}`)).to.equal('missing-parameter');
    expect(refused(`Set-CsCertificate -Type WebServicesInternal -Thumbprint ${thumbprint}`)).to.equal(
      'use-not-simulated',
    );
    expect(
      refused(`Set-CsCertificate -Type Internal -Thumbprint ${thumbprint} -Roll -EffectiveDate 7/31/2014`),
    ).to.equal('parameter-not-simulated');
  });
});

describe('A report', () => {
  const line = (path: string) => `Set-CsCertificate -Type Internal -Thumbprint ${thumbprint} -Report "${path}"`;

  test('is a file with the command and what it did', () => {
    const html = Buffer.from(readFile(after(line('C:\\certs\\r.html')).deployment, on, 'C:\\certs\\r.html')).toString();
    expect(html)
      .to.include('Set-CSCertificate -Type Internal')
      .and.to.include(`assigned ${thumbprint} to Edge Internal`);
  });

  test('is kept in the log only, among the temporary files of the account', () => {
    const path = 'C:\\Users\\Administrator\\AppData\\Local\\Temp\\r.html';
    const { deployment } = after(line(path));
    expect(machineOf(deployment, on).disk).to.equal(machineOf(at.deployment, on).disk);
    expect(server({ ...at, deployment }).log.at(-1)?.command).to.include(path);
  });

  test('of an account of the domain is among its temporary files, which are named after the account alone', () => {
    const path = reportPath(ready.deployment, inside(ready), 'Set-CSCertificate');
    expect(inside(ready).account).to.equal('CONTOSO\\lyncadmin');
    expect(path).to.match(/^C:\\Users\\lyncadmin\\AppData\\Local\\Temp\\Set-CSCertificate-\[/);
  });

  test('is a file if only the beginning of its folder is that of the temporary files', () => {
    expect(refused(line('C:\\Users\\Administrator\\AppData\\Local\\Temporary\\r.html'))).to.equal('path-not-found');
  });

  test('needs its folder', () => {
    expect(refused(line('C:\\nowhere\\r.html'))).to.equal('path-not-found');
  });
});

describe('Request-CsCertificate', () => {
  const made = (more: string) => {
    const { deployment } = after(
      `Request-CsCertificate -New -Type AccessEdgeExternal -Output C:\\certs\\r.req ${more}`,
    );
    return readRequest(readFile(deployment, on, 'C:\\certs\\r.req'));
  };

  test('asks for clients only with -ClientEKU $True', () => {
    expect(made('').extendedKeyUsage).to.deep.equal(['serverAuth']);
    expect(made('-ClientEKU $False').extendedKeyUsage).to.deep.equal(['serverAuth']);
    expect(made('-ClientEKU $True').extendedKeyUsage).to.deep.equal(['serverAuth', 'clientAuth']);
  });

  test('adds every SIP domain only with -AllSipDomain', () => {
    const sip = (names: readonly string[]) => names.filter((name) => name.startsWith('sip.'));
    const domains = begun.deployment.environment.sites.flatMap(({ pools }) => pools).length;
    expect(domains).to.be.greaterThan(0);
    expect(sip(made('-AllSipDomain').subjectAlternativeNames)).to.include.members(
      sip(made('').subjectAlternativeNames),
    );
  });

  test('takes the algorithm RSA, names with spaces after the comma, and needs a file', () => {
    expect(made('-KeyAlg RSA -DomainName "a.example, b.example"').subjectAlternativeNames).to.include.members([
      'a.example',
      'b.example',
    ]);
    expect(refused('Request-CsCertificate -New -Type Internal')).to.equal('nothing-to-request');
    expect(refused('Request-CsCertificate -New -Type Internal -CA "a\\b"', front)).to.equal('parameter-not-simulated');
  });

  test('has no online request to list, fetch or clear', () => {
    for (const verb of ['-List', '-Retrieve', '-Clear']) {
      expect(linesOf(`Request-CsCertificate ${verb}`), verb).to.deep.equal(['']);
      expect(refused(`Request-CsCertificate ${verb} -RequestId 5`), verb).to.equal('no-such-online-request');
    }
    expect(fileExists(at.deployment, on, 'C:\\certs\\r.req')).to.equal(false);
  });
});

describe('The services', () => {
  test('are listed with their state', () => {
    expect(linesOf('Get-CsWindowsService -Name rtcsrv').at(-1)).to.equal('Running RTCSRV');
    expect(linesOf('Get-CsWindowsService -Name RTCSRV', after('Stop-CsWindowsService')).at(-1)).to.equal(
      'Stopped RTCSRV',
    );
    expect(refused('Get-CsWindowsService -Name Spooler')).to.equal('no-such-service');
  });

  test('use the assigned certificates once they were stopped and started', () => {
    const unassigned = after('Remove-CsCertificate -Type Internal -Force');
    expect(server(after('Start-CsWindowsService', unassigned)).running).to.deep.equal({ Internal: thumbprint });
    const stopped = after('Stop-CsWindowsService', unassigned);
    expect(server(after('Start-CsWindowsService', stopped)).running).to.deep.equal({});
  });

  test('stop and start in one line', () => {
    const { running } = server(
      after('Remove-CsCertificate -Type Internal -Force; Stop-CsWindowsService; Start-CsWindowsService'),
    );
    expect(running).to.deep.equal({});
  });

  test('are not started one by one, or elsewhere', () => {
    expect(refused('Get-CsWindowsService | Start-CsWindowsService')).to.equal('parameter-not-simulated');
    for (const more of ['-Name RTCSRV', 'RTCSRV', `-ComputerName ${on}`])
      expect(refused(`Start-CsWindowsService ${more}`), more).to.equal('parameter-not-simulated');
    expect(refused('Stop-CsWindowsService -NoWait -Graceful')).to.equal('done');
  });

  test('need an administrator', () => {
    const user = machineOf(at.deployment, on).accounts.find(({ groups }) => !groups.includes('Administrators'));
    const other = logOn(at, { on, account: user?.name ?? '' });
    for (const line of [
      'Start-CsWindowsService',
      'Stop-CsWindowsService',
      'Remove-CsCertificate -Type Internal -Force',
    ])
      expect(refused(line, other), line).to.equal('not-an-administrator');
  });
});

describe('Replication', () => {
  const line = 'Get-CsManagementStoreReplicationStatus';

  test('is asked for on the internal server, for one replica or for all', () => {
    expect(linesOf(line, front)).to.include.members(['UpToDate : True', `ReplicaFqdn : ${on}`]);
    expect(linesOf(`${line} ${on.toUpperCase()}`, front)).to.include('UpToDate : True');
    expect(refused(`${line} -ReplicaFqdn nowhere.example`, front)).to.equal('no-such-replica');
    expect(refused(`Invoke-CsManagementStoreReplication -ReplicaFqdn nowhere.example`, front)).to.equal(
      'no-such-replica',
    );
    expect(refused('Invoke-CsManagementStoreReplication', front)).to.equal('done');
    for (const command of [line, 'Invoke-CsManagementStoreReplication'])
      expect(refused(command), command).to.equal('management-store-unreachable');
  });

  test('says so where it fails, and then no replica is active', () => {
    const machine = machineOf(front.deployment, on);
    const closed = { ...machine, connection: { ...machine.connection, closedPorts: [4443] } };
    const failing = { ...front, deployment: withMachine(front.deployment, closed) };
    expect(linesOf(line, failing)).to.include.members(['UpToDate : False', 'LastStatusReport :', 'ProductVersion :']);
    expect(linesOf(`${line} -CentralManagementStoreStatus`, failing)).to.include('ActiveReplicas : {}');
    expect(linesOf(`${line} -CentralManagementStoreStatus`, front)).to.include(`ActiveReplicas : {${on}}`);
  });
});

describe('The shell of Lync Server', () => {
  test('is on Lync servers only; elsewhere its cmdlets are not known', () => {
    const host = issuingAuthority(ready.deployment).host ?? '';
    const authority = logOn(ready, { on: host, account: inside(ready).account });
    expect(refused('Get-CsCertificate', authority)).to.equal('unknown-command');
    expect(refused('Get-ChildItem Cert:\\LocalMachine\\My', authority)).to.equal('done');
    const external = logOn(assignExternal(ready, on), administratorOf(ready.deployment, on));
    expect(linesOf('(Get-CsCertificate).Count', external)).to.deep.equal(['4']);
  });
});
