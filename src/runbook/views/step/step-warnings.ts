import type { GestureAction } from '../../../evidence/action-records';
import type { ControlPicture, WindowShot } from '../../../evidence/records';
import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import { actionsOf } from '../../outline/actions';

/** A choice in a window of a step, and an executed failure in which the operator chose otherwise. */
export interface StepWarning {
  /** the label of the control */
  readonly control: string;
  readonly failure: RecordedScenario;
}

/**
 * The warnings of a step, one for each control. They come from the failures beside it. In such a failure the operator made
 * another choice on the same page of the same window, or passed the page without the choice.
 */
export function warningsOf({ output }: RecordedStep, failures: readonly RecordedScenario[]): readonly StepWarning[] {
  const shots = output.records.flatMap((record) => (record.kind === 'window' ? record.shots : []));
  const own = gesturesIn([{ output }]);
  const warnings = new Map<string, StepWarning>();
  for (const failure of failures) {
    const done = gesturesIn(failure.steps.filter(({ background }) => !background));
    const control = shots.map((shot) => otherChoice(shot, own, done)).find((found) => found !== undefined);
    if (control !== undefined && !warnings.has(control)) warnings.set(control, { control, failure });
  }
  return [...warnings.values()];
}

/**
 * The control of a page at which the failure differs from the step. It is undefined if the failure did the same, or was not
 * there. What is selected in a console with a tree is a place and no choice.
 */
function otherChoice(
  { title, page, controls, used }: WindowShot,
  own: readonly GestureAction[],
  failure: readonly GestureAction[],
): string | undefined {
  if (controls.some(({ kind }) => kind === 'tree')) return undefined;
  const isHere = (action: GestureAction) => action.window === title && action.page === page;
  const selected = new Set(used.map(({ control }) => control));
  const choices = new Set(controls.filter((control) => isChoice(control, selected)).map(({ label }) => label));
  const here = own.filter(isHere);
  const there = failure.filter(isHere);
  const other = there.find((action) => choices.has(action.control) && !here.some((one) => isSame(one, action)));
  if (other) return other.control;
  const passed = there.some(({ gesture }) => gesture === 'press');
  const omitted = here.find((action) => choices.has(action.control) && !there.some((one) => isSame(one, action)));
  return passed ? omitted?.control : undefined;
}

/** Radio buttons, check boxes, and the lists in which the step selects. */
function isChoice({ kind, label }: ControlPicture, selected: ReadonlySet<string>): boolean {
  return kind === 'radio' || kind === 'checkbox' || (kind === 'list' && selected.has(label));
}

function isSame(one: GestureAction, other: GestureAction): boolean {
  return one.control === other.control && one.gesture === other.gesture && one.value === other.value;
}

function gesturesIn(steps: readonly Pick<RecordedStep, 'output'>[]): readonly GestureAction[] {
  const actions = steps.flatMap(({ output }) => actionsOf(output.records));
  return actions.filter((action): action is GestureAction => 'gesture' in action);
}
