import type { CertificateRecord, RequestRecord } from '../../../evidence/records';
import type { DecodedAnchor, PageAnchors } from '../../outline/anchors';
import type { DecodedField } from '../../words/page-words';

/** A certificate or request, decoded; shown in full where the page first comes to it. */
export interface DecodedView {
  readonly id: string;
  readonly first: boolean;
  readonly subject: string;
  readonly fields: readonly FieldView[];
  readonly pem: string;
  readonly href: string;
  readonly fileName: string;
}

interface FieldView {
  readonly name: DecodedField;
  readonly values: readonly string[];
  readonly code: boolean;
}

/** Arranges a certificate for its page. */
export function certificateView(record: CertificateRecord, anchors: PageAnchors): DecodedView {
  const { subject, keyAlgorithm, keyBits } = record;
  const fields = [
    field('subject', subject),
    field('issuer', record.issuer),
    field('subjectAlternativeNames', ...record.subjectAlternativeNames),
    field('notBefore', record.notBefore),
    field('notAfter', record.notAfter),
    field('key', `${keyAlgorithm} ${keyBits}`),
    field('signatureAlgorithm', record.signatureAlgorithm),
    field('extendedKeyUsage', ...record.extendedKeyUsage),
    field('authority', ...(record.isCa ? ['✓'] : [])),
    field('template', ...(record.template ? [record.template] : [])),
    field('serialNumber', record.serialNumber),
    field('thumbprint', record.thumbprint),
  ];
  return decoded(anchors.decoded(record), record, fields, 'cer');
}

/** Arranges a request for its page. */
export function requestView(record: RequestRecord, anchors: PageAnchors): DecodedView {
  const fields = [
    field('subject', record.subject),
    field('subjectAlternativeNames', ...record.subjectAlternativeNames),
    field('key', `${record.keyAlgorithm} ${record.keyBits}`),
    field('signatureAlgorithm', record.signatureAlgorithm),
  ];
  return decoded(anchors.decoded(record), record, fields, 'req');
}

function decoded(
  { id, first }: DecodedAnchor,
  { subject, pem }: Pick<CertificateRecord, 'subject' | 'pem'>,
  fields: readonly FieldView[],
  extension: string,
): DecodedView {
  // as text, because the page shows the same lines and is compressed
  const href = `data:application/x-pem-file,${encodeURIComponent(pem)}`;
  const present = fields.filter(({ values }) => values.length > 0);
  return { id, first, subject, fields: present, pem: pem.trim(), href, fileName: `${id}.${extension}` };
}

/** Fields that are set in the typeface of code. */
const CODES: readonly DecodedField[] = ['subject', 'issuer', 'serialNumber', 'thumbprint', 'subjectAlternativeNames'];

function field(name: DecodedField, ...values: readonly string[]): FieldView {
  return { name, values, code: CODES.includes(name) };
}
