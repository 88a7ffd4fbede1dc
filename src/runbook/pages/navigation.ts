import type { State } from '../../recording/model/states';
import {
  DOCUMENT_PAGES,
  fileOf,
  linkTo,
  PAGES_OF_PLACE,
  PLACES,
  type RunbookPlace,
  type SinglePage,
  SLIPS_PAGE,
} from '../outline/page-files';
import { isDocumented } from '../views/coverage/coverage';
import type { PlanView } from '../views/plan/plan-page';
import type { Runbook } from '../views/runbook';
import { outcomeOf, procedureOutcome, saying, titleOf } from '../words/headings';
import { planTitle } from '../words/plan-title';
import { sayingSlips } from '../words/slip-words';
import type { Words } from '../words/words';
import { procedureFacts, runFacts } from './heading-facts';

/** A link in a list of pages; `current` is the value of `aria-current`, empty for every other page. */
export interface NavLink {
  readonly href: string;
  readonly text: string;
  readonly current: 'page' | 'true' | '';
}

/** A link to a page with what the page says in one sentence. */
export interface PageLink {
  readonly href: string;
  readonly text: string;
  readonly outcome: string;
  readonly state: string;
}

/** A link to a plan and to the place of its sign-off, with the size of the plan in words. */
export interface PlanLink {
  readonly pool: string;
  /** what a further plan of the pool changes; empty for the main one */
  readonly title: string;
  readonly href: string;
  readonly signOff: string;
  readonly state: State;
  readonly size: string;
}

/** The places in the header; outside rehearsals there are none. */
export function placeLinks({ rehearsal }: Runbook, here: string, place: RunbookPlace | undefined, words: Words): Nav {
  if (!rehearsal) return [];
  return PLACES.map((one) => {
    const href = fileOf(one);
    return { href, text: words.pages[one], current: href === here ? 'page' : one === place ? 'true' : '' };
  });
}

type Nav = readonly NavLink[];

/** The pages that a runbook has of these. */
export function pagesIn(runbook: Runbook, pages: readonly SinglePage[]): readonly SinglePage[] {
  return isDocumented(runbook) ? pages : pages.filter((page) => !DOCUMENT_PAGES.includes(page));
}

/** The pages of a place, with the place itself first; empty for a place of one page, and outside rehearsals. */
export function pagesOfPlace(runbook: Runbook, here: string, place: RunbookPlace | undefined, words: Words): Nav {
  if (!runbook.rehearsal || !place || PAGES_OF_PLACE[place].length === 0) return [];
  const pages = [place, ...pagesIn(runbook, PAGES_OF_PLACE[place])].map((page): NavLink => {
    const text = page === place ? words.labels.summary : words.pages[page];
    return { href: fileOf(page), text, current: fileOf(page) === here ? 'page' : '' };
  });
  return place === 'review' ? [...pages, ...slipsLink(runbook, here, words)] : pages;
}

function slipsLink({ slips }: Runbook, here: string, words: Words): Nav {
  if (!slips) return [];
  return [{ href: SLIPS_PAGE, text: sayingSlips(words)('title'), current: here === SLIPS_PAGE ? 'page' : '' }];
}

/** What the page of a place leads to: the procedures, or the other pages of the place. */
export function linksOf(kind: SinglePage, runbook: Runbook, words: Words): readonly PageLink[] {
  const facts = runFacts(runbook);
  if (kind === 'do')
    return runbook.procedures
      .filter(({ runs }) => runs.length > 0)
      .map((one) => {
        const { file, title, state } = one;
        return { href: file, text: title, outcome: procedureOutcome(procedureFacts(one), words), state };
      });
  if (kind !== 'review' && kind !== 'reference') return [];
  const pages = pagesIn(runbook, PAGES_OF_PLACE[kind]).map((page) => {
    return { href: fileOf(page), text: titleOf(page, facts, words), outcome: outcomeOf(page, facts, words), state: '' };
  });
  const { slips } = runbook;
  if (kind !== 'review' || !slips) return pages;
  return [...pages, { href: SLIPS_PAGE, text: sayingSlips(words)('title'), outcome: slips.outcome, state: '' }];
}

/** The change records of procedures without a plan, each on the page of its procedure. */
export function recordLinks({ procedures }: Runbook): readonly Pick<PageLink, 'href' | 'text'>[] {
  return procedures
    .filter(({ runs }) => runs.some(({ steps }) => steps.some(({ entries }) => entries.length > 0)))
    .map(({ id, file, title }) => ({ href: linkTo(file, `${id}-sign-off`), text: title }));
}

/** The plans of the pools, in the order of the environment. */
export function planLinks({ plans }: Runbook, words: Words): readonly PlanLink[] {
  return plans.map((plan) => {
    const { pool, title, id, file, state } = plan;
    return { pool, title, href: file, signOff: linkTo(file, `${id}-sign-off`), state, size: planOutcome(plan, words) };
  });
}

/** The size of a plan: its stages, steps and machines; and after which plan it begins. */
export function planOutcome({ pool, follows, stages, steps, machines }: PlanView, words: Words): string {
  const say = saying(words);
  const size = say('planOutcome', {
    stages: stages.length,
    steps: say('steps', { count: steps }),
    machines: machines.length,
  });
  return follows
    ? `${size}${say('gap', {})}${say('afterPlan', { plan: planTitle({ pool, title: '' }, words) })}`
    : size;
}
