import { isFailure } from '../../../recording/model/state';
import { linkTo } from '../../outline/page-files';
import type { StepInPlan } from '../../outline/plans';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips } from '../../words/slip-words';
import { staysEnglish } from '../../words/stays-english';
import type { Words } from '../../words/words';
import type { CodeView } from '../codes/code-views';
import type { PageContext, ScenarioLink } from '../page-context';
import type { Explanation } from '../procedure/explanation';
import type { Example, Procedure, RunStepView } from '../procedure/procedure';
import { NO_CAUSES, type SlipCauses, slipCauses, slipCodes, slipSymptom } from '../slips/slip-causes';
import type { SlipContext } from '../slips/slip-context';

/** A way in which a procedure fails, by what the operator sees. */
export interface FailureEntry extends ScenarioLink, Explanation {
  /** codes, symbolic names and event numbers, as the machine shows them */
  readonly symptoms: readonly string[];
  /** the step of a procedure at which it happens; empty texts where it belongs to none */
  readonly step: { readonly text: string; readonly href: string };
  /** the stage of the plan at one of whose steps it happens; null without one */
  readonly stage: StepInPlan['stage'] | null;
  /** the title and the file of its procedure */
  readonly procedure: { readonly title: string; readonly href: string };
}

/** The failures of one stage of the plans, or of one procedure in a run without plans; one card for each symptom. */
export interface SymptomGroup {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly cards: readonly SymptomCard[];
}

/** What is seen, and each cause of it with its fix. */
export interface SymptomCard {
  readonly id: string;
  readonly title: string;
  readonly symptoms: readonly string[];
  readonly cases: readonly FailureCase[];
  readonly slips: SlipCauses;
  /** commands or places that show whether it is this one; each can be copied */
  readonly checks: readonly { readonly code: string; readonly href: string; readonly check: string }[];
}

/** One cause of a symptom; `others` is what is seen besides the title of the card. */
export interface FailureCase extends FailureEntry {
  readonly others: readonly string[];
}

/** Every way in which the procedures fail, in the order of the procedures and their steps. */
export function failureEntries(procedures: readonly Procedure[]): readonly FailureEntry[] {
  const ordered = [
    ...procedures.filter(({ runs }) => runs.length > 0),
    ...procedures.filter(({ runs }) => !runs.length),
  ];
  return ordered.flatMap((procedure) => [
    ...stepsOf(procedure).flatMap((step) => step.failures.map((failure) => failureEntry(failure, procedure, step))),
    ...procedure.groups
      .flatMap(({ examples }) => examples)
      .filter(isFailure)
      .map((failure) => failureEntry(failure, procedure)),
  ]);
}

/** Whether anything is recorded that an operator sees. */
export function hasSymptom({ symptoms, seen }: FailureEntry): boolean {
  return symptoms.length + seen.length > 0;
}

/**
 * A card for each symptom, in groups by the stages of the plans; failures of no stage are in the last group. In a run
 * without plans, the groups are the procedures. Failures without a symptom are left out. A title is a sentence in the
 * language of the page.
 */
export function symptomGroups(
  failures: readonly FailureEntry[],
  codes: readonly Pick<CodeView, 'code' | 'anchor' | 'check'>[],
  { words, slips }: Pick<PageContext, 'words' | 'slips'>,
): readonly SymptomGroup[] {
  const checks = new Map(
    codes.map(({ code, anchor, check }) => [code, { code, href: linkTo('codes.html', anchor), check }] as const),
  );
  const seen = failures.filter(hasSymptom);
  const heads = seen.some(({ stage }) => stage) ? inStages(seen, words) : inProcedures(seen);
  const groups = heads.map(({ group, ...head }) => ({
    ...head,
    cards: grouped(group, symptomOf).map((cases) => symptomCard(cases, checks, { words, slips })),
  }));
  return slips ? [...groups, ...slipGroup(groups, checks, slips)] : groups;
}

/** The symptoms that only slips lead to, and no failure that was executed as a scenario. */
function slipGroup(
  groups: readonly SymptomGroup[],
  checks: ReadonlyMap<string, Check>,
  slips: SlipContext,
): readonly SymptomGroup[] {
  const shown = new Set(groups.flatMap(({ cards }) => cards.flatMap(({ symptoms }) => symptoms)));
  const codes = slipCodes(slips).filter((code) => !shown.has(code));
  if (codes.length === 0) return [];
  const cards = codes.map((code): SymptomCard => {
    const check = checks.get(code);
    const title = slipSymptom(code, slips);
    return {
      id: `fix-slip-${code}`,
      title,
      symptoms: [code],
      cases: [],
      slips: slipCauses([code], slips),
      checks: check ? [check] : [],
    };
  });
  return [{ id: 'fix-slips', title: sayingSlips(slips.words)('onlySlips'), href: '', cards }];
}

type GroupHead = Omit<SymptomGroup, 'cards'> & { readonly group: Some<FailureEntry> };

/** The failures of each stage in the order of the plans, then those of no stage. */
function inStages(failures: readonly FailureEntry[], words: Words): readonly GroupHead[] {
  const groups = grouped(failures, ({ stage }) => stage?.id ?? '');
  return [...groups]
    .sort(([one], [other]) => (one.stage?.number ?? Infinity) - (other.stage?.number ?? Infinity))
    .map((group) => {
      const [{ stage }] = group;
      if (!stage) return { id: 'fix-any-time', title: words.labels.anyTime, href: '', group };
      return { id: `fix-${stage.id}`, title: words.prose(stage.title), href: stage.href, group };
    });
}

function inProcedures(failures: readonly FailureEntry[]): readonly GroupHead[] {
  return grouped(failures, ({ procedure }) => procedure.href).map((group) => {
    const [{ procedure }] = group;
    return { id: `fix-${procedure.href.replace(/\.html$/, '')}`, title: procedure.title, href: procedure.href, group };
  });
}

type Check = SymptomCard['checks'][number];

function symptomCard(
  cases: Some<FailureEntry>,
  checks: ReadonlyMap<string, Check>,
  { words, slips }: Pick<PageContext, 'words' | 'slips'>,
): SymptomCard {
  const [first] = cases;
  const title = first.seen.find((text) => !staysEnglish(text, words)) ?? first.name;
  const symptoms = [...new Set(cases.flatMap((one) => one.symptoms))];
  return {
    id: `fix-${first.href.slice(first.href.indexOf('#') + 1)}`,
    title: sentenceCase(title),
    symptoms,
    cases: cases.map((one) => ({ ...one, others: one.seen.filter((text) => text !== title) })),
    slips: slips ? slipCauses(symptoms, slips) : NO_CAUSES,
    checks: symptoms.flatMap((symptom) => checks.get(symptom) ?? []),
  };
}

/** The first code, or else the first sentence: what the operator sees first. */
function symptomOf({ symptoms, seen }: FailureEntry): string {
  return symptoms[0] ?? seen[0] ?? '';
}

type Some<T> = readonly [T, ...T[]];

function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): readonly Some<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const thing of things) {
    const known = groups.get(keyOf(thing));
    if (known) known.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return [...groups.values()];
}

function stepsOf({ runs }: Procedure): readonly RunStepView[] {
  return runs.flatMap(({ prerequisites, steps }) => [...prerequisites, ...steps]);
}

function failureEntry(failure: Example, { title, file }: Procedure, step?: RunStepView): FailureEntry {
  return {
    name: failure.name,
    href: linkTo(file, failure.id),
    state: failure.state,
    symptoms: failure.symptoms,
    ...failure.explanation,
    step: step ? { text: step.label, href: linkTo(file, step.id) } : { text: '', href: '' },
    stage: step?.planned[0]?.steps[0]?.stage ?? failure.stage,
    procedure: { title, href: file },
  };
}
