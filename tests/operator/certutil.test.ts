import test, { describe } from 'node:test';
import { expect } from 'chai';
import { type Console, logOn } from '../../src/operator/console';
import { inside } from '../../src/operator/logons';
import { namedValues } from '../../src/operator/named-values';
import { outcomeOn } from '../../src/operator/outcome';
import { typeCommand } from '../../src/operator/prompt';
import { writeFile } from '../../src/windows/file-system';
import { machineOf, withMachine } from '../../src/windows/machine';
import { issuingAuthority, withAuthority } from '../../src/world/deployment';
import { certificatePem } from '../../src/x509/certificate';
import { begun, holding, on } from '../support/one-server';

/** The verbs of certutil on a server with one certificate and its private key. */

const at = logOn(holding, { on, account: 'Administrator' });
const [entry] = machineOf(at.deployment, on).stores.LocalMachine.My;
const serial = entry?.certificate.serialNumber ?? '';
const thumbprint = entry?.certificate.thumbprint ?? '';
const PFX = 'C:\\certs\\x.pfx';

const linesOf = (line: string, console: Console = at): readonly string[] =>
  (typeCommand(console, line).typed.at(-1)?.output ?? '').split('\n').map((one) => one.trim());

function refused(line: string, console: Console = at): string {
  const refusal = outcomeOn(console, (there) => typeCommand(there, line)).refused;
  return refusal?.hresult ?? refusal?.code ?? 'done';
}

/** The server with a changed machine. */
function changed(change: (machine: ReturnType<typeof machineOf>) => Partial<ReturnType<typeof machineOf>>): Console {
  const machine = machineOf(at.deployment, on);
  return { ...at, deployment: withMachine(at.deployment, { ...machine, ...change(machine) }) };
}

/** The console without the authorities in the stores of the server. */
function withoutAuthorities(console: Console): Console {
  const machine = machineOf(console.deployment, on);
  const LocalMachine = { ...machine.stores.LocalMachine, CA: [], Root: [] };
  return {
    ...console,
    deployment: withMachine(console.deployment, { ...machine, stores: { ...machine.stores, LocalMachine } }),
  };
}

describe('certutil -store', () => {
  test('lists the certificates of a store with their keys', () => {
    const lines = linesOf('certutil -store My');
    expect(lines).to.include.members([
      'My "Personal"',
      '================ Certificate 0 ================',
      `Serial Number: ${serial}`,
      'Non-root Certificate',
      `Key Container = ${entry?.keyContainer}`,
      'Provider = Microsoft RSA SChannel Cryptographic Provider',
      'Encryption test passed',
      'CertUtil: -store command completed successfully.',
    ]);
    expect(lines.find((line) => line.startsWith('Cert Hash(sha1): '))?.replace(/^.*: | /g, '')).to.equal(
      `CertHash(sha1):${thumbprint.toLowerCase()}`.replace(/^.*:/, ''),
    );
    expect(lines).not.to.include('X509 Certificate:');
  });

  test('says with -v what else is in a certificate, and with -user lists the stores of the user', () => {
    expect(linesOf('certutil -v -store My')).to.include.members(['Public Key Length: 2048 bits', 'serverAuth']);
    expect(linesOf('certutil -user -store my').filter((line) => line.startsWith('====='))).to.deep.equal([]);
  });

  test('says that a root is one', () => {
    expect(linesOf('certutil -store Root 0')).to.include('Root Certificate: Subject matches Issuer');
  });

  test('finds a certificate by serial number, thumbprint, place and name, and says which one is missing', () => {
    for (const id of [serial, serial.toUpperCase(), thumbprint, '0', 'EDGE01'])
      expect(linesOf(`certutil -store My ${id}`), id).to.include(`Serial Number: ${serial}`);
    expect(refused('certutil -store My 77')).to.equal('CRYPT_E_NOT_FOUND');
    const twice = changed(({ stores }) => {
      const { My, CA } = stores.LocalMachine;
      return {
        stores: {
          ...stores,
          LocalMachine: { ...stores.LocalMachine, My: [...My, ...CA, ...stores.LocalMachine.Root] },
        },
      };
    });
    expect(refused('certutil -store My Contoso', twice)).to.equal('CRYPT_E_NOT_FOUND');
    expect(refused('certutil -store Nonsense')).to.equal('ERROR_FILE_NOT_FOUND');
  });

  test('says what is wrong with a key', () => {
    const gone = changed(() => ({ keys: [] }));
    expect(linesOf('certutil -store My', gone)).to.include('Missing stored keyset');
    const fixed = changed(({ keys }) => ({ keys: keys.map((key) => ({ ...key, exportable: false })) }));
    expect(linesOf('certutil -store My', fixed)).to.include('Private key is NOT exportable');
    expect(linesOf('certutil -store My')).not.to.include('Private key is NOT exportable');
  });
});

describe('certutil -verify and -verifystore', () => {
  test('build the path from the stores of this computer', () => {
    expect(linesOf('certutil -verifystore My 0')).to.include('Certificate is valid');
    const untrusting = changed(({ stores }) => ({
      stores: { ...stores, LocalMachine: { ...stores.LocalMachine, Root: [], CA: [] } },
    }));
    expect(linesOf('certutil -verifystore My', untrusting).join('\n')).to.include('0x800b010a');
  });

  test('read a file, and fetch the revocation list only with -urlfetch', () => {
    const pem = Buffer.from(entry ? certificatePem(entry.certificate) : '');
    const there = { ...at, deployment: writeFile(at.deployment, on, 'C:\\certs\\a.cer', pem) };
    expect(linesOf('certutil -verify C:\\certs\\a.cer', there).join('\n')).not.to.include('revocation');
    expect(linesOf('certutil -verify -urlfetch C:\\certs\\a.cer', there)).to.include(
      'Leaf certificate revocation check: good',
    );
    expect(linesOf('certutil -dump C:\\certs\\a.cer', there)).to.include('X509 Certificate:');
  });
});

describe('certutil with a .pfx file', () => {
  const exported = typeCommand(at, `certutil -p secret -exportPFX My ${serial} ${PFX}`);
  const gone = typeCommand(exported, `Remove-Item Cert:\\LocalMachine\\My\\${thumbprint} -DeleteKey`);

  test('exports the certificate with its key, and imports both', () => {
    const imported = typeCommand(gone, `certutil -p secret -importPFX ${PFX}`);
    const { keys, stores } = machineOf(imported.deployment, on);
    expect(keys.map(({ exportable }) => exportable)).to.deep.equal([true]);
    expect(stores.LocalMachine.My.map(({ certificate }) => certificate.thumbprint)).to.deep.equal([thumbprint]);
  });

  test('marks the key as not exportable with NoExport, and takes no other modifier', () => {
    const imported = typeCommand(gone, `certutil -p secret -importPFX My ${PFX} NoExport,NoChain`);
    expect(machineOf(imported.deployment, on).keys.map(({ exportable }) => exportable)).to.deep.equal([false]);
    const short = typeCommand(gone, `certutil -p secret -importPFX ${PFX} NoExport`);
    expect(machineOf(short.deployment, on).keys.map(({ exportable }) => exportable)).to.deep.equal([false]);
    expect(refused(`certutil -p secret -importPFX My ${PFX} Nonsense`, gone)).to.equal('unknown-modifier');
  });

  test('leaves out authorities with NoChain, and roots with NoRoot', () => {
    const bare = withoutAuthorities(gone);
    const stored = (more: string, file = PFX): readonly number[] => {
      const { CA, Root } = machineOf(
        typeCommand(bare, `certutil -p secret -importPFX My ${file} ${more}`).deployment,
        on,
      ).stores.LocalMachine;
      return [CA.length, Root.length];
    };
    expect(stored('')).to.deep.equal([1, 1]);
    expect(stored('NoRoot')).to.deep.equal([1, 0]);
    expect(stored('NoChain')).to.deep.equal([0, 0]);
    const short = typeCommand(at, `certutil -p secret -exportPFX My ${serial} C:\\certs\\short.pfx NoChain`);
    const lines = linesOf('certutil -p secret -dump C:\\certs\\short.pfx', short);
    expect(lines.filter((line) => line.startsWith('=====')).length).to.equal(1);
    expect(linesOf(`certutil -p secret -dump ${PFX}`, gone).filter((line) => line.startsWith('=====')).length).to.equal(
      3,
    );
  });

  test('puts the key into the provider that -csp names', () => {
    const [csp, ksp] = ['Microsoft RSA SChannel Cryptographic Provider', 'Microsoft Software Key Storage Provider'];
    const inKsp = typeCommand(gone, `certutil -p secret -csp "${ksp}" -importPFX ${PFX}`);
    expect(machineOf(inKsp.deployment, on).keys.map(({ provider }) => provider)).to.deep.equal([ksp]);
    const back = typeCommand(inKsp, `certutil -p secret -csp "${csp}" -importPFX ${PFX}`);
    expect(machineOf(back.deployment, on).keys.map(({ provider }) => provider)).to.deep.equal([csp]);
    expect(refused(`certutil -p secret -csp Nonsense -importPFX ${PFX}`, gone)).to.equal('NTE_KEYSET_NOT_DEF');
  });

  test('needs the password, and an administrator for the stores of the computer', () => {
    expect(refused(`certutil -p other -importPFX ${PFX}`, gone)).to.equal('ERROR_INVALID_PASSWORD');
    const [user] = machineOf(at.deployment, on).accounts.filter(({ groups }) => !groups.includes('Administrators'));
    const other = logOn(gone, { on, account: user?.name ?? '' });
    expect(refused(`certutil -p secret -importPFX ${PFX}`, other)).to.equal('ERROR_ACCESS_DENIED');
    expect(refused(`certutil -user -p secret -importPFX ${PFX}`, other)).to.equal('done');
  });
});

describe('certutil', () => {
  test('refuses verbs, options and operands that it does not have', () => {
    for (const line of ['certutil', 'certutil -nonsense', 'certutil -store My 0 more', 'certutil -delstore My'])
      expect(refused(line), line).to.equal('unknown-command');
    expect(refused('certutil -urlfetch -store My')).to.equal('unknown-option');
    expect(refused('certutil -store My -p')).to.equal('unknown-option');
  });

  test('takes a slash for a hyphen', () => {
    expect(linesOf('certutil /store My')).to.include('My "Personal"');
  });

  test('reads the registry of the authority on its server only', () => {
    const line = 'certutil -getreg ca\\csp\\AlternateSignatureAlgorithm';
    const { host } = issuingAuthority(begun.deployment);
    const there = logOn(begun, { on: host ?? '', account: inside(begun).account });
    expect(linesOf(line, there)).to.include('AlternateSignatureAlgorithm REG_DWORD = 0');
    const alternate = { ...issuingAuthority(begun.deployment), alternateSignature: true };
    const other = { ...there, deployment: withAuthority(there.deployment, alternate) };
    expect(linesOf(line, other)).to.include('AlternateSignatureAlgorithm REG_DWORD = 1');
    expect(refused(line)).to.equal('ERROR_FILE_NOT_FOUND');
    expect(refused('certutil -getreg ca\\Nonsense', there)).to.equal('ERROR_FILE_NOT_FOUND');
  });
});

describe('The Command Prompt', () => {
  test('lists files by pattern, below a folder with /s only', () => {
    const { exported } = begun.deployment.environment.files;
    const file = { ...at, deployment: writeFile(at.deployment, on, exported, new Uint8Array(3)) };
    expect(linesOf('dir /s C:\\*.pfx', file)).to.include(`3 ${exported}`);
    expect(refused('dir C:\\*.pfx', file)).to.equal('ERROR_FILE_NOT_FOUND');
    expect(refused('dir /s C:\\*.nonsense', file)).to.equal('ERROR_FILE_NOT_FOUND');
    expect(refused('dir /q C:\\', file)).to.equal('unknown-option');
  });

  test('tells how far the clock is off', () => {
    const late = changed(() => ({ clockOffset: -90_000 }));
    expect(linesOf('w32tm /query /status', late)).to.include('Phase Offset: +90.0000000s');
    expect(linesOf('w32tm /stripchart /computer:a.example /samples:1', late).at(-1)).to.include('o:+90.0000000s');
    expect(refused('w32tm /resync')).to.equal('unknown-option');
  });

  test('knows no other command', () => {
    expect(refused('nonsense')).to.equal('unknown-command');
    expect(namedValues(begun.deployment).password).to.be.a('string');
  });
});
