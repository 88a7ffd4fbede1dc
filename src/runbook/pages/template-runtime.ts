import { STATUSES } from '../../recording/model/status';
import { localLink } from '../outline/page-files';
import type { StatusCounts } from '../outline/totals';
import type { SiteValues } from '../site-values/site-values';
import { saying } from '../words/headings';
import { staysEnglish } from '../words/stays-english';
import type { Words } from '../words/words';
import { markdownHtml, terminalHtml } from './attachment-markup';
import { escapedText } from './escaped-text';
import { jsonAttribute } from './json-attribute';
import { withValueLinks } from './value-links';

/** The helpers that templates may call, besides the blocks `if`, `unless`, `each` and `with`. */
export const CALLABLE = [
  'say',
  'utc',
  'equal',
  'joined',
  'counts',
  'amount',
  'link',
  'english',
  'jsonAttribute',
  'own',
  'markdownHtml',
  'terminalHtml',
  'lookup',
] as const;

/** Templates by their names, as they are compiled: each gives the HTML of a value. */
export type Templates = Readonly<Record<string, (value: unknown, on: TemplateRuntime) => string>>;

type Helper = (...given: never[]) => unknown;

/** The functions that compiled templates call. */
export interface TemplateRuntime extends Readonly<Record<(typeof CALLABLE)[number], Helper>> {
  /** what the whole page is made of */
  readonly root: object;
  readonly parts: Templates;
  /** A value as text of a page. Throws for a field that does not exist. */
  readonly text: (value: unknown, name: string) => string;
  /** A value that is already markup. Throws for a field that does not exist. */
  readonly markup: (value: unknown, name: string) => string;
  /** Whether a value counts as true: no empty text or list, not 0 and not false. */
  readonly holds: (value: unknown) => boolean;
  readonly with: (value: unknown, html: (value: unknown) => string) => string;
  /** The members of a list, or of an object by their names. */
  readonly each: (things: unknown, html: (thing: unknown, at: Place) => string) => string;
}

/** The position of a value in its list, in Handlebars' terms. */
interface Place {
  readonly key: string;
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The runtime for one page. */
export function templateRuntime(root: object, parts: Templates, words: Words): TemplateRuntime {
  const here = 'here' in root ? String(root.here) : '';
  const { siteValues = null }: { readonly siteValues?: SiteValues | null } = root;
  return {
    ...{ root, parts, text, markup, holds, each },
    with: (value, html) => (holds(value) ? html(value) : ''),
    lookup: (thing: Readonly<Record<string, unknown>>, name: string) => thing[name],
    say: (name: keyof Words['labels']) => words.labels[name],
    utc: instant,
    equal: (a: unknown, b: unknown) => a === b,
    joined: (texts: readonly string[]) => texts.join(', '),
    counts: (counts: StatusCounts) =>
      STATUSES.filter((status) => counts[status] > 0)
        .map((status) => `${counts[status]} ${words.statuses[status]}`)
        .join(words.labels.comma) || '0',
    amount: (things: readonly unknown[]) => saying(words)('entries', { count: things.length }),
    english: (text: unknown) => (staysEnglish(String(text), words) ? ' lang="en"' : ''),
    jsonAttribute,
    own: (text: unknown) => {
      const written = markup(text, 'own');
      return siteValues ? withValueLinks(written, siteValues) : escapedText(written);
    },
    markdownHtml,
    terminalHtml,
    link: (href: string) => localLink(href, here),
  };
}

function text(value: unknown, name: string): string {
  return escapedText(markup(value, name));
}

function markup(value: unknown, name: string): string {
  if (value === undefined || value === null) throw new Error(`"${name}" not defined`);
  return String(value);
}

function holds(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

const each: TemplateRuntime['each'] = (things, html) => {
  if (typeof things !== 'object' || things === null) return '';
  let all = '';
  if (Array.isArray(things)) {
    const last = things.length - 1;
    for (const [index, thing] of things.entries())
      all += html(thing, { key: String(index), index, first: index === 0, last: index === last });
    return all;
  }
  const keys = Object.keys(things);
  for (const [index, key] of keys.entries()) {
    all += html(Reflect.get(things, key), { key, index, first: index === 0, last: index === keys.length - 1 });
  }
  return all;
};

/** `2013-11-07 09:00:00 UTC`, in every time zone. */
function instant(iso: string): string {
  const match = /^(\d{4,}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z$/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : iso;
}
