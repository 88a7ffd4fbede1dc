import { isFailure } from '../../../recording/model/state';
import { linkTo } from '../../outline/page-files';
import type { Trouble } from '../findings/findings';
import type { Example, Procedure, WalkStepView } from '../runbook';

/** Every way in which the procedures fail, by what is seen first. */
export function troublesOf(procedures: readonly Procedure[]): readonly Trouble[] {
  const troubles = procedures.flatMap((procedure) => [
    ...stepsOf(procedure).flatMap((step) => step.failures.map((failure) => troubleOf(failure, procedure, step))),
    ...procedure.groups
      .flatMap(({ examples }) => examples)
      .filter(isFailure)
      .map((failure) => troubleOf(failure, procedure)),
  ]);
  return troubles.sort((a, b) => compare(keyOf(a), keyOf(b)));
}

function stepsOf({ walks }: Procedure): readonly WalkStepView[] {
  return walks.flatMap(({ prerequisites, steps }) => [...prerequisites, ...steps]);
}

function troubleOf(failure: Example, { file }: Procedure, step?: WalkStepView): Trouble {
  return {
    name: failure.name,
    href: linkTo(file, failure.id),
    state: failure.state,
    symptoms: failure.symptoms,
    ...failure.told,
    step: step ? { text: step.label, href: linkTo(file, step.id) } : { text: '', href: '' },
  };
}

/** Those that show a code come first, in the order of their codes. */
function keyOf({ symptoms, name }: Trouble): string {
  return symptoms.length > 0 ? `0 ${symptoms.join(' ').toLowerCase()} ${name}` : `1 ${name}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
