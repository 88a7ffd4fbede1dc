import test, { describe } from 'node:test';
import { expect } from 'chai';
import { move, walk } from '../../src/operator/moves';
import { typeCommand } from '../../src/operator/prompt';
import { openComputerCertificates } from '../../src/operator/tasks/certification-path';
import { committedSource } from '../../src/package/rehearsal-keys';
import { internalEntries } from '../../src/products/lync-server-2013/assignment';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { lyncServerOf } from '../../src/products/lync-server-2013/topology';
import { Refusal } from '../../src/refusal';
import { type CertificateFile, placeCertificates } from '../../src/windows/certificate-file';
import { EMPTY_STORES } from '../../src/windows/certificate-store';
import { accountCalled, readersIn } from '../../src/windows/keys/key-access';
import { linkedKey, MACHINE_KEYS, machineOf, withKey, withMachine } from '../../src/windows/machine';
import { credentialHresult } from '../../src/windows/schannel';
import { keyPair } from '../../src/x509/keys/key-pair';
import { holding, on, pool } from '../support/one-server';
import { expectShown, itemsOf } from '../support/screen';

/** Who may read a key set: after an import, an assignment, a removal, and the commands that change it. */

const there = edge(holding, on);
const [entry] = internalEntries(there.deployment, on, pool);
if (!entry) throw new Error('there is a certificate');
const { thumbprint, serialNumber } = entry.certificate;
const assigned = typeCommand(there, `Set-CsCertificate -Type Internal -Thumbprint ${thumbprint} -Confirm:$false`);

function keyOn(console: typeof there) {
  const machine = machineOf(console.deployment, on);
  const key = entry && linkedKey(machine, 'LocalMachine', entry);
  if (!key) throw new Error('the certificate has a key');
  return { machine, key };
}

describe('The access list of a key set', () => {
  test('has SYSTEM and Administrators at first', () => {
    const { machine, key } = keyOn(there);
    expect(key.readers).to.deep.equal(['SYSTEM', 'Administrators']);
    expect(credentialHresult(machine, entry)).to.equal('SEC_E_UNKNOWN_CREDENTIALS');
    expect(credentialHresult(machine, entry, 'SYSTEM')).to.equal(null);
  });

  test('has Network Service after an assignment', () => {
    const { machine, key } = keyOn(assigned);
    expect(key.readers).to.deep.equal(['SYSTEM', 'Administrators', 'NETWORK SERVICE']);
    expect(credentialHresult(machine, entry)).to.equal(null);
  });

  test('loses Network Service when no use needs the key', () => {
    const other = typeCommand(
      assigned,
      `Set-CsCertificate -Type AudioVideoAuthentication -Thumbprint ${thumbprint} -Confirm:$false`,
    );
    const one = typeCommand(other, 'Remove-CsCertificate -Type Internal -Force');
    expect(keyOn(one).key.readers).to.include('NETWORK SERVICE');
    const none = typeCommand(one, 'Remove-CsCertificate -Type AudioVideoAuthentication -Force');
    expect(keyOn(none).key.readers).to.deep.equal(['SYSTEM', 'Administrators']);
  });

  test('stays while services that run use the key', () => {
    const running = typeCommand(assigned, 'Start-CsWindowsService');
    expect(lyncServerOf(running.deployment, on).running).to.have.property('Internal');
    const removed = typeCommand(running, 'Remove-CsCertificate -Type Internal -Force');
    expect(keyOn(removed).key.readers).to.include('NETWORK SERVICE');
  });

  test('is replaced by certutil -repairstore only with a security descriptor', () => {
    const plain = typeCommand(there, `certutil -repairstore My ${serialNumber}`);
    expect(keyOn(plain).key.readers).to.deep.equal(['SYSTEM', 'Administrators']);
    const granted = typeCommand(there, `certutil -repairstore My ${serialNumber} "D:PAI(A;;GA;;;SY)(A;;GR;;;NS)"`);
    expect(keyOn(granted).key.readers).to.deep.equal(['SYSTEM', 'NETWORK SERVICE']);
  });

  test('is shown and changed by icacls', () => {
    const path = `${MACHINE_KEYS}\\${keyOn(there).key.container}`;
    const granted = typeCommand(there, `icacls ${path} /grant "NETWORK SERVICE:(R)" /remove BUILTIN\\Administrators`);
    expect(keyOn(granted).key.readers).to.deep.equal(['SYSTEM', 'NETWORK SERVICE']);
    expect(typeCommand(granted, `icacls ${path}`).typed.at(-1)?.output).to.contain(`${path} NETWORK SERVICE`);
    expect(() => typeCommand(there, `icacls ${path}x`)).to.throw(Refusal, /file-not-found/);
    expect(() => typeCommand(there, `icacls ${path} /deny SYSTEM`)).to.throw(Refusal, /unknown-modifier/);
  });
});

describe('The folder of the machine keys', () => {
  const request = 'Request-CsCertificate -New -Type Internal -Output C:\\certs\\again.req';

  function writing(...keyFolderWriters: string[]): typeof there {
    const machine = { ...machineOf(there.deployment, on), keyFolderWriters };
    return { ...there, deployment: withMachine(there.deployment, machine) };
  }

  test('takes new key sets from Everyone or Administrators', () => {
    expect(() => typeCommand(writing('SYSTEM'), request)).to.throw(Refusal, /key-folder-refuses/);
    for (const account of ['Everyone', 'Administrators']) {
      expect(machineOf(typeCommand(writing(account), request).deployment, on).keys).to.have.lengthOf(2);
    }
  });

  test('is not asked for the key set of a user', () => {
    const { machine, key } = keyOn(writing('SYSTEM'));
    expect(() => withKey(machine, key)).to.throw(Refusal, /key-folder-refuses/);
    const [container, next] = withKey(machine, { ...key, location: 'CurrentUser' });
    expect(next.keys.at(-1)).to.include({ container, location: 'CurrentUser' });
  });

  test('holds the key of a request, whose own certificate has a serial number of 16 bytes', () => {
    const { stores } = machineOf(typeCommand(there, request).deployment, on);
    expect(stores.LocalMachine.REQUEST.map(({ certificate }) => certificate.serialNumber).join()).to.match(
      /^1[0-9a-f]{31}$/i,
    );
  });
});

describe('A certificate whose key is on the machine', () => {
  const { machine } = keyOn(there);
  const unlinked = { ...machine, stores: EMPTY_STORES };
  const other = keyPair(committedSource().key(2048, 7));
  const file = (pair: typeof other): CertificateFile => ({
    kind: 'pkcs12',
    certificates: [{ certificate: entry.certificate, friendlyName: '' }],
    keys: [{ keyPair: pair, provider: keyOn(there).key.provider }],
  });
  const placement = { location: 'LocalMachine', store: 'My', exportable: false, linkMatching: false } as const;
  const linked = (pair: typeof other): boolean =>
    placeCertificates(unlinked, file(pair), placement).stores.LocalMachine.My[0]?.keyContainer !== null;

  test('is linked to it only if its own key is in the file, where imports link no other one', () => {
    expect([linked(keyOn(there).key.keyPair), linked(other)]).to.deep.equal([true, false]);
  });
});

describe('A security descriptor', () => {
  test('names the accounts that it lets read', () => {
    expect(readersIn('D:(A;;0x80120089;;;NS)(A;;FW;;;BA)(D;;GA;;;WD)')).to.deep.equal(['NETWORK SERVICE']);
    expect(readersIn('O:BAG:SYD:AI(A;;GA;;;S-1-5-18)(A;;SDFR;;;CONTOSO\\svc)')).to.deep.equal([
      'SYSTEM',
      'CONTOSO\\svc',
    ]);
    expect(readersIn('D:(A;;GR;;;NS')).to.equal(undefined);
    expect(readersIn('D:(A;;GR;NS)')).to.equal(undefined);
    expect(readersIn('settings.inf')).to.equal(undefined);
  });

  test('knows an account by its name in any form', () => {
    expect(accountCalled('NT AUTHORITY\\Network Service')).to.equal('NETWORK SERVICE');
    expect(accountCalled('*S-1-5-20')).to.equal('NETWORK SERVICE');
    expect(accountCalled('CONTOSO\\svc')).to.equal('CONTOSO\\svc');
  });
});

describe('Manage Private Keys', () => {
  const PAGE = 'Permissions for private keys';
  const opened = walk(openComputerCertificates(there), [
    ['Console1', 'Console Root', 'Personal > Certificates'],
    ['Console1', 'Certificates', pool.fqdn],
    ['Console1', 'All Tasks', 'pressed'],
    ['Console1', 'Manage Private Keys...', 'pressed'],
  ]);
  const naming = (console: typeof there, name: string) =>
    walk(console, [
      [PAGE, 'Add', 'pressed'],
      ['Select Users or Groups', 'Enter the object names to select', name],
      ['Select Users or Groups', 'OK', 'pressed'],
    ]);

  test('shows the accounts, and changes nothing before OK', () => {
    expect(itemsOf(opened, 'Group or user names')).to.deep.equal(['SYSTEM', 'Administrators']);
    expectShown(opened, { Remove: 'not available' });
    const added = naming(opened, 'Network Service');
    expect(itemsOf(added, 'Group or user names')).to.deep.equal(['SYSTEM', 'Administrators', 'NETWORK SERVICE']);
    expect(keyOn(move(added, { page: PAGE, control: 'Cancel', value: 'pressed' })).key).to.equal(keyOn(there).key);
    const { machine, key } = keyOn(move(added, { page: PAGE, control: 'OK', value: 'pressed' }));
    expect(key.readers).to.deep.equal(['SYSTEM', 'Administrators', 'NETWORK SERVICE']);
    expect(credentialHresult(machine, entry)).to.equal(null);
  });

  test('removes an account', () => {
    const removed = walk(opened, [
      [PAGE, 'Group or user names', 'Administrators'],
      [PAGE, 'Remove', 'pressed'],
      [PAGE, 'OK', 'pressed'],
    ]);
    expect(keyOn(removed).key.readers).to.deep.equal(['SYSTEM']);
  });

  test('refuses a name that the computer does not know', () => {
    expect(() => naming(opened, 'CONTOSO\\Nobody')).to.throw(Refusal, /CONTOSO\\Nobody/);
  });

  test('is available only for a certificate with a private key', () => {
    const roots = walk(openComputerCertificates(there), [
      ['Console1', 'Console Root', 'Trusted Root Certification Authorities > Certificates'],
      ['Console1', 'Certificates', 'Contoso Root CA'],
      ['Console1', 'All Tasks', 'pressed'],
    ]);
    expectShown(roots, { Export: 'available', 'Manage Private Keys': 'not available' });
  });
});
