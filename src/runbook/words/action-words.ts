import type { CarryAction, GestureAction, PortalAction, StepAction } from '../../evidence/action-records';
import { type Message, slotPieces } from './messages';
import type { Words } from './words';

/** A piece of a sentence about actions: words, the name of a control or page, or a value. */
export interface TextPiece {
  readonly kind: 'words' | 'name' | 'value';
  readonly text: string;
  /** the number of the action that it says, in sentences of several */
  readonly of?: number;
}

/** What the operator does at once: one action, or the transport of a file to several machines. */
export type ActionGroup = readonly [first: StepAction, ...others: StepAction[]];

type Slots = Readonly<Record<string, readonly TextPiece[]>>;

/** The sentence with its slots filled by pieces. */
export function sentenceOf(name: keyof Words['actions'], slots: Slots, { actions }: Words): readonly TextPiece[] {
  const message: Message = actions[name];
  return slotPieces(message).flatMap(({ text, slot }): readonly TextPiece[] =>
    slot ? (slots[text] ?? []) : [{ kind: 'words', text }],
  );
}

/** What the operator does, as an imperative without a place: `choose Computer account`. */
export function actionPieces(group: ActionGroup, words: Words): readonly TextPiece[] {
  const [action] = group;
  if ('gesture' in action) return gesturePieces(action, words);
  if ('logOn' in action)
    return sentenceOf('logOn', { machine: value(action.machine), account: value(action.logOn) }, words);
  if ('open' in action)
    return /^https?:/i.test(action.open)
      ? sentenceOf('visit', { address: value(action.open) }, words)
      : sentenceOf('start', { program: name(words.label(action.open)) }, words);
  if ('command' in action)
    return sentenceOf('run', { shell: name(action.shell), command: value(action.command) }, words);
  if ('issue' in action) return sentenceOf('issue', { authority: value(action.authority) }, words);
  if ('portal' in action) return portalPieces(action, words);
  const machines = listed(
    group.flatMap((each) => ('carry' in each ? [value(each.to)] : [])),
    words,
  );
  return sentenceOf('carry', { file: value(action.carry), machine: value(action.from), machines }, words);
}

function portalPieces({ portal, request, certificate, chain }: PortalAction, words: Words): readonly TextPiece[] {
  const files = { request: value(request), certificate: value(certificate), chain: value(chain) };
  return sentenceOf('portal', { authority: value(portal), ...files }, words);
}

/** Groups what one sentence says together: the transport of one file from one machine to several. */
export function grouped(actions: readonly StepAction[]): readonly ActionGroup[] {
  const groups: [StepAction, ...StepAction[]][] = [];
  for (const action of actions) {
    const [before] = groups.at(-1) ?? [];
    if (before && isCarry(before) && isCarry(action) && before.carry === action.carry && before.from === action.from)
      groups.at(-1)?.push(action);
    else groups.push([action]);
  }
  return groups;
}

/** The parts as a list: `A, B and C`. */
export function listed(parts: readonly (readonly TextPiece[])[], words: Words): readonly TextPiece[] {
  const [last, ...before] = [...parts].reverse();
  if (!last) return [];
  const first = before.reverse().reduce<readonly TextPiece[]>((list, part) => {
    return list.length === 0 ? part : [...list, { kind: 'words', text: words.labels.comma }, ...part];
  }, []);
  return first.length === 0 ? last : sentenceOf('both', { first, last }, words);
}

/** A name of a control, a page or a window. */
export function name(text: string): readonly TextPiece[] {
  return [{ kind: 'name', text }];
}

/** A value: a machine, a path, a typed text. */
export function value(text: string): readonly TextPiece[] {
  return [{ kind: 'value', text }];
}

/** The pieces as plain text. */
export function plainText(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** The pieces as a sentence: words at the beginning have a capital letter, a name or a value stays as it is. */
export function capitalized([first, ...others]: readonly TextPiece[]): readonly TextPiece[] {
  if (!first) return [];
  const text = first.kind === 'words' ? `${first.text.charAt(0).toUpperCase()}${first.text.slice(1)}` : first.text;
  return [{ ...first, text }, ...others];
}

const MASKED = /^•+$/;

function gesturePieces({ gesture, control: label, value: given }: GestureAction, words: Words): readonly TextPiece[] {
  const control = name(words.label(label));
  if (gesture === 'type' && given === '') return sentenceOf('empty', { control }, words);
  if (gesture === 'type' && MASKED.test(given)) return sentenceOf('typePassword', { control }, words);
  if (gesture === 'select' || (gesture === 'choose' && given !== ''))
    return sentenceOf('select', { control, value: name(words.screen(given)) }, words);
  return sentenceOf(gesture, { control, value: value(given) }, words);
}

function isCarry(action: StepAction): action is CarryAction {
  return 'carry' in action;
}
