import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, windowOn } from '../../src/operator/console';
import { move, walk } from '../../src/operator/moves';
import { PASSWORD } from '../../src/operator/named-values';
import { beginExport, exportCertificateOf } from '../../src/operator/tasks/certificate-export';
import { beginImport } from '../../src/operator/tasks/certification-path';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { Refusal } from '../../src/refusal';
import { openCertificateFile } from '../../src/windows/certificate-file';
import { readFile } from '../../src/windows/file-system';
import { type Machine, machineOf, withMachine } from '../../src/windows/machine';
import { type WindowsVersion, windowsVersions } from '../../src/windows/versions';
import { controlNamed } from '../../src/windows/window';
import { armor } from '../../src/x509/der/armor';
import { pkcs12Profile, readPkcs12 } from '../../src/x509/pkcs12/pkcs12';
import { protectedPasswordIn } from '../../src/x509/pkcs12/protected-password';
import { holding, on, pool } from '../support/one-server';

/** Protection of .pfx files, and the pages of the wizards about it, by version of Windows. */

const there = edge(holding, on);
const ACCOUNT = 'CONTOSO\\pkiadmin';
const PATH = 'C:\\certs\\edge.pfx';

function changed(change: Partial<Machine>, account?: string): Console {
  const machine = { ...machineOf(there.deployment, on), ...change };
  const logon = there.logon && account ? { ...there.logon, account } : there.logon;
  return { ...there, logon, deployment: withMachine(there.deployment, machine) };
}

function running(windows: WindowsVersion): Console {
  return changed({ windows });
}

function member(windows: WindowsVersion = '2012 R2'): Console {
  const accounts = [{ name: ACCOUNT, groups: ['Administrators', 'PKI Admins'] }];
  return changed({ windows, accounts, membership: { kind: 'domain', domain: 'contoso.com' } }, ACCOUNT);
}

function exported(console: Console, choices: Parameters<typeof exportCertificateOf>[2] = {}): Uint8Array {
  return readFile(exportCertificateOf(console, pool, { path: PATH, ...choices }).deployment, on, PATH);
}

/** The wizard on its page about the protection of the key. */
function protection(console: Console): Console {
  return walk(beginExport(console, pool), [
    ['Export Private Key', 'Yes, export the private key', 'chosen'],
    ['Export Private Key', 'Next', 'pressed'],
    ['Export File Format', 'Next', 'pressed'],
  ]);
}

function labelsOn(console: Console): readonly string[] {
  return windowOn(console).controls.map(({ label }) => label);
}

describe('The page of the export wizard about the protection', () => {
  test('is "Password" on Windows Server 2008 R2 and "Security" later', () => {
    const pages = windowsVersions().map((version) => windowOn(protection(running(version))).page);
    expect(pages).to.deep.equal(['Password', 'Security', 'Security', 'Security', 'Security', 'Security']);
  });

  test('offers an encryption since Windows Server 2019', () => {
    const offered = windowsVersions().filter((version) =>
      labelsOn(protection(running(version))).includes('Encryption'),
    );
    expect(offered).to.deep.equal(['2019', '2022']);
  });

  test('offers groups only to a member of a domain', () => {
    const groups = 'Group or user names (recommended)';
    const available = (console: Console) => controlNamed(windowOn(protection(console)), groups)?.available;
    expect(available(there)).to.equal(false);
    expect(available(member())).to.equal(true);
  });

  test('needs a box, and takes a password only in its box', () => {
    const page = protection(there);
    expect(() => move(page, { page: 'Security', control: 'Next', value: 'pressed' })).to.throw(
      Refusal,
      /protection-required/,
    );
    expect(() => move(page, { page: 'Security', control: 'Password', value: PASSWORD })).to.throw(
      Refusal,
      /not-available/,
    );
  });

  test('takes accounts and groups that exist, and removes them', () => {
    const select = 'Select Users, Computers, Service Accounts, or Groups';
    const page = walk(protection(member()), [
      ['Security', 'Group or user names (recommended)', 'ticked'],
      ['Security', 'Add', 'pressed'],
    ]);
    expect(() =>
      walk(page, [
        [select, 'Enter the object names to select', 'Nobody'],
        [select, 'OK', 'pressed'],
      ]),
    ).to.throw(Refusal, /unknown-principal/);
    const added = walk(page, [
      [select, 'Enter the object names to select', 'PKI Admins'],
      [select, 'OK', 'pressed'],
    ]);
    const members = (console: Console) => controlNamed(windowOn(console), 'Group or user names')?.options;
    expect(members(added)).to.deep.equal([ACCOUNT, 'PKI Admins']);
    const fewer = walk(added, [
      ['Security', 'Group or user names', ACCOUNT],
      ['Security', 'Remove', 'pressed'],
    ]);
    expect(members(fewer)).to.deep.equal(['PKI Admins']);
  });
});

describe('The other pages', () => {
  test('encrypt certificates on request since Windows Server 2016, and then by default', () => {
    const format = (version: WindowsVersion) =>
      controlNamed(windowOn(beginFormat(running(version))), 'Enable certificate privacy')?.value;
    expect(windowsVersions().map(format)).to.deep.equal([undefined, undefined, undefined, true, true, true]);
  });

  test('list the serialized store since Windows Server 2012, greyed out for one certificate', () => {
    const store = (version: WindowsVersion) =>
      controlNamed(windowOn(beginFormat(running(version))), 'Microsoft Serialized Certificate Store (.SST)')?.available;
    expect(store('2008 R2')).to.equal(undefined);
    expect(store('2012')).to.equal(false);
  });

  test('of the import ask for the store location and show the password since Windows Server 2012', () => {
    const written = (version: WindowsVersion) => ({
      ...running(version),
      deployment: exportCertificateOf(running(version), pool, { path: PATH }).deployment,
    });
    const key = (version: WindowsVersion) => beginImport(written(version), PATH, 'Personal');
    expect(windowOn(key('2008 R2')).page).to.equal('Password');
    expect(windowOn(key('2012')).page).to.equal('Private key protection');
    expect(labelsOn(key('2008 R2'))).not.to.include('Display Password');
    expect(labelsOn(key('2012'))).to.include('Display Password');
    const strong = controlNamed(windowOn(key('2012')), 'Enable strong private key protection');
    expect(strong?.available).to.equal(false);
  });
});

describe('A .pfx file', () => {
  const machine = machineOf(there.deployment, on);

  test('opens in binary form only', () => {
    const bytes = exported(there);
    expect(openCertificateFile(bytes, PASSWORD, machine).keys).to.have.lengthOf(1);
    const text = Buffer.from(armor('CERTIFICATE', bytes));
    expect(() => openCertificateFile(text, PASSWORD, machine)).to.throw(Refusal, /wrong-password/);
  });

  test('has the encryption that was chosen', () => {
    expect(pkcs12Profile(exported(running('2022')))).to.equal('TripleDES-SHA1');
    const later = exported(running('2022'), { encryption: 'AES256-SHA256' });
    expect(pkcs12Profile(later)).to.equal('AES256-SHA256');
    expect(() => openCertificateFile(later, PASSWORD, { ...machine, windows: '2016' })).to.throw(
      Refusal,
      /wrong-password/,
    );
    expect(openCertificateFile(later, PASSWORD, { ...machine, windows: '2019' }).keys).to.have.lengthOf(1);
  });

  test('shows its certificates without certificate privacy', () => {
    const issuer = Buffer.from('Contoso Issuing CA');
    const open = Buffer.from(exported(running('2016'), { privacy: false }));
    expect(open.includes(issuer)).to.equal(true);
    expect(readPkcs12(open, PASSWORD).certificates.length).to.be.greaterThan(1);
    expect(Buffer.from(exported(running('2016'))).includes(issuer)).to.equal(false);
  });

  test('opens for a member of its group without a password', () => {
    const bytes = exported(member(), { group: 'PKI Admins' });
    const domain = machineOf(member().deployment, on);
    expect(openCertificateFile(bytes, undefined, domain, ACCOUNT).keys).to.have.lengthOf(1);
    expect(openCertificateFile(bytes, '', domain, ACCOUNT).keys).to.have.lengthOf(1);
    const stranger = {
      ...domain,
      accounts: [
        { name: ACCOUNT, groups: [] },
        { name: 'CONTOSO\\x', groups: ['Users'] },
      ],
    };
    const refused: readonly (readonly [string, Machine, string])[] = [
      ['an account outside the group', stranger, 'CONTOSO\\x'],
      [
        'a local account of the same name',
        { ...domain, accounts: [{ name: 'pkiadmin', groups: ['PKI Admins'] }] },
        'pkiadmin',
      ],
      ['a server in a workgroup', { ...domain, membership: { kind: 'workgroup' } }, ACCOUNT],
      ['a server of another domain', { ...domain, membership: { kind: 'domain', domain: 'fabrikam.com' } }, ACCOUNT],
      ['Windows Server 2008 R2', { ...domain, windows: '2008 R2' }, ACCOUNT],
    ];
    for (const [what, opener, account] of refused) {
      expect(() => openCertificateFile(bytes, undefined, opener, account), what).to.throw(Refusal, /wrong-password/);
    }
    expect(() => openCertificateFile(bytes, 'guessed', domain, ACCOUNT)).to.throw(Refusal, /wrong-password/);
  });

  test('opens for the group and with the password if both were chosen', () => {
    const bytes = exported(member(), { group: 'PKI Admins', password: PASSWORD });
    expect(protectedPasswordIn(bytes)).to.deep.equal({
      domain: 'contoso.com',
      principals: [ACCOUNT, 'PKI Admins'],
      password: PASSWORD,
    });
    expect(openCertificateFile(bytes, PASSWORD, machine).keys).to.have.lengthOf(1);
  });
});

function beginFormat(console: Console): Console {
  return walk(beginExport(console, pool), [
    ['Export Private Key', 'Yes, export the private key', 'chosen'],
    ['Export Private Key', 'Next', 'pressed'],
  ]);
}
