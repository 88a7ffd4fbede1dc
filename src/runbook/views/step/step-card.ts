import type { GestureAction, StepAction } from '../../../evidence/action-records';
import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import { withValues } from '../../../recording/model/step-values';
import { actionsOf } from '../../outline/actions';
import { actionPieces, capitalized, grouped, name, sentenceOf, type TextPiece } from '../../words/action-words';
import type { Words } from '../../words/words';
import { type CommandPart, commandParts } from '../evidence/command-parts';
import { isRepetition, machinesOf, pagesOf, plainTitle, type StepTitle, titleOf } from './step-title';
import { type StepWarning, warningsOf } from './step-warnings';

/** What a person does in a step: its title, its actions, and the warnings before them. */
export interface StepCard {
  readonly title: StepTitle;
  /** the actions, one a line; none where the title says them all */
  readonly lines: readonly ActionLine[];
  /** the actions of a repetition, by machine */
  readonly repeated: readonly { readonly machine: string; readonly lines: readonly ActionLine[] }[];
  /** whether its table says what to read or to prepare, and not what its actions already say */
  readonly reads: boolean;
  /** the output of typed commands, and of those that the check is made with */
  readonly answers: readonly StepAnswer[];
  readonly warnings: readonly WarningView[];
  /** the controls with a warning */
  readonly warned: readonly string[];
}

/** A command with its output. */
export interface StepAnswer {
  /** whether a check is made with it */
  readonly asked: boolean;
  readonly parts: readonly CommandPart[];
  readonly output: string;
  /** the step of the page that shows the same output; null if this one does */
  readonly earlier: EarlierStep | null;
}

export interface EarlierStep {
  readonly number: string;
  readonly href: string;
}

/** One action, or the transport of a file to several machines. */
export interface ActionLine {
  /** its badge in the picture; 0 without one */
  readonly badge: number;
  /** the page, where it is not the one of the line before */
  readonly page: string;
  readonly pieces: readonly TextPiece[];
  /** a typed command, in full; none otherwise */
  readonly parts: readonly CommandPart[];
  /** the actions as JSON */
  readonly actions: readonly string[];
}

/** A warning about a choice, from an executed failure. */
export interface WarningView {
  readonly pieces: readonly TextPiece[];
}

/** The columns of a table that names controls or texts with their values. */
const PAIR = 2;

/**
 * The card of a step.
 *
 * @param failures the executed failures beside the step
 * @param consequence what is seen of a failure, in the words of the page
 */
export function stepCard(
  step: RecordedStep,
  failures: readonly RecordedScenario[],
  consequence: (failure: RecordedScenario) => string,
  words: Words,
): StepCard {
  const check = step.type === 'Outcome';
  const actions = check ? [] : actionsOf(step.output.records);
  const sentence = withValues(step).text;
  const repetition = isRepetition(actions);
  const warnings = repetition ? [] : warningsOf(step, failures);
  const title = titleOf(actions, words) ?? plainTitle(words.step(sentence)?.text ?? sentence, check, words);
  return {
    title,
    lines: title.complete || repetition ? [] : linesOf(actions, words),
    repeated: repetition ? repeatedLines(actions, words) : [],
    reads: readsArguments(step, actions),
    answers: answersIn(step, check),
    warnings: warnings.map((warning) => warningView(warning, consequence, words)),
    warned: warnings.map(({ control }) => control),
  };
}

/** Whether the arguments of the step say more than its actions: what to read, or a text that is not a typed command. */
function readsArguments({ table, docString }: RecordedStep, actions: readonly StepAction[]): boolean {
  if (actions.length === 0) return true;
  if (docString !== null && !actions.some((action) => 'command' in action)) return true;
  return table[0]?.length === PAIR && table.length > actions.length;
}

/** The answers of the typed commands; a check asks each server with the same command, and equal answers are one. */
function answersIn({ output }: RecordedStep, asked: boolean): StepCard['answers'] {
  const typed = output.records.flatMap((record) =>
    record.kind === 'command' && record.typed && record.output ? [{ text: record.text, output: record.output }] : [],
  );
  const different = asked ? new Map(typed.map((one) => [JSON.stringify(one), one])).values() : typed;
  return [...different].map((one) => ({ asked, parts: commandParts(one.text), output: one.output, earlier: null }));
}

function repeatedLines(actions: readonly StepAction[], words: Words): StepCard['repeated'] {
  return machinesOf(actions).map((machine) => {
    const there = actions.filter((action) => 'machine' in action && action.machine === machine);
    return { machine, lines: linesOf(there, words) };
  });
}

function linesOf(actions: readonly StepAction[], words: Words): readonly ActionLine[] {
  const several = pagesOf(actions).length > 1;
  const gestures = actions.filter((action): action is GestureAction => 'gesture' in action);
  let before = '';
  return grouped(actions).map((group) => {
    const [action] = group;
    const page = several && 'gesture' in action && action.page !== before ? action.page : '';
    if ('gesture' in action) before = action.page;
    const badge = 'gesture' in action && gestures.length > 1 ? gestures.indexOf(action) + 1 : 0;
    return {
      badge,
      page: page === '' ? '' : words.label(page),
      pieces: capitalized(actionPieces(group, words)),
      parts: 'command' in action ? commandParts(action.command) : [],
      actions: group.map((one) => JSON.stringify(one)),
    };
  });
}

function warningView(
  { control, failure }: StepWarning,
  consequence: (failure: RecordedScenario) => string,
  words: Words,
): WarningView {
  const slots = {
    control: name(words.label(control)),
    failure: plain(words.prose(failure.name)),
    consequence: plain(consequence(failure)),
  };
  return { pieces: sentenceOf('careful', slots, words) };
}

function plain(text: string): readonly TextPiece[] {
  return [{ kind: 'words', text }];
}
