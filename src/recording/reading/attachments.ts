import { type EvidenceRecord, recordIn } from '../../evidence/records';
import { printable, printableInColour } from '../model/failure-message';
import type { PlainAttachment, StepOutput } from '../model/step-output';
import type { StreamAttachment } from './attempts';

const NOTHING: StepOutput = { records: [], others: [] };

/** Sorts attachments into records and others, each in the order of the stream. */
export function outputOf(attachments: readonly StreamAttachment[]): StepOutput {
  if (attachments.length === 0) return NOTHING;
  const records: EvidenceRecord[] = [];
  const others: PlainAttachment[] = [];
  for (const attachment of attachments) {
    const record = recordOf(attachment);
    if (record) records.push(record);
    else others.push(plainOf(attachment));
  }
  return { records, others };
}

const KINDS: Readonly<Record<EvidenceRecord['kind'], true>> = {
  window: true,
  change: true,
  certificate: true,
  request: true,
  file: true,
  disposition: true,
  command: true,
  refusal: true,
  'not-applicable': true,
  waived: true,
  values: true,
  actions: true,
  machines: true,
  run: true,
  findings: true,
  'finding-codes': true,
  texts: true,
};

/** The record in the attachment; undefined for any other attachment, even under the media type of this package. */
function recordOf({ mediaType, body, contentEncoding }: StreamAttachment): EvidenceRecord | undefined {
  const text = contentEncoding === 'BASE64' ? Buffer.from(body, 'base64').toString('utf8') : body;
  try {
    const record = recordIn({ mediaType, body: text });
    return record && Object.hasOwn(KINDS, record.kind) ? record : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function plainOf({ mediaType, body, contentEncoding, fileName = '', url = '' }: StreamAttachment): PlainAttachment {
  const base = { mediaType, fileName, url, coloured: '' };
  if (contentEncoding !== 'BASE64') return { ...base, ...textsOf(body), base64: '' };
  const bytes = Buffer.from(body, 'base64');
  if (/^text\/|^application\/(json|xml)\b|\+(json|xml)$/.test(mediaType) && !/svg/.test(mediaType)) {
    return { ...base, ...textsOf(bytes.toString('utf8')), base64: '' };
  }
  return { ...base, text: '', base64: bytes.toString('base64') };
}

function textsOf(body: string): Pick<PlainAttachment, 'text' | 'coloured'> {
  const [text, coloured] = [printable(body), printableInColour(body)];
  return { text, coloured: coloured === text ? '' : coloured };
}
