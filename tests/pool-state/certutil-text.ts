import type { StoreEntry, StoreLocation, StoreName } from '../../src/windows/certificate-store';
import { type Machine, machineOf } from '../../src/windows/machine';
import type { Deployment } from '../../src/world/deployment';
import { serverOf } from '../../src/world/topology';
import type { Certificate } from '../../src/x509/certificate';
import { KEY_PURPOSES } from '../../src/x509/der/object-identifiers';
import { type DistinguishedName, formatName } from '../../src/x509/names/distinguished-name';
import { generalNameOf } from '../../src/x509/names/general-name';
import { KEY_USAGES } from '../../src/x509/read-extensions';

/** What certutil and Get-CsCertificate of a real server print about the state of a simulated one. */

export interface Printing {
  readonly language: 'en' | 'zh-TW';
  readonly verbose: boolean;
}

/** `certutil [-v] [-user] -store` of all stores, with the typed commands. */
export function certutilText(deployment: Deployment, fqdn: string, printing: Printing): string {
  const machine = machineOf(deployment, fqdn);
  return LOCATIONS.flatMap((location) =>
    STORES.flatMap((store) => storeLines(machine, [location, store], printing)),
  ).join('\r\n');
}

const LOCATIONS: readonly StoreLocation[] = ['LocalMachine', 'CurrentUser'];
const STORES: readonly StoreName[] = ['My', 'Root', 'CA', 'REQUEST'];

const WORDS = {
  en: {
    certificate: 'Certificate',
    serial: 'Serial Number',
    issuer: 'Issuer',
    subject: 'Subject',
    notRoot: 'Non-root Certificate',
    root: 'Signature matches Public Key\r\nRoot Certificate: Subject matches Issuer',
    hash: 'Cert Hash(sha1)',
    keyLength: 'Public Key Length',
    container: 'Key Container',
    unique: 'Unique container name',
    provider: 'Provider',
    fixed: 'Private key is NOT exportable',
    passed: 'Encryption test passed',
    missing: 'Missing stored keyset',
    other: 'ERROR: Certificate public key does NOT match stored keyset',
    done: 'CertUtil: -store command completed successfully.',
    titles: {
      My: 'Personal',
      Root: 'Trusted Root Certification Authorities',
      CA: 'Intermediate Certification Authorities',
      REQUEST: 'Certificate Enrollment Requests',
    },
  },
  'zh-TW': {
    certificate: '憑證',
    serial: '序號',
    issuer: '簽發者',
    subject: '主體',
    notRoot: '不是根憑證',
    root: '簽章符合公開金鑰\r\n根憑證: 主體符合簽發者',
    hash: 'Cert 雜湊(sha1)',
    keyLength: '公開金鑰長度',
    container: '金鑰容器',
    unique: '唯一容器名稱',
    provider: '提供者',
    fixed: '私密金鑰無法匯出',
    passed: '加密測試通過',
    missing: '遺漏預存的金鑰組',
    other: '錯誤: 憑證公開金鑰與預存的金鑰組不符',
    done: 'CertUtil: -store 命令成功完成。',
    titles: { My: '個人', Root: '受信任的根憑證授權單位', CA: '中繼憑證授權單位', REQUEST: '憑證註冊要求' },
  },
} as const;

function storeLines(
  machine: Machine,
  [location, store]: readonly [StoreLocation, StoreName],
  printing: Printing,
): string[] {
  const words = WORDS[printing.language];
  const user = location === 'CurrentUser' ? ' -user' : '';
  const blocks = machine.stores[location][store].flatMap((entry, index) => [
    `================ ${words.certificate} ${index} ================`,
    ...certificateLines(entry, printing),
    ...keyLines(machine, location, entry, printing),
    '',
  ]);
  return [
    `C:\\>certutil${printing.verbose ? ' -v' : ''}${user} -store ${store}`,
    `${store} "${words.titles[store]}"`,
    ...blocks,
    words.done,
    '',
  ];
}

function certificateLines({ certificate, friendlyName }: StoreEntry, { language, verbose }: Printing): string[] {
  const words = WORDS[language];
  const { serialNumber, notBefore, notAfter, thumbprint, selfSigned, signatureAlgorithm, keyBits } = certificate;
  const name = (label: string, value: DistinguishedName) =>
    verbose ? [`${label}:`, ...nameParts(value), '  Name Hash(sha1): 00'] : [`${label}: ${formatName(value)}`];
  return [
    ...(verbose ? ['X509 Certificate:', 'Version: 3'] : []),
    `${words.serial}: ${serialNumber}`,
    ...(verbose
      ? ['Signature Algorithm:', `    Algorithm ObjectId: ${OIDS[signatureAlgorithm]} ${signatureAlgorithm}`]
      : []),
    ...name(words.issuer, certificate.issuer),
    ` NotBefore: ${date(notBefore, language)}`,
    ` NotAfter: ${date(notAfter, language)}`,
    ...name(words.subject, certificate.subject),
    ...(verbose
      ? [
          'Public Key Algorithm:',
          '    Algorithm ObjectId: 1.2.840.113549.1.1.1 RSA',
          `${words.keyLength}: ${keyBits} bits`,
          ...extensionLines(certificate),
          `Key Id Hash(rfc-sha1): ${spaced(certificate.publicKeyId)}`,
        ]
      : []),
    selfSigned ? words.root : words.notRoot,
    `${words.hash}: ${spaced(thumbprint.toLowerCase())}`,
    ...(verbose && friendlyName !== '' ? ['  CERT_FRIENDLY_NAME_PROP_ID(11):', `    ${friendlyName}`, ''] : []),
  ];
}

const OIDS: Readonly<Record<string, string>> = {
  sha1RSA: '1.2.840.113549.1.1.5',
  sha256RSA: '1.2.840.113549.1.1.11',
  sha512RSA: '1.2.840.113549.1.1.13',
  md5RSA: '1.2.840.113549.1.1.4',
  'RSASSA-PSS': '1.2.840.113549.1.1.10',
};

function nameParts(name: DistinguishedName): string[] {
  return [...name].reverse().map((part) => `    ${formatName([part])}`);
}

function spaced(hex: string): string {
  return (hex.match(/../g) ?? []).join(' ');
}

function extensionLines(certificate: Certificate): string[] {
  const extension = (id: string, title: string, lines: readonly string[] | undefined): string[] =>
    lines ? [`    ${id}: Flags = 0, Length = 16`, `    ${title}`, ...lines.map((line) => `        ${line}`), ''] : [];
  const {
    subjectAlternativeNames: names,
    keyUsage,
    extendedKeyUsage,
    crlDistributionPoints,
    isCa,
    pathLength,
  } = certificate;
  const { hasKeyUsage, hasExtendedKeyUsage, subjectKeyId, authorityKeyId } = certificate;
  const bits = KEY_USAGES.slice(0, 8).reduce(
    (sum, usage, index) => (keyUsage.includes(usage) ? sum | (0x80 >> index) : sum),
    0,
  );
  return [
    'Certificate Extensions: 7',
    ...extension('2.5.29.19', 'Basic Constraints', [
      isCa ? 'Subject Type=CA' : 'Subject Type=End Entity',
      `Path Length Constraint=${pathLength ?? 'None'}`,
    ]),
    ...extension('2.5.29.15', 'Key Usage', hasKeyUsage ? [`Words (${bits.toString(16).padStart(2, '0')})`] : undefined),
    ...extension(
      '2.5.29.37',
      'Enhanced Key Usage',
      hasExtendedKeyUsage ? extendedKeyUsage.map((one) => `Words (${KEY_PURPOSES[one] ?? one})`) : undefined,
    ),
    ...extension('2.5.29.17', 'Subject Alternative Name', names.length > 0 ? names.map(printedName) : undefined),
    ...extension(
      '2.5.29.31',
      'CRL Distribution Points',
      crlDistributionPoints.length > 0
        ? ['[1]CRL Distribution Point', ...crlDistributionPoints.map((one) => `URL=${one}`)]
        : undefined,
    ),
    ...extension('2.5.29.14', 'Subject Key Identifier', subjectKeyId ? [spaced(subjectKeyId)] : undefined),
    ...extension(
      '2.5.29.35',
      'Authority Key Identifier',
      authorityKeyId ? [`KeyID=${spaced(authorityKeyId)}`] : undefined,
    ),
  ];
}

function printedName(text: string): string {
  const { kind, value } = generalNameOf(text);
  return kind === 'dns' ? `DNS Name=${value}` : kind === 'ip' ? `IP Address=${value}` : `URL=${value}`;
}

function keyLines(
  machine: Machine,
  location: StoreLocation,
  entry: StoreEntry,
  { language, verbose }: Printing,
): string[] {
  const { keyContainer: container, certificate } = entry;
  if (container === null) return [];
  const words = WORDS[language];
  const named = machine.keys.filter((key) => key.container === container);
  const inUse = named.find((key) => key.location === location);
  const isOfUser = location === 'CurrentUser' || (!inUse && named.length > 0);
  const flags = isOfUser ? ['    Flags = 0'] : ['    Flags = 20 (32)', '      CRYPT_MACHINE_KEYSET -- 20 (32)'];
  const known = [`  ${words.container} = ${container}`, ...(verbose ? flags : [])];
  if (!inUse) return [...known, words.missing];
  return [
    ...known,
    `  ${words.unique}: ${container}`,
    `  ${words.provider} = ${inUse.provider}`,
    ...(inUse.exportable ? [] : [words.fixed]),
    inUse.keyPair.publicKeyId === certificate.publicKeyId ? words.passed : words.other,
  ];
}

/** `11/7/2013 9:05 AM`, or `2013/11/7 上午 09:05`. */
function date(at: number, language: Printing['language'], seconds = ''): string {
  const when = new Date(at);
  const [hour, minute] = [when.getUTCHours(), String(when.getUTCMinutes()).padStart(2, '0')];
  const [year, month, day] = [when.getUTCFullYear(), when.getUTCMonth() + 1, when.getUTCDate()];
  const clock = `${hour % 12 || 12}:${minute}${seconds}`;
  return language === 'en'
    ? `${month}/${day}/${year} ${clock} ${hour < 12 ? 'AM' : 'PM'}`
    : `${year}/${month}/${day} ${hour < 12 ? '上午' : '下午'} ${clock.padStart(5, '0')}`;
}

/** `Get-CsCertificate | Format-List`: one list for each use. */
export function assignmentText(deployment: Deployment, fqdn: string): string {
  const { assigned } = serverOf(deployment, fqdn);
  const my = machineOf(deployment, fqdn).stores.LocalMachine.My;
  const lists = Object.entries(assigned).flatMap(([use, thumbprint]) => {
    const certificate = my.find((entry) => entry.certificate.thumbprint === thumbprint)?.certificate;
    if (thumbprint === undefined) return [];
    const names = certificate?.subjectAlternativeNames ?? [];
    const shown = names.length > 4 ? `${names.slice(0, 4).join(', ')}...` : names.join(', ');
    return [
      '',
      `Issuer             : ${certificate ? formatName(certificate.issuer) : ''}`,
      `NotAfter           : ${certificate ? date(certificate.notAfter, 'en', ':00') : ''}`,
      `NotBefore          : ${certificate ? date(certificate.notBefore, 'en', ':00') : ''}`,
      `SerialNumber       : ${certificate?.serialNumber.toUpperCase() ?? ''}`,
      `Subject            : ${certificate ? formatName(certificate.subject) : ''}`,
      `AlternativeNames   : {${shown}}`,
      `Thumbprint         : ${thumbprint}`,
      'EffectiveDate      : ',
      'PreviousThumbprint : ',
      `Use                : ${use}`,
      '',
    ];
  });
  return ['PS C:\\> Get-CsCertificate | Format-List', ...lists, ''].join('\r\n');
}
