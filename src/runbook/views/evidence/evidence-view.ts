import type {
  CertificateRecord,
  Change,
  CommandRecord,
  DispositionRecord,
  EvidenceRecord,
  RefusalRecord,
  RequestRecord,
} from '../../../evidence/records';
import type { PlainAttachment, StepOutput } from '../../../recording/reading/attachments';
import type { Registry } from '../../outline/anchors';
import { dataUri } from './data-uri';
import { type FindingView, findingView } from './finding-view';
import { type SeatView, seatsOf, uniqueSorted } from './session';

/** What a step left behind, ready to be drawn. Several machines that show the same stand together. */
export interface EvidenceView {
  readonly any: boolean;
  /** where the step was carried out */
  readonly seats: readonly SeatView[];
  readonly changes: readonly { readonly on: string; readonly changes: readonly Change[] }[];
  readonly commands: readonly CommandView[];
  readonly certificates: readonly DecodedView[];
  readonly requests: readonly DecodedView[];
  readonly files: readonly {
    readonly name: string;
    readonly path: string;
    readonly on: string;
    readonly href: string;
  }[];
  readonly dispositions: readonly Required<DispositionRecord>[];
  readonly refusals: readonly Required<RefusalRecord>[];
  /** what the judge found, each time it was asked */
  readonly findings: readonly { readonly lines: readonly FindingView[] }[];
  readonly others: readonly OtherView[];
}

export interface CommandView extends Omit<CommandRecord, 'output'> {
  readonly output: string;
}

/** A certificate or request, decoded; shown in full where the page first comes to it. */
export interface DecodedView {
  readonly id: string;
  readonly first: boolean;
  readonly subject: string;
  readonly fields: readonly {
    readonly name: DecodedField;
    readonly values: readonly string[];
    readonly code: boolean;
  }[];
  readonly pem: string;
  readonly href: string;
  readonly fileName: string;
}

export type DecodedField =
  | 'subject'
  | 'issuer'
  | 'serialNumber'
  | 'notBefore'
  | 'notAfter'
  | 'thumbprint'
  | 'key'
  | 'signatureAlgorithm'
  | 'subjectAlternativeNames'
  | 'extendedKeyUsage'
  | 'authority'
  | 'template';

export interface OtherView {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly image: string;
  readonly href: string;
  readonly url: string;
  /** the web addresses of a list of links */
  readonly links: readonly string[];
}

const NOTHING: EvidenceView = {
  any: false,
  seats: [],
  changes: [],
  commands: [],
  certificates: [],
  requests: [],
  files: [],
  dispositions: [],
  refusals: [],
  findings: [],
  others: [],
};

/** Arranges the records of one step for the page on which it stands. */
export function evidenceView(left: StepOutput, page: string, registry: Registry): EvidenceView {
  if (left.records.length + left.others.length === 0) return NOTHING;
  const of = <K extends EvidenceRecord['kind']>(kind: K) =>
    left.records.filter((record): record is Extract<EvidenceRecord, { kind: K }> => record.kind === kind);
  return {
    any: left.others.length > 0 || left.records.some(({ kind }) => !ELSEWHERE.includes(kind)),
    seats: seatsOf(of('window')),
    changes: onEach(of('change'), ({ changes }) => changes).filter(({ changes }) => changes.length > 0),
    commands: onEach(of('command'), ({ shell, text, typed, output = '' }) => ({ shell, text, typed, output })).map(
      ({ kind, ...command }) => ({ kind, ...command, output: command.output ?? '' }),
    ),
    certificates: of('certificate').map((record) => certificateView(record, page, registry)),
    requests: of('request').map((record) => requestView(record, page, registry)),
    files: of('file').map((record) => ({ on: record.on, path: record.path, ...registry.file(record) })),
    dispositions: of('disposition').map((record) => ({ ...record, hresult: record.hresult ?? '' })),
    refusals: of('refusal').map((record) => ({ ...record, hresult: record.hresult ?? '' })),
    findings: of('findings').map((record) => ({ lines: record.findings.map((line) => findingView(line, registry)) })),
    others: left.others.map(otherView),
  };
}

/** Records that are shown elsewhere than with a step. */
const ELSEWHERE: readonly EvidenceRecord['kind'][] = ['run', 'finding-codes', 'not-applicable', 'waived', 'machines'];

/** Records that are the same but for the machine become one that names every machine. */
function onEach<R extends { readonly on: string }>(
  records: readonly R[],
  matter: (record: R) => unknown,
): readonly R[] {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = JSON.stringify(matter(record));
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((first) => ({ ...first, on: uniqueSorted(group.map(({ on }) => on)).join(', ') })),
  );
}

function certificateView(record: CertificateRecord, page: string, registry: Registry): DecodedView {
  const { subject, issuer, serialNumber, notBefore, notAfter, thumbprint, keyAlgorithm, keyBits, isCa } = record;
  const fields: DecodedView['fields'] = [
    field('subject', subject),
    field('issuer', issuer),
    field('subjectAlternativeNames', ...record.subjectAlternativeNames),
    field('notBefore', notBefore),
    field('notAfter', notAfter),
    field('key', `${keyAlgorithm} ${keyBits}`),
    field('signatureAlgorithm', record.signatureAlgorithm),
    field('extendedKeyUsage', ...record.extendedKeyUsage),
    field('authority', ...(isCa ? ['✓'] : [])),
    field('template', ...(record.template ? [record.template] : [])),
    field('serialNumber', serialNumber),
    field('thumbprint', thumbprint),
  ];
  return decoded(registry.decoded('certificate', thumbprint, page), subject, fields, record.pem, 'cer');
}

function requestView(record: RequestRecord, page: string, registry: Registry): DecodedView {
  const fields: DecodedView['fields'] = [
    field('subject', record.subject),
    field('subjectAlternativeNames', ...record.subjectAlternativeNames),
    field('key', `${record.keyAlgorithm} ${record.keyBits}`),
    field('signatureAlgorithm', record.signatureAlgorithm),
  ];
  return decoded(registry.decoded('request', record.pem, page), record.subject, fields, record.pem, 'req');
}

type Shown = ReturnType<Registry['decoded']>;

function decoded(
  { id, first }: Shown,
  subject: string,
  fields: DecodedView['fields'],
  pem: string,
  extension: string,
): DecodedView {
  const told = fields.filter(({ values }) => values.length > 0);
  const href = dataUri('application/x-pem-file', Buffer.from(pem, 'utf8').toString('base64'));
  return { id, first, subject, fields: told, pem: pem.trim(), href, fileName: `${id}.${extension}` };
}

const CODES: readonly DecodedField[] = ['subject', 'issuer', 'serialNumber', 'thumbprint', 'subjectAlternativeNames'];

function field(name: DecodedField, ...values: readonly string[]): DecodedView['fields'][number] {
  return { name, values, code: CODES.includes(name) };
}

function otherView({ mediaType, fileName, text, base64, url }: PlainAttachment): OtherView {
  const base = { name: fileName, mediaType, text: '', image: '', href: '', url, links: [] };
  if (mediaType === 'text/uri-list') {
    const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    const links = lines.filter((line) => /^https?:\/\//i.test(line));
    return { ...base, links, text: lines.filter((line) => !links.includes(line)).join('\n') };
  }
  if (text !== '' && !/svg|html/.test(mediaType)) return { ...base, text };
  const bytes = base64 || Buffer.from(text, 'utf8').toString('base64');
  if (bytes === '') return base;
  const image = /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(mediaType) ? dataUri(mediaType, bytes) : '';
  return { ...base, image, href: dataUri('application/octet-stream', bytes) };
}
