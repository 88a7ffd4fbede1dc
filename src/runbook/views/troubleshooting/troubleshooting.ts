import { isFailure } from '../../../recording/model/state';
import { linkTo } from '../../outline/page-files';
import type { ScenarioLink } from '../page-context';
import type { Explanation } from '../procedure/explanation';
import type { Example, Procedure, RunStepView } from '../procedure/procedure';

/** A way in which a procedure fails, by what the operator sees. */
export interface FailureEntry extends ScenarioLink, Explanation {
  /** codes, symbolic names and event numbers, as the machine shows them */
  readonly symptoms: readonly string[];
  /** the step of a procedure at which it happens; empty texts where it belongs to none */
  readonly step: { readonly text: string; readonly href: string };
}

/** Every way in which the procedures fail, by what is seen first. */
export function failureEntries(procedures: readonly Procedure[]): readonly FailureEntry[] {
  const entries = procedures.flatMap((procedure) => [
    ...stepsOf(procedure).flatMap((step) => step.failures.map((failure) => failureEntry(failure, procedure, step))),
    ...procedure.groups
      .flatMap(({ examples }) => examples)
      .filter(isFailure)
      .map((failure) => failureEntry(failure, procedure)),
  ]);
  return entries.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

function stepsOf({ runs }: Procedure): readonly RunStepView[] {
  return runs.flatMap(({ prerequisites, steps }) => [...prerequisites, ...steps]);
}

function failureEntry(failure: Example, { file }: Procedure, step?: RunStepView): FailureEntry {
  return {
    name: failure.name,
    href: linkTo(file, failure.id),
    state: failure.state,
    symptoms: failure.symptoms,
    ...failure.explanation,
    step: step ? { text: step.label, href: linkTo(file, step.id) } : { text: '', href: '' },
  };
}

/** Those that show a code come first, in the order of their codes. */
function keyOf({ symptoms, name }: FailureEntry): string {
  return symptoms.length > 0 ? `0 ${symptoms.join(' ').toLowerCase()} ${name}` : `1 ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
