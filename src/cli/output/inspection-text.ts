import { DAY } from '../../determinism';
import type { InspectedCertificate, Inspection, InspectionFinding } from '../../inspection/inspection';
import type { InspectionOptions } from '../../inspection/inspection-options';
import type { Paint, Tone } from '../terminal/paint';
import { harmless } from './harmless';

/** The text of an inspection in a terminal: the verdict and the remedies first, then what the file holds. */

/** What the file was compared with, as far as the text names it. */
type Compared = Pick<InspectionOptions, 'isExample' | 'pool' | 'roots'>;

/** The lines about one file, and an empty line after them. */
export function inspectionText(inspection: Inspection, compared: Compared, paint: Paint): string {
  const rows: readonly (readonly [head: string, text: string])[] = [
    ...inspection.findings.flatMap((one) => findingRows(one, inspection.file, paint)),
    ...pathRows(inspection, paint),
    ...inspection.certificates.slice(0, MOST_SHOWN).flatMap((one) => certificateRows(one)),
    ...(inspection.certificates.length > MOST_SHOWN
      ? ([['', `and ${inspection.certificates.length - MOST_SHOWN} more certificates`]] as const)
      : []),
    ...requestRows(inspection),
    ...listRows(inspection),
    ['judged', judgedText(inspection, compared)],
  ];
  const lines = rows.map(([head, text]) => `  ${head === '' ? '' : head}${' '.repeat(WIDTH - widthOf(head))}${text}\n`);
  return `${headline(inspection, compared, paint)}\n${lines.join('')}\n`;
}

const WIDTH = 10;
const MOST_SHOWN = 8;

/** The length of a head without the codes of its colour. */
function widthOf(head: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins the codes of a colour
  return head.replace(/\u001b\[\d+m/g, '').length;
}

const KINDS: Readonly<Record<Inspection['kind'], string>> = {
  certificate: 'a certificate',
  pkcs7: 'certificates without keys (PKCS #7)',
  pkcs12: 'certificates with keys (PKCS #12)',
  request: 'a certificate request',
  crl: 'a revocation list',
  policy: 'a policy of certreq',
  'private-key': 'a private key',
  unknown: 'not a certificate file',
};

function headline(inspection: Inspection, compared: Compared, paint: Paint): string {
  const { file, kind, certificates, request, at } = inspection;
  const first = certificates.find(({ isCa }) => !isCa) ?? certificates[0];
  const names = first ? namesOf(first) : request ? namesOf(request) : '';
  const parts = [
    `${harmless(file)}: ${verdictOf(inspection, compared, paint)}`,
    KINDS[kind],
    ...(names === '' ? [] : [`for ${names}`]),
    ...(first ? [endOf(first.notAfter, at)] : []),
  ];
  return parts.join('; ');
}

function verdictOf(inspection: Inspection, compared: Compared, paint: Paint): string {
  const { ok, code, findings, path } = inspection;
  if (!ok) return paint('bad', `CANNOT BE READ (${code ?? ''})`);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    ...(errors > 0 ? [errors === 1 ? '1 error' : `${errors} errors`] : []),
    ...(path?.ok === false ? ['the path fails'] : []),
    ...(warnings > 0 ? [warnings === 1 ? '1 warning' : `${warnings} warnings`] : []),
  ];
  if (errors > 0 || path?.ok === false) return paint('bad', `DO NOT USE (${counts.join(', ')})`);
  if (warnings > 0) return paint('attention', counts.join(', '));
  const isWhole = notJudged(inspection, compared).length === 0;
  return isWhole ? paint('good', 'no fault found') : 'no fault found in what was judged';
}

type NamesOf = Pick<InspectedCertificate, 'subject' | 'subjectAlternativeNames'>;

function namesOf({ subject, subjectAlternativeNames }: NamesOf): string {
  const common = /(?:^|, )CN=("(?:[^"]|"")*"|[^,]*)/.exec(subject)?.[1];
  const names = [...new Set([...(common === undefined ? [] : [common]), ...subjectAlternativeNames])];
  const shown = names.slice(0, 3).map(harmless).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function endOf(notAfter: string, at: string): string {
  const days = Math.floor((Date.parse(notAfter) - Date.parse(at)) / DAY);
  const day = notAfter.slice(0, notAfter.indexOf('T'));
  if (days < 0) return `ended ${day}`;
  return `ends ${day}, in ${days === 1 ? '1 day' : `${days} days`}`;
}

const TONES: Readonly<Record<string, Tone>> = { error: 'bad', warning: 'attention' };

type Row = readonly [head: string, text: string];

function findingRows(finding: InspectionFinding, file: string, paint: Paint): readonly Row[] {
  const { code, severity, server, on, detail, cause, remedy } = finding;
  const tone = TONES[severity];
  const where = server === null ? harmless(on) : `${harmless(on)}, on ${harmless(server)}`;
  // the causes on the page of a code are in the remedy; errors of Windows help to search
  const error = cause !== null && / 0x/.test(cause) ? ` [${harmless(cause)}]` : '';
  return [
    [tone ? paint(tone, severity) : severity, `${code}: ${harmless(detail)}${error}`],
    ['fix', harmless(remedy)],
    ...(on === file ? [] : [['at', where] as const]),
  ];
}

function pathRows({ path }: Inspection, paint: Paint): readonly Row[] {
  if (!path) return [];
  const verdict = path.ok ? paint('good', 'valid') : paint('bad', `fails: ${path.code ?? ''}`);
  return [['path', verdict], ...path.subjects.map((subject): Row => ['', harmless(subject)])];
}

function certificateRows(certificate: InspectedCertificate): readonly Row[] {
  const { subject, issuer, serialNumber, thumbprint, notBefore, notAfter } = certificate;
  const { keyAlgorithm, keyBits, signatureAlgorithm, extendedKeyUsage, isCa, selfSigned, hasPrivateKey } = certificate;
  const kind = isCa ? (selfSigned ? 'root' : 'authority') : 'server';
  const size = keyBits > 0 ? ` ${keyBits}` : '';
  return [
    [kind, `${harmless(subject)}${hasPrivateKey ? ', with its private key' : ''}`],
    ['', `issued by ${selfSigned ? 'itself' : harmless(issuer)}`],
    ['', `valid ${notBefore} to ${notAfter}; ${keyAlgorithm}${size}, ${signatureAlgorithm}`],
    ...(extendedKeyUsage.length > 0 ? [['', `for ${extendedKeyUsage.join(', ')}`] as const] : []),
    ['', `thumbprint ${thumbprint}, serial number ${serialNumber}`],
  ];
}

function requestRows({ request }: Inspection): readonly Row[] {
  if (!request) return [];
  const { subject, keyAlgorithm, keyBits, signatureAlgorithm, templateName, signatureValid } = request;
  return [
    ['request', harmless(subject)],
    ['', `${keyAlgorithm} ${keyBits}, ${signatureAlgorithm}${signatureValid ? '' : ', with a wrong signature'}`],
    ...(templateName === null ? [] : [['', `template ${harmless(templateName)}`] as const]),
  ];
}

function listRows({ crl }: Inspection): readonly Row[] {
  if (!crl) return [];
  const { issuer, number, thisUpdate, nextUpdate, revoked } = crl;
  return [
    ['list', `number ${number} of ${harmless(issuer)}, with ${revoked} revoked certificates`],
    ['', `valid ${thisUpdate} to ${nextUpdate ?? 'no end'}`],
  ];
}

/** Says what the verdict does not cover, so that nothing unknown looks as if it were in order. */
function judgedText(inspection: Inspection, compared: Compared): string {
  const { at, kind } = inspection;
  if (!isJudged(kind)) return `at ${at}`;
  const names = compared.pool ?? (compared.isExample ? undefined : 'the first pool of the environment');
  const open = notJudged(inspection, compared);
  return `at ${at}${names === undefined ? '' : `, for ${names}`}${open.length > 0 ? `; not judged: ${open.join('; ')}` : ''}`;
}

/** What a trial does not cover, each with the option that adds it. */
function notJudged({ kind }: Inspection, { isExample, pool, roots }: Compared): readonly string[] {
  if (!isJudged(kind)) return [];
  return [
    ...(isExample && pool === undefined ? ['names: give --pool'] : []),
    ...(roots.length === 0 ? ['trust: give --root and --chain'] : []),
    ...(isExample ? ['your versions of Windows: give --environment'] : []),
  ];
}

function isJudged(kind: Inspection['kind']): boolean {
  return kind !== 'crl' && kind !== 'private-key' && kind !== 'unknown';
}
