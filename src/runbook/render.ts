import type { Comparison } from './comparison/comparison';
import { withAnchors } from './comparison-anchors';
import { inlineScript, inlineStyle } from './inlined';
import { instruments, type Templates } from './instruments';
import { viewsOf } from './page-views';
import type { Runbook } from './runbook';
import { sheetOf } from './sheet';
import { english, type Words } from './words/words';

/** What the pages are made with: files of `templates/`, and the one digest that they need. */
export interface RunbookTemplates {
  /** each template as `compiledTemplates` makes it, by its file name without `.hbs` */
  readonly parts: Templates;
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
  const page = pageMaker(templates, words);
  const { adaptable } = runbook;
  const keyed = adaptable && { ...adaptable, key: templates.sha256Base64(adaptable.file) };
  const shared = { ...runbook, adaptable: keyed, languages, found: words.found(runbook.findings) };
  const views = viewsOf(runbook, words).map((view) => {
    return { ...view, sheet: view.procedure ? sheetOf(view.procedure, templates.sha256Base64) : null };
  });
  if (singleFile) {
    const [first] = views;
    const pages = views.map((view) => ({ ...shared, ...view }));
    yield ['index.html', page('single', { ...shared, ...first, here: '', views: pages })];
  } else {
    for (const view of views) yield [view.here, page('page', { ...shared, ...view })];
  }
}

/** The page that shows what differs between two runs; it needs no other file, and no script where it is in one language. */
export function renderComparison(
  comparison: Comparison,
  templates: RunbookTemplates,
  { words = english, languages = [] }: Partial<Pick<Edition, 'words' | 'languages'>> = {},
): string {
  const page = pageMaker(templates, words);
  const head = { here: 'diff.html', title: words.labels.changes, outcome: words.changed(comparison) };
  return page('diff', { ...withAnchors(comparison), ...head, languages });
}

/** Makes whole pages of templates by their name. */
function pageMaker(templates: RunbookTemplates, words: Words): (name: string, content: object) => string {
  const shared = { words, ...inlined(templates) };
  return (name, content) => {
    const page = templates.parts[name];
    if (!page) throw new Error(`no template "${name}"; have ${Object.keys(templates.parts).join(', ')}`);
    const root = { ...content, ...shared };
    return page(root, instruments(root, templates.parts, words));
  };
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
