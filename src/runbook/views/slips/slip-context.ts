import type { SlipLine, SlipTable } from '../../../evidence/slip-records';
import { codeHref, NO_ANCHORS, type PageAnchors } from '../../outline/anchors';
import type { PlanOutline } from '../../outline/plans';
import type { Words } from '../../words/words';
import { type StepPlaces, stepPlaces } from './step-places';

/** What the views of slips are made from. */
export interface SlipContext {
  readonly table: SlipTable;
  /** the words of a language, with the texts of the table */
  readonly words: Words;
  readonly places: StepPlaces;
  /** the slips at the step in a line of a feature */
  readonly at: (feature: string, line: number) => readonly SlipLine[];
  /** the title of a finding's code, and a link to its explanation; the link is empty if no page explains it */
  /** the steps that were shown already, by feature, scenario and number */
  readonly steps: Map<string, SlipStep>;
  readonly codeOf: (code: string) => { readonly title: string; readonly href: string };
}

/** A step to which a slip leads. */
export interface SlipStep {
  /** as the page of the plan numbers it; else its place in the procedure, from 1 */
  readonly number: string;
  readonly text: string;
  /** the typed command; empty for other steps */
  readonly command: string;
  readonly stage: string;
  readonly machine: string;
  /** the machine, if the text does not name it */
  readonly place: string;
  readonly pool: string;
  /** empty where no page shows it */
  readonly href: string;
}

/** The pages to which slips lead; none for a table by itself. */
export interface SlipPages {
  readonly plans: readonly PlanOutline[];
  readonly anchors: PageAnchors;
}

/** The context of a table in a language, with the pages of a runbook if it has some. */
export function slipContext(
  table: SlipTable,
  words: Words,
  { plans, anchors }: SlipPages = { plans: [], anchors: NO_ANCHORS },
): SlipContext {
  const own = { ...words, ...words.ofRun(table.texts) };
  const titles = new Map(table.codes.map((line) => [line.code, own.code(line).title]));
  const codeOf = (code: string) => ({ title: titles.get(code) ?? code, href: codeHref(code, anchors) });
  return { table, words: own, places: stepPlaces(table, plans), at: slipsByLine(table), steps: new Map(), codeOf };
}

function slipsByLine({ procedures, slips }: SlipTable): SlipContext['at'] {
  const lines = new Map(
    procedures.flatMap(({ feature, scenario, steps }) =>
      steps.map(({ line }, index) => [`${feature} ${scenario} ${index + 1}`, `${feature} ${line}`] as const),
    ),
  );
  const byLine = new Map<string, SlipLine[]>();
  for (const slip of slips) {
    const line = lines.get(`${slip.feature} ${slip.scenario} ${slip.step}`) ?? '';
    const known = byLine.get(line);
    if (known) known.push(slip);
    else byLine.set(line, [slip]);
  }
  return (feature, line) => byLine.get(`${feature} ${line}`) ?? [];
}
