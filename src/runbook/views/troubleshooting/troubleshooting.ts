import { isFailure } from '../../../recording/model/state';
import { linkTo } from '../../outline/page-files';
import { staysEnglish } from '../../words/stays-english';
import type { Words } from '../../words/words';
import type { CodeView } from '../codes/code-views';
import type { ScenarioLink } from '../page-context';
import type { Explanation } from '../procedure/explanation';
import type { Example, Procedure, RunStepView } from '../procedure/procedure';

/** A way in which a procedure fails, by what the operator sees. */
export interface FailureEntry extends ScenarioLink, Explanation {
  /** codes, symbolic names and event numbers, as the machine shows them */
  readonly symptoms: readonly string[];
  /** the step of a procedure at which it happens; empty texts where it belongs to none */
  readonly step: { readonly text: string; readonly href: string };
  /** the title and the file of its procedure */
  readonly procedure: { readonly title: string; readonly href: string };
}

/** The failures of one procedure, one card for each symptom. */
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

/** A card for each symptom, in groups by procedure. Failures without a symptom are left out. A title is a sentence in the
 * language of the page. */
export function symptomGroups(
  failures: readonly FailureEntry[],
  codes: readonly Pick<CodeView, 'code' | 'anchor' | 'check'>[],
  words: Words,
): readonly SymptomGroup[] {
  const checks = new Map(
    codes.map(({ code, anchor, check }) => [code, { code, href: linkTo('codes.html', anchor), check }] as const),
  );
  const groups = grouped(failures.filter(hasSymptom), ({ procedure }) => procedure.href);
  return groups.map((group) => ({
    id: `fix-${group[0].procedure.href.replace(/\.html$/, '')}`,
    title: group[0].procedure.title,
    href: group[0].procedure.href,
    cards: grouped(group, symptomOf).map((cases) => symptomCard(cases, checks, words)),
  }));
}

type Check = SymptomCard['checks'][number];

function symptomCard(cases: Some<FailureEntry>, checks: ReadonlyMap<string, Check>, words: Words): SymptomCard {
  const [first] = cases;
  const title = first.seen.find((text) => !staysEnglish(text, words)) ?? first.name;
  const symptoms = [...new Set(cases.flatMap((one) => one.symptoms))];
  return {
    id: `fix-${first.href.slice(first.href.indexOf('#') + 1)}`,
    title,
    symptoms,
    cases: cases.map((one) => ({ ...one, others: one.seen.filter((text) => text !== title) })),
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
    procedure: { title, href: file },
  };
}
