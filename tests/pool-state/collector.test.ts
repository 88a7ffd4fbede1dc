import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { serverStateJsonSchema } from '../../scripts/server-state-json-schema';
import { COLLECTOR, ENVIRONMENTS } from '../../src/package/folder';
import { KNOWN_VALUES } from '../../src/windows/registry/registry-names';
import { scriptCalls } from './powershell-script';

const SCRIPT = readFileSync(COLLECTOR, 'utf8');
/** without the comment at its top, and without comments in lines */
const CODE = SCRIPT.replace(/<#[\s\S]*?#>/, '').replace(/^\s*#.*$/gm, '');

/** Commands that change nothing on the server. `New-Object` makes an object in memory. */
const READING = [
  'Get-Acl',
  'Get-ChildItem',
  'Get-Command',
  'Get-CsCertificate',
  'Get-CsManagementStoreReplicationStatus',
  'Get-Location',
  'Get-WmiObject',
  'Import-Module',
  'Join-Path',
  'New-Object',
  'Test-Path',
];

/** Methods of .NET that read or compute. `WriteAllText` writes the result, once. */
const METHODS = [
  ...['Append', 'Close', 'GetAccessRules', 'GetHostEntry', 'GetHRForException', 'GetRSAPrivateKey', 'GetValue', 'Open'],
  ...['ToBase64String', 'ToCharArray', 'ToString', 'ToUpperInvariant', 'WriteAllText', 'ExportParameters'],
];

describe('collect-pool-state.ps1', () => {
  const calls = scriptCalls(SCRIPT);

  it('is correct by the grammar of PowerShell', async () => {
    expect((await calls).errors).to.deep.equal([]);
    expect((await scriptCalls('if ($a {')).errors).not.to.deep.equal([]);
  });

  it('calls only commands that change nothing', async () => {
    const { commands } = await calls;
    expect([...new Set(commands)].sort()).to.deep.equal(READING);
  });

  it('calls only methods that read, and writes one file', async () => {
    const { methods, others } = await calls;
    expect([...new Set(methods)].sort()).to.deep.equal([...METHODS].sort());
    expect(methods.filter((name) => name === 'WriteAllText')).to.have.lengthOf(1);
    expect(others).to.deep.equal([]);
  });

  for (const added of ['Remove-Item x', 'ri x', '& $x', 'Get-Acl x > y', '[IO.File]::Delete($x)', '$x.Commit()']) {
    it(`would not pass with: ${added}`, async () => {
      const { commands, methods, others } = await scriptCalls(added);
      const unknown = [
        ...commands.filter((name) => !READING.includes(name)),
        ...methods.filter((name) => !METHODS.includes(name)),
        ...others,
      ];
      expect(unknown).not.to.deep.equal([]);
    });
  }

  it('opens stores for reading only, and never takes the private part of a key', () => {
    expect([...CODE.matchAll(/\.Open\((.*)\)/g)].map(([, mode]) => mode)).to.deep.equal([
      "'ReadOnly, OpenExistingOnly'",
    ]);
    expect([...CODE.matchAll(/ExportParameters\((.*?)\)/g)].every(([, part]) => part === '$false')).to.equal(true);
  });

  it('is ASCII, because Windows PowerShell 2.0 reads other bytes in the code page of the server', () => {
    expect(SCRIPT).to.match(/^[\t\n\r -~]*$/);
  });

  it('uses nothing that Windows PowerShell 2.0 does not have', () => {
    const later =
      /ConvertTo-Json|ConvertFrom-Json|\[pscustomobject\]|\[ordered\]|Get-CimInstance|::new\(|-(?:not)?in\b|\?\?|&&/i;
    expect(CODE).not.to.match(later);
  });

  it('reads every value of the registry that the simulation reads', () => {
    for (const { name } of KNOWN_VALUES) expect(CODE).to.contain(`'${name}'`);
    const names = new Set(KNOWN_VALUES.map(({ name }) => name));
    const asked = [...CODE.matchAll(/@\(.*?, '(\w+)'\)/g)].map(([, name]) => name);
    expect(asked.every((name) => name !== undefined && names.has(name))).to.equal(true);
    expect(asked).to.have.lengthOf(6);
  });

  it('writes each value that the schema names, except what the services present', () => {
    const { required, properties } = JSON.parse(serverStateJsonSchema());
    for (const name of required) expect(CODE).to.contain(`"${name}":`);
    expect(Object.keys(properties).filter((name) => !required.includes(name))).to.deep.equal(['presented']);
  });
});

it('server-state.schema.json is what scripts/make-environment-schema.ts writes', () => {
  const shipped = readFileSync(join(ENVIRONMENTS, 'server-state.schema.json'), 'utf8');
  expect(JSON.parse(shipped)).to.deep.equal(JSON.parse(serverStateJsonSchema()));
});
