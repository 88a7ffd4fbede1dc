import { type CertificateFile, openCertificateFile } from '../../windows/certificate-file';
import { exportPfx, importPfx } from '../../windows/certutil-pfx';
import { readFile, writeFile } from '../../windows/file-system';
import { machineOf } from '../../windows/machine';
import { peerPath } from '../../windows/schannel';
import { windowsRefusal } from '../../windows/windows-refusals';
import { revocationStatus } from '../../world/revocation';
import { readRequest } from '../../x509/certificate-request';
import { contentKind } from '../../x509/content-kind';
import { readCrl } from '../../x509/crl';
import { armor, decodeArmor } from '../../x509/der/armor';
import { formatName } from '../../x509/names/distinguished-name';
import { usDate } from '../us-date';
import { certificateBlock, certificateLines, pathLines } from './certificate-block';
import { type CertutilCall, type CertutilVerb, locationIn } from './certutil-call';

/** The verbs of certutil that read or write a file (Microsoft, "certutil"). */
export const FILE_VERBS: Readonly<Record<string, CertutilVerb>> = {
  '-dump': { options: ['-v', '-p'], operands: [1, 1], run: (call) => unchanged(call, dumped(call)) },
  '-verify': { options: ['-v', '-urlfetch'], operands: [1, 1], run: (call) => unchanged(call, verified(call)) },
  '-decode': { options: ['-f'], operands: [2, 2], run: decoded },
  '-encode': { options: ['-f'], operands: [2, 2], run: encoded },
  '-importpfx': { options: ['-f', '-user', '-p', '-csp'], operands: [1, 3], run: imported },
  '-exportpfx': { options: ['-f', '-user', '-p'], operands: [2, 4], run: exported },
};

function unchanged({ deployment }: CertutilCall, lines: readonly string[]) {
  return { deployment, lines };
}

/** The content of a certificate, request, CRL, PKCS #7 or PKCS #12 file; the last one needs its password. */
function dumped(call: CertutilCall): readonly string[] {
  const { deployment, logon, operands, options } = call;
  const bytes = readFile(deployment, logon.on, operands[0] ?? '');
  switch (contentKind(bytes)) {
    case 'request':
      return requestLines(bytes);
    case 'crl':
      return crlLines(bytes);
    case 'certificate':
    case 'pkcs7':
    case 'pkcs12':
    case 'private-key':
    case 'text':
    case 'unknown': {
      const file = openCertificateFile(bytes, options.get('-p'), machineOf(deployment, logon.on), logon.account);
      return file.certificates.flatMap(({ certificate }, index) => certificateBlock(certificate, index, true));
    }
  }
}

/** `-decode in out`: text in base64 as binary. */
function decoded({ deployment, logon, operands }: CertutilCall) {
  const [from = '', to = ''] = operands;
  const [first] = decodeArmor(readFile(deployment, logon.on, from));
  if (!first) throw windowsRefusal('not-base64', logon.on, { path: from });
  return { deployment: writeFile(deployment, logon.on, to, first.der), lines: [] };
}

/** `-encode in out`: the bytes as text in base64. Its first line says CERTIFICATE, whatever the bytes are. */
function encoded({ deployment, logon, operands }: CertutilCall) {
  const [from = '', to = ''] = operands;
  const text = armor('CERTIFICATE', readFile(deployment, logon.on, from), '\r\n');
  return { deployment: writeFile(deployment, logon.on, to, Buffer.from(text)), lines: [] };
}

function requestLines(bytes: Uint8Array): readonly string[] {
  const request = readRequest(bytes);
  return [
    'PKCS10 Certificate Request:',
    `Subject: ${formatName(request.subject)}`,
    `Public Key Length: ${request.keyBits} bits`,
    ...request.subjectAlternativeNames.map((name) => `    ${name}`),
    request.signatureValid ? 'Signature matches Public Key' : 'Signature does not match Public Key',
  ];
}

function crlLines(bytes: Uint8Array): readonly string[] {
  const crl = readCrl(bytes);
  return [
    'X509 Certificate Revocation List:',
    `Issuer: ${formatName(crl.issuer)}`,
    ` ThisUpdate: ${usDate(crl.thisUpdate)}`,
    ` NextUpdate: ${usDate(crl.nextUpdate)}`,
    `CRL Entries: ${crl.revoked.length}`,
    ...crl.revoked.map(({ serialNumber }) => `  Serial Number: ${serialNumber}`),
    `CRL Number: ${crl.number}`,
  ];
}

/** The path of a certificate file from the stores of this computer, and its revocation if -urlfetch fetches the list. */
function verified({ deployment, logon, operands, options }: CertutilCall): readonly string[] {
  const machine = machineOf(deployment, logon.on);
  const { certificates } = openCertificateFile(readFile(deployment, logon.on, operands[0] ?? ''), undefined, machine);
  const [first] = certificates;
  if (!first) throw new Error('a certificate file without a certificate was read');
  const { certificate } = first;
  const path = peerPath(
    deployment,
    machine,
    certificates.map((one) => one.certificate),
  );
  const revocation = options.has('-urlfetch')
    ? [`Leaf certificate revocation check: ${revocationStatus(deployment, machine, certificate)}`]
    : [];
  return [...certificateLines(certificate), ...pathLines(path), ...revocation];
}

/** Whether the first operand is a store. Of two operands, it is one unless the second has modifiers for its name. */
function namesStore(operands: readonly string[]): boolean {
  return (
    operands.length === 3 ||
    (operands.length === 2 && !modifiersIn(operands[1]).every((one) => /^(no|at_)\w+$/.test(one)))
  );
}

/** `-importPFX [store] file [modifiers]`. A modifier is a list in commas: `NoExport`, `AT_KEYEXCHANGE`. */
function imported(call: CertutilCall) {
  const { deployment, logon, operands, options } = call;
  const [store, path, modifiers] = namesStore(operands) ? operands : ['My', ...operands];
  const provider = options.get('-csp');
  const order = {
    location: locationIn(call),
    store: store ?? '',
    path: path ?? '',
    password: options.get('-p') ?? '',
    modifiers: modifiersIn(modifiers),
    ...(provider === undefined ? {} : { provider }),
  };
  const file = readFile(deployment, logon.on, order.path);
  const machine = machineOf(deployment, logon.on);
  const { certificates }: CertificateFile = openCertificateFile(file, order.password, machine, logon.account);
  const [first] = certificates;
  return {
    deployment: importPfx(deployment, logon, order),
    lines: first ? [`Certificate "${formatName(first.certificate.subject)}" added to store.`] : [],
  };
}

/** `-exportPFX [store] certificate file [modifiers]`. */
function exported(call: CertutilCall) {
  const { deployment, logon, operands, options } = call;
  const [store, certificate, path, modifiers] = operands.length === 2 ? ['My', ...operands] : operands;
  const order = {
    location: locationIn(call),
    store: store ?? '',
    certificate: certificate ?? '',
    path: path ?? '',
    password: options.get('-p') ?? '',
    modifiers: modifiersIn(modifiers),
  };
  return { deployment: exportPfx(deployment, logon, order), lines: [] };
}

function modifiersIn(text = ''): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean);
}
