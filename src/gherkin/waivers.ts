import type { GherkinDocument, Tag } from '@cucumber/messages';
import type { Waiver } from '../evidence/omission-records';
import { commentTargets } from './source-comments';

/** The tag of a scenario, a rule, a table of examples or a feature that is deliberately not executed. */
const TAG = '@waived';

/** A waived element, with the reason. */
interface Waived extends Waiver {
  /** the line of the comment */
  readonly line: number;
  readonly tag: Pick<Tag, 'id' | 'location'>;
}

/** An error in a waiver: a comment without its tag, or a tag without a valid comment. */
export interface WaiverError {
  readonly line: number;
  /** the error and the remedy */
  readonly what: string;
}

/**
 * The waiver of a scenario on that day: its own, else that of the element that contains it. Undefined if it must be
 * executed.
 *
 * @param tags the tags of the pickle, the feature's first
 * @param today `YYYY-MM-DD`; empty: every waiver is in force
 */
export function waiverOf(
  document: GherkinDocument,
  tags: readonly { readonly name: string; readonly astNodeId: string }[],
  today: string,
): Waiver | undefined {
  const own = tags.filter(({ name }) => name === TAG);
  const { waived } = own.length > 0 ? waiversIn(document) : NOTHING;
  for (const { astNodeId } of own.reverse()) {
    const found = waived.find(({ tag }) => tag.id === astNodeId);
    if (found && isInForce(found, today)) return { reason: found.reason, until: found.until };
  }
  return undefined;
}

/** Whether the waiver is in force on that day. */
export function isInForce({ until }: Waiver, today: string): boolean {
  return until === '' || today <= until;
}

/** The errors in the waivers of a document, in the order of lines. */
export function waiverErrors(document: GherkinDocument): readonly WaiverError[] {
  return [...waiversIn(document).errors].sort((a, b) => a.line - b.line);
}

const FORMS = '"# waived: reason" or "# waived until YYYY-MM-DD: reason"';

interface Waivers {
  readonly waived: readonly Waived[];
  readonly errors: readonly WaiverError[];
}

const NOTHING: Waivers = { waived: [], errors: [] };

/** Reads the waivers of a document. A waiver needs both the comment `# waived: …` and the tag of its element. */
function waiversIn(document: GherkinDocument): Waivers {
  const elements = commentTargets(document);
  const waived: Waived[] = [];
  const invalid: WaiverError[] = [];
  const explained = new Map<string, number>();
  for (const { location, text } of document.comments) {
    if (!/^\s*#\s*waived\b/i.test(text)) continue;
    const { line } = location;
    const element = elements.find(({ start }) => start > line);
    const tag = element?.tags.find(({ name }) => name === TAG);
    const read = readWaiver(text);
    const before = explained.get(tag?.id ?? '');
    if (tag) explained.set(tag.id, before ?? line);
    if (typeof read === 'string') invalid.push({ line, what: read });
    else if (!tag) invalid.push({ line, what: notTagged(element?.line) });
    else if (before) invalid.push({ line, what: `line ${before} gives the reason already; keep one of the two` });
    else waived.push({ ...read, line, tag });
  }
  const tags = elements.flatMap((element) => element.tags.filter(({ name }) => name === TAG));
  const silent = tags.filter(({ id }) => !explained.has(id));
  const what = `${TAG} gives no reason; write ${FORMS} above the tags`;
  return { waived, errors: [...invalid, ...silent.map(({ location: { line } }) => ({ line, what }))] };
}

function notTagged(line: number | undefined): string {
  const below = line === undefined ? 'nothing follows it' : `what follows it, on line ${line}, is not`;
  return `a reason for ${TAG}, and ${below}${line === undefined ? '' : ' tagged so'}; tag it ${TAG}, with the comment above the tags, or delete the comment`;
}

/** Reads the comment of a waiver. Returns a text with the error if it is not valid. */
function readWaiver(comment: string): Waiver | string {
  const [form, until = '', reason = ''] = /^\s*#\s*waived(?:\s+until\s+([^:]*?))?\s*:\s*(.*?)\s*$/i.exec(comment) ?? [];
  if (form === undefined) return `"${comment.trim()}" is read as a waiver; write ${FORMS}`;
  if (until !== '' && !isDay(until)) return `"${until}" is no day of the calendar; write it as YYYY-MM-DD`;
  if (reason === '') return `the reason is empty; write ${FORMS}`;
  if (/\buntil\s+\S*\d\S*$/i.test(reason))
    return 'the day stands in the reason; write "# waived until YYYY-MM-DD: reason"';
  return { reason, until };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
