import type { Comparison } from '../comparison/comparison';
import { type PageKind, SLIPS_PAGE } from '../outline/page-files';
import type { CheckView } from '../views/check/check-view';
import { withAnchors } from '../views/comparison/comparison-anchors';
import { findingFacts } from '../views/findings/findings-views';
import { planSteps } from '../views/plan/plan-page';
import { type ChangeRecordView, changeRecordOf } from '../views/record/change-record';
import type { Runbook } from '../views/runbook';
import type { SlipSheet } from '../views/slips/slip-sheet';
import { changesInWords } from '../words/comparison-words';
import { findingsInWords, runOutcome, saying } from '../words/headings';
import { neutralWords } from '../words/neutral-words';
import { sayingSlips } from '../words/slip-words';
import { SYNONYMS } from '../words/synonyms';
import { english, type Words } from '../words/words';
import { runFacts } from './heading-facts';
import { inlineScripts, inlineStyle } from './inlined';
import { withLineBreaks } from './line-breaks';
import { type PageView, viewsOf } from './page-views';
import { type Templates, templateRuntime } from './template-runtime';
import { withUsedShapes } from './used-shapes';

/** The files of `templates/` that pages are made from, and the one digest that they need. */
export interface RunbookTemplates {
  /** each template as `compiledTemplates` makes it, by its file name without `.hbs` */
  readonly parts: Templates;
  readonly stylesheet: string;
  /** compiled */
  readonly scripts: Scripts;
  /** SHA-256 of the UTF-8 text, in base64 */
  readonly sha256Base64: (text: string) => string;
}

/** Compiled scripts by what needs them; `single` contains all others, `record` contains `rehearsal`. */
export type Scripts = Readonly<Record<'page' | 'record' | 'rehearsal' | 'search' | 'single', string>>;

/** In which form and language a runbook is written. */
export interface Edition {
  readonly words: Words;
  /** the other languages of the page */
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

/** The files of the runbook by path, each created on request. Default: all pages in English. */
export function* renderRunbook(
  runbook: Runbook,
  templates: RunbookTemplates,
  { words: given = english, languages = [], singleFile = false }: Partial<Edition> = {},
): Generator<readonly [path: string, html: string]> {
  const words = runbook.rehearsal ? given : neutralWords(given);
  const page = pageMaker(templates, words);
  const { siteValues } = runbook;
  const keyed = siteValues && { ...siteValues, key: templates.sha256Base64(siteValues.file) };
  const shared = {
    ...runbook,
    siteValues: keyed,
    languages,
    found: findingsInWords(findingFacts(runbook.findings), words),
    result: runOutcome(runFacts(runbook), saying(words)),
    synonyms: JSON.stringify(SYNONYMS),
  };
  const views = viewsOf(runbook, words).map((view) => ({ ...view, record: recordOn(view, templates) }));
  if (singleFile) {
    const [first] = views;
    const pages = views.map((view) => ({ ...shared, ...view }));
    yield ['index.html', page('single', { ...shared, ...first, here: '', views: pages }, ['single'])];
  } else {
    for (const view of views) {
      const own = view.record ? (['record'] as const) : (['rehearsal'] as const);
      const needed = [...(SCRIPTS_OF[view.kind] ?? []), 'page', ...(runbook.rehearsal ? own : [])] as const;
      yield [view.here, page('page', { ...shared, ...view }, needed)];
    }
  }
}

/** The change record of a plan or a procedure; null on other pages, and on pages without anything to record. */
function recordOn({ plan, procedure }: PageView, { sha256Base64 }: RunbookTemplates): ChangeRecordView | null {
  if (plan) return changeRecordOf(planSteps(plan), plan.verification, sha256Base64);
  if (!procedure) return null;
  const steps = procedure.runs.flatMap((run) => run.steps);
  return changeRecordOf(steps, procedure.verification, sha256Base64);
}

/** The scripts that pages of some kinds need besides those of every page. */
const SCRIPTS_OF: Partial<Readonly<Record<PageKind, readonly (keyof Scripts)[]>>> = {
  search: ['search'],
  troubleshooting: ['search'],
};

/** The page that shows what differs between two runs; it needs no other file, and no script where it is in one language. */
export function renderComparison(
  comparison: Comparison,
  templates: RunbookTemplates,
  { words = english, languages = [] }: Partial<Pick<Edition, 'words' | 'languages'>> = {},
): string {
  const page = pageMaker(templates, words);
  const head = { here: 'diff.html', title: words.labels.changes, outcome: changesInWords(comparison, words) };
  return page('diff', { ...withAnchors(comparison), ...head, languages }, languages.length > 0 ? ['page'] : []);
}

/** The page of a check of real servers; it needs no other file, and no script where it is in one language. */
export function renderCheck(
  view: CheckView,
  templates: RunbookTemplates,
  { words = english, languages = [] }: Partial<Pick<Edition, 'words' | 'languages'>> = {},
): string {
  const page = pageMaker(templates, words);
  return page('check', { ...view, here: 'index.html', languages }, languages.length > 0 ? ['page'] : []);
}

/** The page of a table of slips by itself; it needs no other file, and no script where it is in one language. */
export function renderSlips(
  environment: string,
  slips: SlipSheet,
  templates: RunbookTemplates,
  { words = english, languages = [] }: Partial<Pick<Edition, 'words' | 'languages'>> = {},
): string {
  const page = pageMaker(templates, words);
  const title = sayingSlips(words)('titleOf', { environment });
  const head = { here: SLIPS_PAGE, title, outcome: slips.outcome };
  return page('slips', { slips, ...head, languages }, languages.length > 0 ? ['page'] : []);
}

/** Makes whole pages of templates by their name, each with the scripts that it needs. */
function pageMaker(templates: RunbookTemplates, words: Words): PageMaker {
  const style = inlineStyle(templates.stylesheet);
  const inlined = new Map<string, object>();
  const inlinedWith = (needed: readonly (keyof Scripts)[]): object => {
    const script = inlineScripts(needed.map((part) => templates.scripts[part]));
    return { stylesheet: style, script, policy: policyOf(style, script, templates) };
  };
  return (name, content, needed) => {
    const page = templates.parts[name];
    if (!page) throw new Error(`no template "${name}"; have ${Object.keys(templates.parts).join(', ')}`);
    const known = inlined.get(needed.join()) ?? inlinedWith(needed);
    inlined.set(needed.join(), known);
    const root = { ...content, words, ...known };
    return withLineBreaks(withUsedShapes(page(root, templateRuntime(root, templates.parts, words))));
  };
}

type PageMaker = (name: string, content: object, needed: readonly (keyof Scripts)[]) => string;

/** Stylesheet and script are inline; the policy names them by digest and allows nothing else. */
function policyOf(style: string, script: string, { sha256Base64 }: RunbookTemplates): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(style)}'`,
    ...(script === '' ? [] : [`script-src 'sha256-${sha256Base64(script)}'`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
