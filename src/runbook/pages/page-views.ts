import { STATE_OF } from '../../recording/model/state';
import { anchorOf, fileOf, type PageKind, SINGLE_PAGES, type SinglePage } from '../outline/page-files';
import { uniqueSorted } from '../unique-sorted';
import type { PlanView } from '../views/plan/plan-page';
import type { Procedure } from '../views/procedure/procedure';
import type { Runbook } from '../views/runbook';
import { outcomeOf, procedureOutcome, saying, titleOf } from '../words/headings';
import type { Words } from '../words/words';
import { procedureFacts, runFacts } from './heading-facts';

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
  readonly nav: readonly NavLink[];
  readonly procedure: Procedure | null;
  readonly plan: PlanView | null;
  readonly neighbours: readonly { readonly name: 'previous' | 'next'; readonly title: string; readonly href: string }[];
  /** what the index can be narrowed to */
  readonly filters: { readonly states: readonly string[]; readonly tags: readonly string[] };
  /** the marks that the index explains */
  readonly legend: readonly string[];
}

interface NavLink {
  readonly href: string;
  readonly text: string;
  readonly current: boolean;
}

const WITH_CONTENTS: readonly PageKind[] = ['index', 'document', 'codes', 'coverage', 'procedure'];

/** All pages in their order: the index, the procedures, the others. Outside rehearsals empty pages are left out. */
export function viewsOf(runbook: Runbook, words: Words): readonly PageView[] {
  const facts = runFacts(runbook);
  const listed = new Set(runbook.contents.map(({ kind }) => kind));
  const others = OTHERS.filter((kind) => runbook.rehearsal || listed.has(kind));
  const nav = (['index', ...others] as const).map((kind) => ({ href: fileOf(kind), text: words.pages[kind] }));
  const single = (kind: SinglePage): PageView => ({
    ...frameOf(kind, fileOf(kind), nav),
    title: titleOf(kind, facts, words),
    outcome: outcomeOf(kind, facts, words),
    filters: kind === 'index' ? filtersOf(runbook) : NO_FILTERS,
    legend: kind === 'index' ? marksOf(runbook, words) : [],
  });
  return [
    single('index'),
    ...runbook.plans.map((plan) => planPage(plan, nav, words)),
    ...runbook.procedures.map((_, place) => procedurePage(runbook, place, nav, words)),
    ...others.map(single),
  ];
}

const [, ...OTHERS] = SINGLE_PAGES;

function procedurePage({ procedures }: Runbook, place: number, nav: Nav, words: Words): PageView {
  const procedure = procedures[place];
  if (!procedure) throw new Error(`there is no procedure ${place}`);
  const neighbour = (name: 'previous' | 'next', other: Procedure | undefined) =>
    other ? [{ name, title: other.title, href: other.file }] : [];
  return {
    ...frameOf('procedure', procedure.file, nav),
    title: procedure.title,
    outcome: procedureOutcome(procedureFacts(procedure), words),
    procedure,
    neighbours: [...neighbour('previous', procedures[place - 1]), ...neighbour('next', procedures[place + 1])],
  };
}

function planPage(plan: PlanView, nav: Nav, words: Words): PageView {
  const say = saying(words);
  const { stages, steps, machines } = plan;
  const counts = { stages: stages.length, steps: say('steps', { count: steps }), machines: machines.length };
  return {
    ...frameOf('plan', plan.file, nav),
    title: say('planTitle', { pool: plan.pool }),
    outcome: say('planOutcome', counts),
    plan,
  };
}

type Nav = readonly Omit<NavLink, 'current'>[];

const NO_FILTERS = { states: [], tags: [] };

function frameOf(kind: PageKind, here: string, nav: Nav): Omit<PageView, 'title' | 'outcome'> {
  return {
    here,
    kind,
    anchor: anchorOf(here),
    facts: kind === 'index' || kind === 'procedure' || kind === 'plan' ? `facts-${kind}` : 'facts-page',
    body: `body-${kind}`,
    toc: WITH_CONTENTS.includes(kind) ? `toc-${kind}` : '',
    nav: nav.map((link) => ({ ...link, current: link.href === here })),
    procedure: null,
    plan: null,
    neighbours: [],
    filters: NO_FILTERS,
    legend: [],
  };
}

/** The marks that the index explains; outside rehearsals only those that scenarios can have. */
function marksOf({ rehearsal }: Runbook, { meanings }: Words): readonly string[] {
  return rehearsal ? Object.keys(meanings) : Object.values(STATE_OF).filter((state) => state !== 'waived');
}

function filtersOf({ contents }: Runbook): PageView['filters'] {
  const things = contents.flatMap((group) => group.things);
  return {
    states: uniqueSorted(things.map(({ state }) => state)).filter((state) => state !== ''),
    tags: uniqueSorted(things.flatMap(({ tags }) => tags)),
  };
}
