import Handlebars from 'handlebars/runtime';
import type { Comparison } from './comparison/comparison';
import type { CALLABLE } from './compiled-templates';
import { inlineScript, inlineStyle } from './inlined';
import { viewsOf } from './page-views';
import { localLink } from './pages';
import { STATUSES } from './recording/status';
import type { Runbook } from './runbook';
import type { Counts } from './totals';
import { english, type Words } from './words/words';

/** What the pages are made with: files of `templates/`, and the one digest that they need. */
export interface RunbookTemplates {
  /** each template as `compiledTemplates` makes it, by its file name without `.hbs` */
  readonly partials: Readonly<Record<string, TemplateSpecification>>;
  readonly stylesheet: string;
  readonly script: string;
  /** SHA-256 of the UTF-8 text, in base64 */
  readonly sha256Base64: (text: string) => string;
}

/** In which form and language a runbook is written. */
export interface Edition {
  readonly words: Words;
  /** the other languages that there are of it */
  readonly languages: readonly OtherLanguage[];
  /** all pages in `index.html` */
  readonly singleFile: boolean;
}

/** The same runbook in another language. */
export interface OtherLanguage {
  /** BCP 47 */
  readonly language: string;
  readonly name: string;
  /** the way from this runbook's folder to that one's */
  readonly folder: string;
}

/**
 * The runbook's files by their path inside its folder, each made when it is asked for; all pages, in English, when
 * nothing is said of the edition.
 */
export function* renderRunbook(
  runbook: Runbook,
  templates: RunbookTemplates,
  { words = english, languages = [], singleFile = false }: Partial<Edition> = {},
): Generator<readonly [path: string, html: string]> {
  requirePlain(runbook, 'runbook');
  const page = pageMaker(templates, words);
  const shared = { ...runbook, languages, found: words.found(runbook.findings) };
  const views = viewsOf(runbook, words);
  if (singleFile) {
    const [first] = views;
    const pages = views.map((view) => ({ ...shared, ...view }));
    yield ['index.html', page('single', { ...shared, ...first, here: '', views: pages })];
  } else {
    for (const view of views) yield [view.here, page('page', { ...shared, ...view })];
  }
}

/** The page that shows what differs between two runs; it needs no other file. */
export function renderComparison(comparison: Comparison, templates: RunbookTemplates, words: Words = english): string {
  requirePlain(comparison, 'comparison');
  const page = pageMaker(templates, words);
  return page('diff', { ...comparison, title: words.labels.changes, outcome: words.changed(comparison) });
}

/** Makes whole pages of templates by their name. */
function pageMaker(templates: RunbookTemplates, words: Words): (name: string, content: object) => string {
  const handlebars = Handlebars.create();
  for (const [name, compiled] of Object.entries(templates.partials)) {
    handlebars.registerPartial(name, handlebars.template(compiled));
  }
  handlebars.registerHelper(helpers(words));
  const shared = { words, ...inlined(templates) };
  return (name, content) => {
    const page = templates.partials[name];
    if (!page) throw new Error(`no template "${name}"; have ${Object.keys(templates.partials).join(', ')}`);
    return handlebars.template(page)({ ...content, ...shared });
  };
}

/**
 * Everything the templates see is a plain object. Handlebars prints an empty text for a getter of a class, even when
 * strict, which would leave a thumbprint blank.
 */
function requirePlain(value: unknown, where: string): void {
  const found = notPlain(value);
  if (found) throw new Error(`${[where, ...found].join('.')} is not a plain object`);
}

/** The names that lead to a value that is no plain object; undefined when there is none. */
function notPlain(value: unknown): readonly string[] | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return [];
  for (const name in value) {
    const found = notPlain(Reflect.get(value, name));
    if (found) return [name, ...found];
  }
  return undefined;
}

function helpers(words: Words): Record<(typeof CALLABLE)[number], Handlebars.HelperDelegate> {
  return {
    say: (name: keyof Words['labels']) => words.labels[name],
    utc: instant,
    equal: (a: unknown, b: unknown) => a === b,
    joined: (texts: readonly string[]) => texts.join(', '),
    counts: (counts: Counts) =>
      STATUSES.filter((status) => counts[status] > 0)
        .map((status) => `${counts[status]} ${words.statuses[status]}`)
        .join(', ') || '0',
    amount: (things: readonly unknown[]) => words.amount(things.length),
    english: (text: unknown) => new Handlebars.SafeString(staysEnglish(text, words) ? ' lang="en"' : ''),
    link: (href: string, { data }: Handlebars.HelperOptions) => localLink(href, data.root.here),
  };
}

/** Whether a text of the product stands as it is on a page in a language with a script of its own. */
function staysEnglish(text: unknown, { language }: Words): boolean {
  return language !== english.language && /[a-z]{2}/.test(String(text)) && !/\p{Script=Han}/u.test(String(text));
}

/** `2013-11-07 09:00:00 UTC`, whatever the reader's clock says. */
function instant(iso: string): string {
  const match = /^(\d{4,}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z$/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : iso;
}

/** Stylesheet and script stand in the page; the policy names them by digest and allows nothing else. */
function inlined({ stylesheet, script, sha256Base64 }: RunbookTemplates): object {
  const [style, behaviour] = [inlineStyle(stylesheet), inlineScript(script)];
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    `script-src 'sha256-${sha256Base64(behaviour)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return { stylesheet: style, script: behaviour, policy };
}
