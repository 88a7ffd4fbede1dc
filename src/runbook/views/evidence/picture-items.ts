import type { ControlPicture, ControlUse } from '../../../evidence/records';
import type { Words } from '../../words/words';

/** `order` counts the uses of a step; 0 for a single use. */
export interface UseView extends Required<Pick<ControlUse, 'gesture' | 'value'>> {
  readonly order: number;
}

/** An item of a list, or a node of a tree. */
export interface ItemView {
  readonly text: string;
  /** what a list says about the item in its other columns */
  readonly more: string;
  readonly depth: number;
  readonly selected: boolean;
  readonly uses: readonly UseView[];
}

const STEP_DOWN = ' > ';
const COLUMN = ' | ';
const DEEPEST = 4;

/**
 * The items of a list or tree. A tree's nodes carry the path from the root; below a node that is listed, only the last
 * name is drawn. The first node of a tree is its root: the others are below it.
 */
export function itemsOf(
  { kind, options = [], value }: ControlPicture,
  usesOf: (option: string) => readonly UseView[],
  words: Words,
): readonly ItemView[] {
  const listed = new Set(options);
  const selected = typeof value === 'string' ? itemOf(options, value) : undefined;
  return options.map((option, index) => {
    const names = option.split(STEP_DOWN);
    const nested = listed.has(names.slice(0, -1).join(STEP_DOWN));
    const below = kind === 'tree' && index > 0 ? 1 : 0;
    const depth = below + (nested ? names.length - 1 : 0);
    const [first = '', ...others] = (nested ? (names.at(-1) ?? option) : option).split(COLUMN);
    const text = { text: words.screen(first), more: others.map(words.screen).join(COLUMN) };
    return { ...text, depth: Math.min(depth, DEEPEST), selected: option === selected, uses: usesOf(option) };
  });
}

/** The item that equals the text, or else the only one that contains it; undefined if there is none. */
export function itemOf(options: readonly string[], wanted: string): string | undefined {
  if (wanted === '') return undefined;
  const equal = options.find((option) => option === wanted);
  if (equal !== undefined) return equal;
  const containing = options.filter((option) => option.toLowerCase().includes(wanted.toLowerCase()));
  return containing.length === 1 ? containing[0] : undefined;
}
