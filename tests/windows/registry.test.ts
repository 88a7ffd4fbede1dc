import test, { describe } from 'node:test';
import { expect } from 'chai';
import { judgeServer } from '../../src/judge/judge';
import { logOn } from '../../src/operator/console';
import { typeCommand } from '../../src/operator/prompt';
import { edge } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { Refusal } from '../../src/refusal';
import { type Machine, machineOf, withMachine } from '../../src/windows/machine';
import {
  ENTERPRISE_ROOTS_ONLY,
  protocolSwitch,
  ROOT_DIRECTORY,
  ROOT_POLICY,
  STRONG_CRYPTOGRAPHY,
  TLS_VERSIONS,
} from '../../src/windows/registry/registry-names';
import { withRegistryValue } from '../../src/windows/registry/registry-value';
import { handshakeDelay, ROOT_LIST_HOST, rootUpdate } from '../../src/windows/registry/root-update';
import { acceptedVersions, commonVersion, offeredVersions } from '../../src/windows/registry/tls-versions';
import { trustedRoots } from '../../src/windows/schannel';
import { holding, on } from '../support/one-server';

/** The values of the registry: how they are set, and what Windows does with them. */

const there = edge(holding, on);
const machine = machineOf(there.deployment, on);
const front = machineOf(there.deployment, there.deployment.environment.internalServer.fqdn);
const strong = withRegistryValue(machine, STRONG_CRYPTOGRAPHY, 1);

function switched(version: (typeof TLS_VERSIONS)[number], role: 'Client' | 'Server', enabled: number): Machine {
  return withRegistryValue(machine, protocolSwitch(version, role, 'Enabled'), enabled);
}

describe('The versions of TLS', () => {
  test('that a server accepts are all but those that are disabled', () => {
    expect(acceptedVersions(machine)).to.deep.equal(TLS_VERSIONS);
    expect(acceptedVersions(switched('TLS 1.1', 'Server', 0))).to.deep.equal(['TLS 1.0', 'TLS 1.2']);
    expect(acceptedVersions(switched('TLS 1.1', 'Client', 0))).to.deep.equal(TLS_VERSIONS);
  });

  test('that the earliest Windows accepts need DisabledByDefault=0 for the later ones', () => {
    const early: Machine = { ...machine, windows: '2008 R2' };
    expect(acceptedVersions(early)).to.deep.equal(['TLS 1.0']);
    const enabled = withRegistryValue(early, protocolSwitch('TLS 1.2', 'Server', 'DisabledByDefault'), 0);
    expect(acceptedVersions(enabled)).to.deep.equal(['TLS 1.0', 'TLS 1.2']);
    const disabled = withRegistryValue(machine, protocolSwitch('TLS 1.2', 'Server', 'DisabledByDefault'), 1);
    expect(acceptedVersions(disabled)).to.deep.equal(['TLS 1.0', 'TLS 1.1']);
  });

  test('that a program of .NET Framework offers depend on SchUseStrongCrypto', () => {
    expect(offeredVersions(machine)).to.deep.equal(['TLS 1.0']);
    expect(offeredVersions(strong)).to.deep.equal(TLS_VERSIONS);
    expect(offeredVersions({ ...strong, windows: '2008 R2' })).to.deep.equal(TLS_VERSIONS);
    expect(offeredVersions(switched('TLS 1.0', 'Client', 0))).to.deep.equal([]);
  });

  test('in use are the latest that both have', () => {
    expect(commonVersion(machine, machine)).to.equal('TLS 1.0');
    expect(commonVersion(strong, machine)).to.equal('TLS 1.2');
    expect(commonVersion(machine, switched('TLS 1.0', 'Server', 0))).to.equal(undefined);
  });
});

describe('The update of trusted roots', () => {
  const closed: Machine = { ...machine, connection: { ...machine.connection, unreachableHosts: [ROOT_LIST_HOST] } };

  test('keeps handshakes waiting where Windows Update is out of reach', () => {
    expect([rootUpdate(machine), handshakeDelay(machine)]).to.deep.equal(['reached', 0]);
    expect([rootUpdate(closed), handshakeDelay(closed)]).to.deep.equal(['unreachable', 15]);
  });

  test('reads another server if RootDirUrl names one', () => {
    for (const directory of ['http://pki.contoso.com/roots', 'file://\\\\pki.contoso.com\\roots']) {
      const other = withRegistryValue(closed, ROOT_DIRECTORY, directory);
      expect(rootUpdate(other), directory).to.equal('reached');
      const lost = { ...other, connection: { ...other.connection, unreachableHosts: ['PKI.contoso.com'] } };
      expect(rootUpdate(lost), directory).to.equal('unreachable');
    }
    expect(rootUpdate(withRegistryValue(closed, ROOT_DIRECTORY, ''))).to.equal('unreachable');
  });
});

describe('The policy for trusted roots', () => {
  test('leaves the roots that the directory distributed', () => {
    const limited = withRegistryValue(front, ROOT_POLICY, ENTERPRISE_ROOTS_ONLY);
    expect(trustedRoots(front).length).to.be.greaterThan(1);
    expect(trustedRoots(limited).map(({ thumbprint }) => thumbprint)).to.deep.equal(front.distributedRoots);
    expect(front.distributedRoots).to.have.lengthOf(1);
    expect(trustedRoots(withRegistryValue(front, ROOT_POLICY, 1))).to.deep.equal(trustedRoots(front));
    expect(trustedRoots(withRegistryValue(machine, ROOT_POLICY, ENTERPRISE_ROOTS_ONLY))).to.deep.equal([]);
  });
});

describe('The command reg', () => {
  const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL';
  const add = `reg add ${key} /v ClientAuthTrustMode /t REG_DWORD`;
  const query = `reg query HKEY_LOCAL_MACHINE\\${key.slice(5)} /v clientauthtrustmode`;

  test('adds, shows and deletes a value', () => {
    const added = typeCommand(there, `${add} /d 0x2`);
    expect(typeCommand(added, query).typed.at(-1)?.output).to.match(/ClientAuthTrustMode {4}REG_DWORD {4}0x2$/);
    expect(typeCommand(added, `reg query ${key}\\`).typed.at(-1)?.output).to.contain('ClientAuthTrustMode');
    expect(typeCommand(there, `reg query ${key}`).typed.at(-1)?.output).to.match(/SCHANNEL$/);
    const again = typeCommand(added, `${add} /d 1 /f`);
    expect(typeCommand(again, query).typed.at(-1)?.output).to.match(/0x1$/);
    const deleted = typeCommand(again, `reg delete ${key} /v ClientAuthTrustMode /f`);
    expect(() => typeCommand(deleted, query)).to.throw(Refusal, /registry-value-missing/);
    expect(machineOf(deleted.deployment, on).registry.size).to.equal(0);
  });

  test('refuses what it cannot do', () => {
    const added = typeCommand(there, `${add} /d 2`);
    const refused: readonly (readonly [line: string, code: RegExp])[] = [
      [`${add} /d 1`, /confirmation-needed/],
      [`reg delete ${key} /v ClientAuthTrustMode`, /confirmation-needed/],
      [`reg delete ${key} /v SendTrustedIssuerList /f`, /unknown-registry-value/],
      [`${add} /d two /f`, /invalid-argument/],
      [`reg add ${key} /v ClientAuthTrustMode /t REG_BINARY /d 1 /f`, /invalid-argument/],
      [`reg export ${key} C:\\certs\\a.reg`, /invalid-argument/],
      ['reg query HKLM\\SOFTWARE\\Contoso', /unknown-registry-value/],
      [`reg ${key}`, /invalid-argument/],
    ];
    for (const [line, code] of refused) expect(() => typeCommand(added, line), line).to.throw(Refusal, code);
    expect(() => typeCommand(there, `reg delete ${key} /v ClientAuthTrustMode /f`)).to.throw(Refusal, /value-missing/);
  });

  test('changes nothing for an account without rights', () => {
    const user = logOn(there, { on, account: 'user01' });
    expect(() => typeCommand(user, `${add} /d 2`)).to.throw(Refusal, /not-an-administrator/);
  });
});

describe('The judge', () => {
  function codesWith(change: Partial<Machine>, of = on): readonly string[] {
    const deployment = withMachine(there.deployment, { ...machineOf(there.deployment, of), ...change });
    return judgeServer(deployment, on).map(({ code, remedy }) => `${code} ${remedy.code}`);
  }

  test('says which side lacks a version of TLS', () => {
    const { registry } = switched('TLS 1.0', 'Server', 0);
    const code = 'no-common-tls-version';
    expect(codesWith({ registry })).to.include(`${code} code.${code}.causes.strong-cryptography.fix`);
    const none = TLS_VERSIONS.reduce(
      (m, version) => withRegistryValue(m, protocolSwitch(version, 'Client', 'Enabled'), 0),
      withRegistryValue(front, STRONG_CRYPTOGRAPHY, 1),
    );
    expect(codesWith({ registry: none.registry }, front.fqdn)).to.include(`${code} code.${code}.causes.disabled.fix`);
    expect(codesWith({}).filter((one) => one.startsWith(code))).to.deep.equal([]);
  });
});
