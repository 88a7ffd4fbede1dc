/** A box of a diagram with its texts, in the units of the picture. */
export interface DiagramBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'authority' | 'internal' | 'pool' | 'server' | 'title';
  readonly texts: readonly { readonly x: number; readonly y: number; readonly text: string; readonly note: boolean }[];
}

const LINE_HEIGHT = 16;
const PADDING = 6;

/** The width of a letter, and of a Chinese character, at the size of the picture's text. */
const LETTER = 7.3;
const WIDE_LETTER = 13;

type Placed = Pick<DiagramBox, 'x' | 'y' | 'width' | 'kind'>;

/** A box with a text and a note below it, as high as their lines. */
export function boxOf(text: string, note: string, { x, y, width, kind }: Placed): DiagramBox {
  const room = width - 2 * PADDING;
  const lines = [
    ...linesOf(text, room).map((line) => ({ text: line, note: false })),
    ...linesOf(note, room).map((line) => ({ text: line, note: true })),
  ];
  const texts = lines.map((line, at) => ({ ...line, x: x + PADDING, y: y + PADDING + LINE_HEIGHT * at + 11 }));
  return { x, y, width, height: 2 * PADDING + LINE_HEIGHT * lines.length, kind, texts };
}

/** The text in lines that fit: broken at spaces, and after dots and hyphens; a part that is too long is broken inside. */
export function linesOf(text: string, room: number): readonly string[] {
  const parts = text.split(/(?<=[ .-])/).flatMap((part) => fitting(part, room));
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + part.trimEnd()) <= room) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function fitting(part: string, room: number): readonly string[] {
  const pieces = [''];
  for (const character of part) {
    const last = pieces.at(-1) ?? '';
    if (widthOf((last + character).trimEnd()) <= room) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces;
}

/** About how wide a text is. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? WIDE_LETTER : LETTER), 0);
}
