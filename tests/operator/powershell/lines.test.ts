import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn } from '../../../src/operator/console';
import { outcomeOn } from '../../../src/operator/outcome';
import { typeCommand } from '../../../src/operator/prompt';
import { readFile, writeFile } from '../../../src/windows/file-system';
import { machineOf, withMachine } from '../../../src/windows/machine';
import { sameState } from '../../../src/world/same-state';
import { holding, on } from '../../support/one-server';

const at = logOn(holding, { on, account: 'Administrator' });
const { My, Root } = machineOf(at.deployment, on).stores.LocalMachine;
const [entry] = My;
const thumbprint = entry?.certificate.thumbprint ?? '';
const MY = 'Get-ChildItem Cert:\\LocalMachine\\My';

function typed(line: string, console: Console = at): string {
  return typeCommand(console, line).typed.at(-1)?.output ?? '';
}

function refused(line: string): string {
  return outcomeOn(at, (console) => typeCommand(console, line)).refused?.code ?? 'done';
}

/** Lines, each with a line of their output. */
const PRINTED: Readonly<Record<string, string>> = {
  [`(${MY}).Count`]: '1',
  [`${MY} | Measure-Object`]: 'Count : 1',
  [`(${MY} | Where-Object Subject -like "*nothing*").Count`]: '0',
  [`(${MY} | Where-Object { $_.HasPrivateKey }).Count`]: '1',
  [`(${MY} | Where-Object { -not $_.HasPrivateKey }).Count`]: '0',
  [`(${MY} | ? { $_.NotAfter -lt "9/1/2013" }).Count`]: '0',
  [`(${MY} | ? { $_.NotAfter -gt "9/1/2013" -and $_.Subject -match 'cn=' }).Count`]: '1',
  [`(${MY} | ? { $_.Subject -eq "CN=x" -or $_.Thumbprint -eq "${thumbprint.toLowerCase()}" }).Count`]: '1',
  [`(${MY}).Thumbprint`]: thumbprint,
  [`(${MY}).Thumbprint; (${MY}).Count;`]: '1',
  [`(${MY} | ? SerialNumber -notlike "*nothing*").Count`]: '1',
  [`(${MY} | ? SerialNumber -notlike "*").Count`]: '0',
  [`(${MY} | Group-Object Issuer | ? Count -le 1).Count`]: '1',
  [`(${MY} | Group-Object Issuer | ? Count -lt 1).Count`]: '0',
  [`(${MY} | Group-Object Issuer | ? Count -ge 1).Count`]: '1',
  [`(${MY} | Group-Object Issuer | ? Count -gt 1).Count`]: '0',
  [`(${MY} | ? { $_.HasPrivateKey -eq $true -and $_.Subject -ne $null }).Count`]: '1',
  '(dir cert:\\localmachine\\my | ? { $_.Thumbprint –ne "x" }).Count': '1',
  [`${MY} | Select-Object -ExpandProperty Thumbprint`]: thumbprint,
  [`${MY} | Select-Object -First 1 Thumbprint`]: thumbprint,
  [`${MY} | Format-List Thumbprint`]: `Thumbprint : ${thumbprint}`,
  [`${MY} | fl FriendlyName,HasPrivateKey`]: 'HasPrivateKey : True',
  [`${MY} | Format-Table HasPrivateKey`]: 'HasPrivateKey',
  [`Get-ChildItem Cert:\\LocalMachine\\My\\${thumbprint} | Measure-Object`]: 'Count : 1',
  'Get-ChildItem Cert:\\CurrentUser\\My | Measure-Object': 'Count : 0',
  '(Get-ChildItem Cert:/LocalMachine/Root).Count': `${Root.length}`,
  '(Get-ChildItem Cert:\\LocalMachine\\Root | Sort-Object Subject -Descending).Count': `${Root.length}`,
};

const REFUSED: Readonly<Record<string, string>> = {
  'Get-Nonsense': 'unknown-command',
  'Get-ChildItem Cert:\\LocalMachine\\Nonsense': 'path-not-found',
  [`Get-ChildItem Cert:\\LocalMachine\\My\\${'0'.repeat(40)}`]: 'path-not-found',
  [`${MY} | Where-Object { $_.Subject.Length -gt 3 }`]: 'not-simulated',
  [`${MY} | Where-Object Subject -nonsense a`]: 'unknown-parameter',
  [`$x = ${MY}`]: 'not-simulated',
  [`(${MY}`]: 'not-simulated',
  [`${MY} | Get-ChildItem`]: 'input-not-accepted',
};

/** The console with other stores of the computer. */
function withStores(console: Console, LocalMachine: ReturnType<typeof machineOf>['stores']['LocalMachine']): Console {
  const machine = machineOf(console.deployment, on);
  return {
    ...console,
    deployment: withMachine(console.deployment, { ...machine, stores: { ...machine.stores, LocalMachine } }),
  };
}

describe('A line of Windows PowerShell', () => {
  for (const [line, wanted] of Object.entries(PRINTED)) {
    test(`prints: ${line}`, () => {
      expect(
        typed(line)
          .split('\n')
          .map((one) => one.trim()),
      ).to.include(wanted);
    });
  }

  for (const [line, code] of Object.entries(REFUSED)) {
    test(`is refused: ${line}`, () => {
      expect(refused(line)).to.equal(code);
    });
  }

  test('groups equal values and counts them', () => {
    const lines = typed('Get-ChildItem Cert:\\LocalMachine\\Root | Group-Object HasPrivateKey').split('\n');
    expect(lines.at(-1)?.trim()).to.equal(`${Root.length}     False`);
  });

  test('sorts dates as dates', () => {
    const dates = (order: string): readonly string[] =>
      typed(
        `Get-ChildItem Cert:\\LocalMachine\\Root | Sort-Object NotAfter ${order}| Select-Object -ExpandProperty Thumbprint`,
      ).split('\n');
    const inOrder = [...Root].sort((a, b) => a.certificate.notAfter - b.certificate.notAfter);
    expect(dates('')).to.deep.equal(inOrder.map(({ certificate }) => certificate.thumbprint));
    expect(dates('-Descending ')).to.deep.equal([...dates('')].reverse());
  });

  test('moves certificates to another store, with their keys, and deletes them', () => {
    const moved = typeCommand(at, `${MY} | Move-Item -Destination Cert:\\LocalMachine\\CA`);
    const { My: left, CA } = machineOf(moved.deployment, on).stores.LocalMachine;
    expect(left).to.deep.equal([]);
    expect(CA).to.deep.include(entry);
    const deleted = typeCommand(moved, `Remove-Item Cert:\\LocalMachine\\CA\\${thumbprint}`);
    expect(machineOf(deleted.deployment, on).keys).to.have.lengthOf(1);
    const withKey = typeCommand(moved, `Remove-Item Cert:\\LocalMachine\\CA\\${thumbprint} -DeleteKey`);
    expect(machineOf(withKey.deployment, on).keys).to.have.lengthOf(0);
    expect(machineOf(withKey.deployment, on).stores.LocalMachine.CA).not.to.deep.include(entry);
  });

  test('changes nothing with -WhatIf, and says what it would do', () => {
    const tried = typeCommand(at, `Remove-Item Cert:\\LocalMachine\\My\\${thumbprint} -WhatIf`);
    expect(sameState(tried.deployment, at.deployment)).to.equal(true);
    expect(tried.typed.at(-1)?.output).to.equal(`What if: Performing the operation "Remove-Item" on target "${on}".`);
  });

  test('puts the authorities of a .pfx file into the stores of their type, and a .p7b file into the named store', () => {
    const { LocalMachine: before } = machineOf(at.deployment, on).stores;
    const bare = withStores(at, { ...before, CA: [], My: [] });
    const pfx = typeCommand(at, `certutil -p x -exportPFX My ${thumbprint} C:\\certs\\x.pfx`);
    const there = {
      ...bare,
      deployment: writeFile(bare.deployment, on, 'C:\\certs\\x.pfx', readFile(pfx.deployment, on, 'C:\\certs\\x.pfx')),
    };
    const line =
      'Import-PfxCertificate C:\\certs\\x.pfx Cert:\\LocalMachine\\My -Password (ConvertTo-SecureString "x" -AsPlainText -Force)';
    const { My: mine, CA } = machineOf(typeCommand(there, line).deployment, on).stores.LocalMachine;
    expect(mine.map(({ certificate }) => certificate.thumbprint)).to.deep.equal([thumbprint]);
    expect(CA.length).to.be.greaterThan(0);
    const authority = CA[0]?.certificate.der ?? new Uint8Array();
    const file = { ...bare, deployment: writeFile(bare.deployment, on, 'C:\\certs\\ca.cer', authority) };
    const imported = typeCommand(file, 'Import-Certificate C:\\certs\\ca.cer Cert:\\LocalMachine\\My');
    expect(machineOf(imported.deployment, on).stores.LocalMachine.My).to.have.lengthOf(1);
  });

  test('is typed in the shell that has the command, and shows no password', () => {
    const shell = (line: string): string => typeCommand(at, line).typed.at(-1)?.shell ?? '';
    expect(shell(MY)).to.equal('Windows PowerShell');
    expect(shell('Get-CsCertificate | fl Use')).to.equal('Lync Server Management Shell');
    expect(shell('certutil -store My')).to.equal('Command Prompt');
    const secrets = `certutil -p "top secret" -exportPFX My ${thumbprint} C:\\certs\\x.pfx`;
    expect(typeCommand(at, secrets).typed.at(-1)?.text).not.to.include('secret');
    const pfx = typeCommand(at, secrets);
    const line =
      'Import-PfxCertificate C:\\certs\\x.pfx Cert:\\LocalMachine\\My -Password (ConvertTo-SecureString "top secret" -AsPlainText -Force)';
    expect(typeCommand(pfx, line).typed.at(-1)?.text).not.to.include('top secret');
  });

  test('imports a .pfx file whose key may be exported only if that is asked for', () => {
    const pfx = typeCommand(at, `certutil -p x -exportPFX My ${thumbprint} C:\\certs\\x.pfx`);
    const gone = typeCommand(pfx, `Remove-Item Cert:\\LocalMachine\\My\\${thumbprint} -DeleteKey`);
    const line = (more: string): string =>
      `Import-PfxCertificate -FilePath C:\\certs\\x.pfx -CertStoreLocation Cert:\\LocalMachine\\My -Password (ConvertTo-SecureString -String "x" -AsPlainText -Force)${more}`;
    const keys = (more: string): readonly boolean[] =>
      machineOf(typeCommand(gone, line(more)).deployment, on).keys.map(({ exportable }) => exportable);
    expect(keys('')).to.deep.equal([false]);
    expect(keys(' -Exportable')).to.deep.equal([true]);
  });
});
