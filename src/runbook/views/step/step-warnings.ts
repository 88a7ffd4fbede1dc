import type { ControlPicture, WindowShot } from '../../../evidence/records';
import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import { withValues } from '../../../recording/model/step-values';

/** A choice in a window of a step, and an executed failure that another choice leads to. */
export interface StepWarning {
  /** the label of the control */
  readonly control: string;
  readonly failure: RecordedScenario;
}

/** The part of the words of a label that a failure has to mention. */
const ENOUGH = 0.4;
/** A label of one word is too common to recognize a choice by. */
const FEWEST_WORDS = 2;

/**
 * The warnings of a step: the failures beside it that speak of one of its choices. A failure speaks of the control whose
 * label has the largest part of its words in the failure's title and actions. Each control has one warning.
 */
export function warningsOf({ output }: RecordedStep, failures: readonly RecordedScenario[]): readonly StepWarning[] {
  const shots = output.records.flatMap((record) => (record.kind === 'window' ? record.shots : []));
  const choices = shots.filter(({ controls }) => controls.every(({ kind }) => kind !== 'tree')).flatMap(choicesIn);
  const warnings = new Map<string, StepWarning>();
  for (const failure of failures) {
    const control = choiceIn(failure, choices);
    if (control !== undefined && !warnings.has(control)) warnings.set(control, { control, failure });
  }
  return [...warnings.values()];
}

/** The choices that a window offers: radio buttons, check boxes, and the lists in which the operator selects. */
function choicesIn({ controls, used }: WindowShot): readonly ControlPicture[] {
  const selected = new Set(used.map(({ control }) => control));
  return controls.filter(({ kind, label }) => {
    return kind === 'radio' || kind === 'checkbox' || (kind === 'list' && selected.has(label));
  });
}

function choiceIn(failure: RecordedScenario, choices: readonly ControlPicture[]): string | undefined {
  const actions = failure.steps.filter(({ type, background }) => type === 'Action' && !background);
  const said = wordsIn([failure.name, ...actions.map((step) => withValues(step).text)].join(' '));
  const ranked = choices
    .map(({ label }) => ({ label, part: partOf(wordsIn(label), said) }))
    .filter(({ part }) => part >= ENOUGH)
    .sort((a, b) => b.part - a.part);
  return ranked[0]?.label;
}

function partOf(label: ReadonlySet<string>, said: ReadonlySet<string>): number {
  return label.size < FEWEST_WORDS ? 0 : [...label].filter((word) => said.has(word)).length / label.size;
}

const LITTLE = new Set('the a an of to in on if is are it and or for with from by at as this not no yes'.split(' '));
const LONGEST_STEM = 6;

/** The words of an English text that carry meaning, by their first letters, so that `mark` and `marked` are one. */
function wordsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{Letter}+/gu) ?? [];
  return new Set(words.filter((word) => !LITTLE.has(word)).map(stemOf));
}

function stemOf(word: string): string {
  return word.replace(/(?:ed|es|ing|s|ly)$/, '').slice(0, LONGEST_STEM);
}
