import type { Envelope } from '@cucumber/messages';
import type { FileRecord } from '../../evidence/records';
import { type RecordedScenario, recordsOf } from '../../recording/model/recorded-scenario';
import { type Recording, recordingOf } from '../../recording/recording';
import { scenariosOf } from './totals';

/** A file that the run produced. */
export interface ProducedFile {
  /** the anchor of its entry in the list of files */
  readonly id: string;
  /** the name under which it is published */
  readonly name: string;
  readonly record: FileRecord;
  /** the first scenario that made it */
  readonly scenario: RecordedScenario;
}

/** The files that the run produced, by a name that is safe below any folder: `web01.contoso.com/cert.cer`. */
export function producedFiles(messages: Iterable<Envelope>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    filesOf(recordingOf(messages)).map(({ name, record }) => [name, Buffer.from(record.base64, 'base64')]),
  );
}

/** The same files as records: each content once, in the order in which they were made. */
export function filesOf(recording: Recording): readonly ProducedFile[] {
  const byContent = new Map<string, Pick<ProducedFile, 'record' | 'scenario'>>();
  for (const scenario of scenariosOf(recording)) {
    for (const record of recordsOf(scenario)) {
      if (record.kind !== 'file' || byContent.has(contentKey(record))) continue;
      byContent.set(contentKey(record), { record, scenario });
    }
  }
  const taken = new Set<string>();
  return [...byContent.values()].map(({ record, scenario }, index) => {
    return { id: `file-${index + 1}`, name: freeName(record, taken), record, scenario };
  });
}

/** Equal for equal contents. The digest alone would rely on the program that wrote it. */
export function contentKey({ sha256, base64 }: FileRecord): string {
  return `${sha256}:${base64}`;
}

function freeName({ on, path }: FileRecord, taken: Set<string>): string {
  const folder = safeSegment(on, 'machine');
  const file = safeSegment(path.split(/[\\/]/).at(-1) ?? '', 'file');
  const dot = file.lastIndexOf('.') > 0 ? file.lastIndexOf('.') : file.length;
  let name = `${folder}/${file}`;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
    name = `${folder}/${file.slice(0, dot)}-${n}${file.slice(dot)}`;
  }
  taken.add(name.toLowerCase());
  return name;
}

/** One path segment that every file system accepts and that stays where it is put. */
function safeSegment(text: string, fallback: string): string {
  const plain = text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*\\/]/gu, '_');
  const short = shortened(plain.replace(/^[.\s]+/, '')).replace(/[.\s]+$/, '');
  if (short === '') return fallback;
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(short) ? `_${short}` : short;
}

const LONGEST = 80;

/** File systems count bytes: 80 characters of any script stay below their limit. The extension survives. */
function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) return name;
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return `${characters.slice(0, LONGEST - extension.length).join('')}${extension}`;
}
