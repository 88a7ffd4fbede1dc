import { inDoubleQuotes } from '../../shell-quotes';
import type { RecordedValue } from './named-values';
import { WRITTEN_AS } from './written-as';

/**
 * A form in which a value occurs on the pages, as their script searches for it. It is the source of a regular expression
 * with the flags i and u, without capturing groups.
 */
export interface Form {
  readonly source: string;
  readonly as: keyof typeof WRITTEN_AS;
  /** the exact text, where capitals matter; else empty */
  readonly exactly: string;
  /** what it finds, apart from capitals */
  readonly text: string;
  /** the length of the text; longer ones are looked for first */
  readonly length: number;
}

/** Neither within a longer name of a computer nor before another label of it. */
const COMPUTER = { before: '(?<![A-Za-z0-9-]|[A-Za-z0-9]\\.)', after: '(?![A-Za-z0-9-]|\\.[A-Za-z0-9])' };

/** A domain also ends the names of computers that are in it. */
const DOMAIN = { ...COMPUTER, before: '(?<![A-Za-z0-9-])' };

/** Within text, but not within a word; Chinese is written without spaces. */
const WORD = { before: '(?<![A-Za-z0-9])', after: '(?![A-Za-z0-9])' };

/** Common words: only as a whole, in quotation marks, behind a label or as an attribute of a name. */
const WHOLE = { before: '(?<=^\\s*|["「“=]|[:：|]\\s|\\n)', after: '(?=\\s*$|["」”,;]|\\s\\||\\n)' };

/** In quotation marks, behind a label, after the word template, or set apart by a space in Chinese text. */
const TEMPLATE = {
  before: '(?<=^\\s*|["「“\\n]|[:：]\\s?|template |\\p{Script=Han} )',
  after: '(?=\\s*$|["」”.,;:：\\n])',
};

/** A number could be anything: only alone in a field, and behind the texts that the product names. */
function afterTexts(before: readonly string[]): typeof WORD {
  return { before: `(?<=${['^\\s*', '\\n', ...before].join('|')})`, after: '(?=\\s*$|\\n| -| bits\\n)' };
}

const PATH = { before: '(?<![A-Za-z0-9])', after: '(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])' };

/** Each way in which the value is written. */
export function formsOf(named: Pick<RecordedValue, 'written' | 'before' | 'value'>): readonly Form[] {
  const value = String(named.value);
  const quoted = inDoubleQuotes(value);
  return [value, ...(quoted === value ? [] : [quoted])].flatMap((text) => plainForms(named, text));
}

function plainForms(
  { written, before = [] }: Pick<RecordedValue, 'written' | 'before'>,
  value: string,
): readonly Form[] {
  switch (written) {
    case 'computer':
      return [form(value, COMPUTER)];
    case 'domain':
      return [form(value, DOMAIN), ...componentsOf(value)];
    case 'netbios':
      return [form(value, { before: WORD.before, after: '(?=\\\\)' })];
    case 'authority':
      return [form(value, WORD, value), ...inAddress(value)];
    case 'template':
      return [form(value, TEMPLATE, value)];
    case 'number':
      return [form(value, afterTexts(before))];
    case 'account':
      return value.includes('\\') ? [form(value, WORD)] : [form(value, WHOLE, value)];
    case 'path':
      return [form(value, PATH)];
    case 'exported file':
      return [form(value, PATH), ...exportedForms(value)];
    case 'share':
      return [form(value, { before: '(?<=\\\\)', after: AFTER_SHARE })];
    case 'drive':
      return [form(value, { before: WORD.before, after: AFTER_SHARE })];
    case 'whole':
      return [form(value, WHOLE, value)];
    case 'nowhere':
      return [];
  }
}

const AFTER_SHARE = '(?=\\\\|["」”]|\\s|$)';

function form(text: string, around: typeof WORD, exactly = '', as: Form['as'] = 'name'): Form {
  const source = text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return { source: `${around.before}${source}${around.after}`, as, exactly, text, length: text.length };
}

function componentsOf(domain: string): readonly Form[] {
  const components = WRITTEN_AS['domain components'](domain);
  return [form(components, { ...WORD, after: '(?!, DC=|[A-Za-z0-9-])' }, '', 'domain components')];
}

function inAddress(authority: string): readonly Form[] {
  const encoded = WRITTEN_AS.address(authority);
  return encoded === authority ? [] : [form(encoded, WORD, '', 'address')];
}

/** In transit to the other servers the file is in another folder. The certificate alone has a name derived from it. */
function exportedForms(path: string): readonly Form[] {
  const alone = WRITTEN_AS['certificate file'](path);
  const name = WRITTEN_AS['file name'](path);
  return [form(alone, PATH, '', 'certificate file'), form(name, { ...PATH, before: '(?<=\\\\)' }, '', 'file name')];
}
