import type { StepCard } from '../step/step-card';

/** The beginnings of an action's JSON that repeat the heading above it, and the logon before it. */
const ACCOUNT = /^\{"account":"(?:[^"\\]|\\.)*",/;
const NO_VALUE = ',"value":""}';

/**
 * The card of a step in a block of one machine. Its actions do not repeat the machine of the block, the account that
 * logged on there, and values that a gesture does not have.
 */
export function cardInBlock(card: StepCard, machine: string): StepCard {
  const place = `{"machine":${JSON.stringify(machine)},`;
  const short = (action: string): string => {
    const own = action.startsWith(place) ? `{${action.slice(place.length)}`.replace(ACCOUNT, '{') : action;
    return own.endsWith(NO_VALUE) ? `${own.slice(0, -NO_VALUE.length)}}` : own;
  };
  const inBlock = <T extends { readonly actions: readonly string[] }>(part: T): T => ({
    ...part,
    actions: part.actions.map(short),
  });
  return {
    ...card,
    title: { ...card.title, parts: card.title.parts.map(inBlock) },
    lines: card.lines.map(inBlock),
  };
}
