import test, { describe } from 'node:test';
import { expect } from 'chai';
import { pathOf } from '../../src/adcs/authority';
import { type Console, logOn } from '../../src/operator/console';
import { internalAuthority } from '../../src/operator/logons';
import { outcomeOn } from '../../src/operator/outcome';
import { typeCommand } from '../../src/operator/prompt';
import { requestOn, sendTo } from '../../src/products/lync-server-2013/tasks/whole-procedure';
import { readFile, writeFile } from '../../src/windows/file-system';
import { machineOf, withMachine } from '../../src/windows/machine';
import { issuingAuthority } from '../../src/world/deployment';
import type { Certificate } from '../../src/x509/certificate';
import { readRequest } from '../../src/x509/certificate-request';
import { formatName } from '../../src/x509/names/distinguished-name';
import { begun, on } from '../support/one-server';

/** The verbs of certreq that work without an authority. */

const at = logOn(begun, { on, account: 'Administrator' });
const INF = 'C:\\certs\\policy.inf';
const REQ = 'C:\\certs\\new.req';

const POLICY = `[Version]
Signature="$Windows NT$"
[NewRequest]
; a comment
Subject = "CN=edgepool.contoso.com, O=Contoso"
KeyLength = 2048
KeySpec = 1
KeyUsage = 0xa0
Exportable = TRUE
MachineKeySet = TRUE
ProviderName = "Microsoft RSA SChannel Cryptographic Provider"
ProviderType = 12
RequestType = PKCS10
[EnhancedKeyUsageExtension]
OID=1.3.6.1.5.5.7.3.1
[Extensions]
2.5.29.17 = "{text}"
_continue_ = "dns=edgepool.contoso.com&"
_continue_ = "dns=edge01.contoso.com&"
[RequestAttributes]
CertificateTemplate = WebServer
`;

function withPolicy(policy: string): Console {
  return { ...at, deployment: writeFile(at.deployment, on, INF, Buffer.from(policy)) };
}

function refused(policy: string, line = `certreq -new ${INF} ${REQ}`): string {
  const { refused: refusal } = outcomeOn(withPolicy(policy), (console) => typeCommand(console, line));
  return refusal?.hresult ?? refusal?.code ?? 'done';
}

describe('certreq -new', () => {
  const made = typeCommand(withPolicy(POLICY), `certreq -new ${INF} ${REQ}`);
  const machine = machineOf(made.deployment, on);

  test('makes what the policy says', () => {
    const request = readRequest(readFile(made.deployment, on, REQ));
    expect({
      subject: formatName(request.subject),
      bits: request.keyBits,
      names: request.subjectAlternativeNames,
      usage: request.extendedKeyUsage,
      template: request.templateName,
      signed: request.signatureValid,
    }).to.deep.equal({
      subject: 'CN=edgepool.contoso.com, O=Contoso',
      bits: 2048,
      names: ['edgepool.contoso.com', 'edge01.contoso.com'],
      usage: ['serverAuth'],
      template: 'WebServer',
      signed: true,
    });
  });

  test('keeps the key and a placeholder of the request on the computer', () => {
    expect(machine.keys.map(({ location, exportable }) => ({ location, exportable }))).to.deep.equal([
      { location: 'LocalMachine', exportable: true },
    ]);
    expect(machine.stores.LocalMachine.REQUEST.map(({ keyContainer }) => keyContainer)).to.deep.equal(
      machine.keys.map(({ container }) => container),
    );
  });

  test('makes a key of the user that cannot be exported, unless told otherwise', () => {
    const plain = POLICY.replace(/^(Exportable|MachineKeySet).*\n/gm, '');
    const { keys, stores } = machineOf(typeCommand(withPolicy(plain), `certreq -new ${INF} ${REQ}`).deployment, on);
    expect(keys.map(({ location, exportable }) => ({ location, exportable }))).to.deep.equal([
      { location: 'CurrentUser', exportable: false },
    ]);
    expect(stores.LocalMachine.REQUEST).to.deep.equal([]);
  });

  for (const [what, line, other] of [
    ['another section', '[Version]', '[Nonsense]\nA = 1\n[Version]'],
    ['another key', 'KeySpec = 1', 'Nonsense = 1'],
    ['another value of a fixed key', 'KeySpec = 1', 'KeySpec = 2'],
    ['another key length', 'KeyLength = 2048', 'KeyLength = 2047'],
    ['another provider', 'Schannel', 'Schannel'],
    ['a name of another kind', 'dns=edge01.contoso.com', 'upn=a@b'],
    ['a truth that is none', 'Exportable = TRUE', 'Exportable = maybe'],
    ['a line that is none', 'KeySpec = 1', 'KeySpec'],
  ] as const) {
    test(`refuses ${what}`, () => {
      const policy =
        what === 'another provider' ? POLICY.replace('RSA SChannel', 'Nonsense') : POLICY.replace(line, other);
      expect(refused(policy)).to.equal('invalid-policy');
    });
  }

  test('refuses options and verbs that it does not have', () => {
    expect(refused(POLICY, `certreq -new -nonsense a ${INF} ${REQ}`)).to.equal('unknown-option');
    expect(refused(POLICY, `certreq -sign ${INF} ${REQ}`)).to.equal('unknown-command');
  });

  test('needs an administrator for a key of the computer, and not for one of the user', () => {
    const user = machineOf(at.deployment, on).accounts.find(({ groups }) => !groups.includes('Administrators'));
    const other = (policy: string): string | undefined =>
      outcomeOn(logOn(withPolicy(policy), { on, account: user?.name ?? '' }), (console) =>
        typeCommand(console, `certreq -new ${INF} ${REQ}`),
      ).refused?.hresult;
    expect(other(POLICY)).to.equal('ERROR_ACCESS_DENIED');
    expect(other(POLICY.replace('MachineKeySet = TRUE', 'MachineKeySet = FALSE'))).to.equal(undefined);
  });

  test('accepts no certificate that was not asked for here', () => {
    const [root] = machine.stores.LocalMachine.Root;
    const der = root?.certificate.der ?? new Uint8Array();
    const there = { ...made, deployment: writeFile(made.deployment, on, 'C:\\certs\\root.cer', der) };
    const { refused: refusal } = outcomeOn(there, (console) =>
      typeCommand(console, 'certreq -accept C:\\certs\\root.cer'),
    );
    expect(refusal?.hresult).to.equal('CRYPT_E_NOT_FOUND');
  });
});

describe('certreq -accept', () => {
  const { response } = begun.deployment.environment.files;
  const requested = sendTo(requestOn(begun, on), on, internalAuthority(begun));
  const authorities = pathOf(issuingAuthority(begun.deployment));

  /** The answer of certreq if the server knows these authorities, and trusts those of them that are roots. */
  function answered(known: readonly Certificate[], trusted: readonly Certificate[], account = 'Administrator'): string {
    const machine = machineOf(requested.deployment, on);
    const entries = (certificates: readonly Certificate[]) =>
      certificates.map((certificate) => ({ certificate, friendlyName: '', keyContainer: null }));
    const LocalMachine = { ...machine.stores.LocalMachine, CA: entries(known), Root: entries(trusted) };
    const deployment = withMachine(requested.deployment, { ...machine, stores: { ...machine.stores, LocalMachine } });
    const there = logOn({ ...requested, deployment }, { on, account });
    return outcomeOn(there, (console) => typeCommand(console, `certreq -accept "${response}"`)).refused?.hresult ?? '';
  }

  test('needs the issuer, then the trusted root', () => {
    expect(authorities.length).to.equal(2);
    expect(answered([], [])).to.equal('CERT_E_CHAINING');
    expect(answered(authorities, [])).to.equal('CERT_E_UNTRUSTEDROOT');
    expect(answered(authorities.slice(0, 1), authorities.slice(1))).to.equal('');
  });

  test('needs an administrator', () => {
    const user = machineOf(at.deployment, on).accounts.find(({ groups }) => !groups.includes('Administrators'));
    expect(answered(authorities, authorities, user?.name)).to.equal('ERROR_ACCESS_DENIED');
  });
});
