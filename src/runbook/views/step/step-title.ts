import type { CommandAction, GestureAction, StepAction } from '../../../evidence/action-records';
import {
  type ActionGroup,
  actionPieces,
  capitalized,
  grouped,
  listed,
  name,
  plainText,
  sentenceOf,
  type TextPiece,
  value,
} from '../../words/action-words';
import type { Words } from '../../words/words';

/** The title of a step: what the operator does. */
export interface StepTitle {
  /** the whole title in one line, for lists */
  readonly text: string;
  /** the title above the step; each action that it says is a part */
  readonly parts: readonly TitlePart[];
  /** whether the title says every action, so that no list of them follows */
  readonly complete: boolean;
}

/** A part of a title, with the actions that it says as JSON: none, one, or several that are done at once. */
export interface TitlePart {
  readonly actions: readonly string[];
  readonly pieces: readonly TextPiece[];
}

/** The most actions that a title says; more are a list below it. */
const MOST_IN_TITLE = 2;
/** The longest title that says its actions, in characters. */
const LONGEST = 120;
const MOST_PAGES = 3;

/** The title of a step from its actions; undefined without any. */
export function titleOf(actions: readonly StepAction[], words: Words): StepTitle | undefined {
  const groups = grouped(actions);
  const [first] = groups;
  if (!first) return undefined;
  if (isRepetition(actions)) {
    return heading(sentenceOf('repeat', { machines: listed(machinesOf(actions).map(value), words) }, words));
  }
  if ('command' in first[0]) return commandTitle(first[0], groups.length > 1, words);
  const pages = pagesOf(actions);
  if (pages.length > 1) return throughPages(pages, actions, words);
  return atOnePlace(groups, pages[0] ?? '', words);
}

/** The title of a step without actions: a statement to check, or the sentence as its author wrote it. */
export function plainTitle(sentence: string, check: boolean, words: Words): StepTitle {
  const said: readonly TextPiece[] = [{ kind: 'words', text: sentence }];
  return heading(capitalized(check ? sentenceOf('check', { statement: said }, words) : said));
}

/** Whether the actions repeat earlier ones on other machines: each time they begin with a logon. */
export function isRepetition([first, ...others]: readonly StepAction[]): boolean {
  return first !== undefined && 'logOn' in first && others.length > 0;
}

/** The machines on which the actions are done, in order. */
export function machinesOf(actions: readonly StepAction[]): readonly string[] {
  return [...new Set(actions.flatMap((action) => ('machine' in action ? [action.machine] : [])))];
}

/** The pages on which the gestures are, in order. */
export function pagesOf(actions: readonly StepAction[]): readonly string[] {
  return [...new Set(actions.filter(isGesture).map(({ page }) => page))];
}

function heading(pieces: readonly TextPiece[], text = plainText(pieces)): StepTitle {
  return { text, parts: [{ actions: [], pieces }], complete: false };
}

/** Several pages: the heading names their window, and the title in lists the pages. */
function throughPages(pages: readonly string[], actions: readonly StepAction[], words: Words): StepTitle {
  const windows = [...new Set(actions.filter(isGesture).map(({ window }) => window))];
  const names = pages.map((page) => name(called(page, words)));
  const more = pages.length > MOST_PAGES ? [...listed(names.slice(0, MOST_PAGES), words), ...name(' …')] : null;
  const through = sentenceOf('through', { pages: more ?? listed(names, words) }, words);
  const [window = ''] = windows;
  const alone = windows.length === 1 && !pages.includes(window);
  return heading(
    alone ? sentenceOf('inPage', { page: name(words.label(window)) }, words) : through,
    plainText(through),
  );
}

function atOnePlace(groups: readonly ActionGroup[], page: string, words: Words): StepTitle {
  const said = groups.map((group, of) => actionPieces(group, words).map((piece) => ({ ...piece, of })));
  const place = name(called(page, words));
  const inOrder = said
    .slice(0, MOST_IN_TITLE)
    .reduce<readonly TextPiece[]>(
      (first, last) => (first.length === 0 ? last : sentenceOf('inOrder', { first, last }, words)),
      [],
    );
  const whole = page === '' ? capitalized(inOrder) : sentenceOf('inPageDo', { page: place, actions: inOrder }, words);
  const text = plainText(whole);
  const heads = page === '' ? whole : sentenceOf('inPage', { page: place }, words);
  if (said.length > MOST_IN_TITLE) return heading(heads, `${text} …`);
  if (text.length > LONGEST && page !== '') return heading(heads, text);
  return { text, parts: partsIn(whole, groups), complete: true };
}

/** Divides the whole title into its actions and the words between them. */
function partsIn(whole: readonly TextPiece[], groups: readonly ActionGroup[]): readonly TitlePart[] {
  const parts: { readonly of: number | undefined; readonly pieces: TextPiece[] }[] = [];
  for (const piece of whole) {
    const before = parts.at(-1);
    if (before && before.of === piece.of) before.pieces.push(piece);
    else parts.push({ of: piece.of, pieces: [piece] });
  }
  return parts.map(({ of, pieces }) => {
    return { actions: (groups[of ?? -1] ?? []).map((action) => JSON.stringify(action)), pieces };
  });
}

/** The title of typed commands: the program, and the shell; the commands themselves are below it. */
function commandTitle({ shell, command }: CommandAction, several: boolean, words: Words): StepTitle {
  const program = value(/^[\s(]*([^\s|()]+)/.exec(command)?.[1] ?? command);
  const pieces = capitalized(sentenceOf('run', { shell: name(shell), command: program }, words));
  return heading(pieces, `${plainText(pieces)}${several ? ' …' : ''}`);
}

/** A page as a sentence names it: without the full stop of a page whose name is a sentence. */
function called(page: string, words: Words): string {
  return words.label(page).replace(/[.。]$/, '');
}

function isGesture(action: StepAction): action is GestureAction {
  return 'gesture' in action;
}
