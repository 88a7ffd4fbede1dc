import { STATE_OF } from '../../recording/model/state';
import {
  anchorOf,
  fileOf,
  type PageKind,
  placeOf,
  type RunbookPlace,
  SINGLE_PAGES,
  type SinglePage,
  SLIPS_PAGE,
} from '../outline/page-files';
import { uniqueSorted } from '../unique-sorted';
import { isDocumented } from '../views/coverage/coverage';
import type { IndexGroup } from '../views/index/index-entry';
import type { PlanView } from '../views/plan/plan-page';
import type { Procedure } from '../views/procedure/procedure';
import type { Runbook } from '../views/runbook';
import { outcomeOf, procedureOutcome, titleOf } from '../words/headings';
import { planTitle } from '../words/plan-title';
import { sayingSlips } from '../words/slip-words';
import type { Words } from '../words/words';
import { procedureFacts, runFacts } from './heading-facts';
import {
  linksOf,
  type NavLink,
  type PageLink,
  type PlanLink,
  pagesIn,
  pagesOfPlace,
  placeLinks,
  planLinks,
  planOutcome,
  recordLinks,
} from './navigation';

/** The values of one page besides those that all pages share; its parts are templates by their names. */
export interface PageView {
  /** its file, under which its links know it */
  readonly here: string;
  readonly kind: PageKind;
  /** its anchor when all pages are one file */
  readonly anchor: string;
  readonly title: string;
  readonly outcome: string;
  readonly facts: string;
  readonly body: string;
  /** empty: the page is short */
  readonly toc: string;
  /** the places in the header */
  readonly places: readonly NavLink[];
  /** the pages of its place */
  readonly nav: readonly NavLink[];
  /** what the page of a place leads to */
  readonly links: readonly PageLink[];
  /** the change records of procedures without a plan, which the page of the review leads to */
  readonly records: readonly Pick<PageLink, 'href' | 'text'>[];
  /** the plans, on the pages that lead to them */
  readonly changes: readonly PlanLink[];
  /** the entries that it lists */
  readonly groups: readonly IndexGroup[];
  readonly procedure: Procedure | null;
  readonly plan: PlanView | null;
  readonly neighbours: readonly { readonly name: 'previous' | 'next'; readonly title: string; readonly href: string }[];
  /** what the search can be narrowed to */
  readonly filters: { readonly states: readonly string[]; readonly tags: readonly string[] };
  /** the marks that the page about the run explains */
  readonly legend: readonly string[];
}

const WITH_CONTENTS: readonly PageKind[] = ['troubleshooting', 'document', 'codes', 'coverage', 'procedure', 'slips'];

/** The pages of a run without procedures, besides those of its features. */
const OUTSIDE_REHEARSALS: readonly SinglePage[] = ['index', 'about', 'search'];

/** All pages in their order: the first page, what is done, the procedures, the others. */
export function viewsOf(runbook: Runbook, words: Words): readonly PageView[] {
  const { rehearsal, procedures } = runbook;
  const facts = runFacts(runbook);
  const single = (kind: SinglePage): PageView => ({
    ...frameOf(kind, fileOf(kind), placeOf(kind), runbook, words),
    title: titleOf(kind, facts, words),
    outcome: outcomeOf(kind, facts, words),
    links: linksOf(kind, runbook, words),
    records: kind === 'review' ? recordLinks(runbook) : [],
    changes: planLinks(runbook, words),
    groups: groupsOf(kind, runbook),
    filters: kind === 'search' ? filtersOf(runbook) : NO_FILTERS,
    legend: kind === 'about' ? marksOf(runbook, words) : [],
  });
  const first: readonly SinglePage[] = ['index', 'do'];
  const pages = pagesIn(runbook, SINGLE_PAGES).filter((kind) => rehearsal || OUTSIDE_REHEARSALS.includes(kind));
  return [
    ...pages.filter((kind) => first.includes(kind)).map(single),
    ...runbook.plans.map((plan) => planPage(plan, runbook, words)),
    ...procedures.map((_, place) => procedurePage(runbook, place, words)),
    ...pages.filter((kind) => !first.includes(kind)).map(single),
    ...slipsPages(runbook, words),
  ];
}

/** The worksheet of the slips, if the runbook has them. */
function slipsPages(runbook: Runbook, words: Words): readonly PageView[] {
  const { slips, environment } = runbook;
  const title = sayingSlips(words)('titleOf', { environment });
  return slips ? [{ ...frameOf('slips', SLIPS_PAGE, 'review', runbook, words), title, outcome: slips.outcome }] : [];
}

function procedurePage(runbook: Runbook, at: number, words: Words): PageView {
  const { procedures } = runbook;
  const procedure = procedures[at];
  if (!procedure) throw new Error(`there is no procedure ${at}`);
  const alike = procedures.filter((one) => hasRuns(one) === hasRuns(procedure));
  const place = alike.indexOf(procedure);
  const neighbour = (name: 'previous' | 'next', other: Procedure | undefined) =>
    other ? [{ name, title: other.title, href: other.file }] : [];
  return {
    ...frameOf('procedure', procedure.file, hasRuns(procedure) ? 'do' : 'reference', runbook, words),
    title: procedure.title,
    outcome: procedureOutcome(procedureFacts(procedure), words),
    procedure,
    neighbours: [...neighbour('previous', alike[place - 1]), ...neighbour('next', alike[place + 1])],
  };
}

function planPage(plan: PlanView, runbook: Runbook, words: Words): PageView {
  return {
    ...frameOf('plan', plan.file, 'do', runbook, words),
    title: planTitle(plan, words),
    outcome: planOutcome(plan, words),
    plan,
  };
}

function hasRuns({ runs }: Procedure): boolean {
  return runs.length > 0;
}

/** The facts below the title, where a page has some. */
const FACTS: Partial<Readonly<Record<PageKind, string>>> = {
  about: 'facts-about',
  procedure: 'facts-procedure',
  plan: 'facts-plan',
  findings: 'facts-page',
  document: 'facts-page',
  coverage: 'facts-page',
  codes: 'facts-page',
  files: 'facts-page',
};

const NO_FILTERS = { states: [], tags: [] };

function frameOf(
  kind: PageKind,
  here: string,
  place: RunbookPlace | undefined,
  runbook: Runbook,
  words: Words,
): Omit<PageView, 'title' | 'outcome'> {
  return {
    here,
    kind,
    anchor: anchorOf(here),
    facts: FACTS[kind] ?? 'facts-none',
    body: `body-${kind}`,
    toc: WITH_CONTENTS.includes(kind) ? `toc-${kind}` : '',
    places: placeLinks(runbook, here, place, words),
    nav: pagesOfPlace(runbook, here, place, words),
    links: [],
    records: [],
    changes: [],
    groups: [],
    procedure: null,
    plan: null,
    neighbours: [],
    filters: NO_FILTERS,
    legend: [],
  };
}

/** The entries that a page lists: the search all, the reference those of features without procedures. */
function groupsOf(kind: SinglePage, { rehearsal, contents, procedures }: Runbook): readonly IndexGroup[] {
  if (kind === 'search' || (kind === 'index' && !rehearsal)) return contents;
  if (kind !== 'reference') return [];
  const without = new Set(procedures.filter((one) => !hasRuns(one)).map(({ file }) => file));
  return contents.filter(({ href }) => without.has(href));
}

/** The marks that a run can have; only those that scenarios can have outside rehearsals or without a document. */
function marksOf(runbook: Runbook, { meanings }: Words): readonly string[] {
  const marks = Object.keys(meanings).filter((mark) => mark !== 'unlinked' || isDocumented(runbook));
  return runbook.rehearsal ? marks : Object.values(STATE_OF).filter((state) => state !== 'waived');
}

function filtersOf({ contents }: Runbook): PageView['filters'] {
  const things = contents.flatMap((group) => group.things);
  return {
    states: uniqueSorted(things.map(({ state }) => state)).filter((state) => state !== ''),
    tags: uniqueSorted(things.flatMap(({ tags }) => tags)),
  };
}
