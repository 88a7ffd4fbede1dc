import { styleText } from 'node:util';

/** What a coloured text says: something is wrong, needs attention, or is good. */
export type Tone = 'bad' | 'attention' | 'good';

/** Colours a text for one output. */
export type Paint = (tone: Tone, text: string) => string;

const COLOURS = { bad: 'red', attention: 'yellow', good: 'green' } as const;

/** Leaves every text as it is. */
export const PLAIN: Paint = (_, text) => text;

/** Colours texts if the output is a terminal with colours. The variables NO_COLOR and FORCE_COLOR decide otherwise. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  return (tone, text) => styleText(COLOURS[tone], text, { stream });
}
