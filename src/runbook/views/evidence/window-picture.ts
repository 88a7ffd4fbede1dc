import type { ControlPicture, ControlUse, WindowShot } from '../../../evidence/records';
import type { Words } from '../../words/words';

/** One page of a window as a picture: its controls from top to bottom, its buttons in the last row. */
export interface ShotView {
  readonly title: string;
  readonly page: string;
  readonly controls: readonly ControlView[];
  readonly buttons: readonly ControlView[];
  /** uses of controls that the picture does not show */
  readonly elsewhere: readonly (UseView & { readonly control: string })[];
}

export interface ControlView {
  readonly kind: ControlPicture['kind'];
  readonly label: string;
  readonly value: string;
  /** whether a radio or check box is on */
  readonly on: boolean;
  readonly items: readonly ItemView[];
  readonly available: boolean;
  readonly uses: readonly UseView[];
}

/** `order` counts the uses of the page; 0 for a single use. */
export interface UseView extends Required<Pick<ControlUse, 'gesture' | 'value'>> {
  readonly order: number;
}

export interface ItemView {
  readonly text: string;
  readonly depth: number;
  readonly selected: boolean;
}

/** Arranges one page. */
export function shotView({ title, page, controls, used }: WindowShot, words: Words): ShotView {
  const uses = used.map((use, index) => ({ ...use, order: used.length > 1 ? index + 1 : 0 }));
  const owners = uses.map(({ control }) => ownerOf(control, controls));
  const drawn = controls.map((control) =>
    controlView(
      control,
      uses.filter((_, index) => owners[index] === control),
      words,
    ),
  );
  return {
    title: words.label(title),
    page: words.label(page),
    controls: drawn.filter(({ kind }) => kind !== 'button'),
    buttons: drawn.filter(({ kind }) => kind === 'button'),
    elsewhere: uses
      .filter((_, index) => owners[index] === undefined)
      .map(({ control, ...use }) => ({ control: words.label(control), ...useView(use) })),
  };
}

function ownerOf(label: string, controls: readonly ControlPicture[]): ControlPicture | undefined {
  return controls.find((control) => control.label === label) ?? controls.find((c) => plain(c.label) === plain(label));
}

function controlView(
  control: ControlPicture,
  uses: readonly (ControlUse & { readonly order: number })[],
  words: Words,
): ControlView {
  const { kind, label, value = '', options = [], available } = control;
  const text = typeof value === 'string' ? value : '';
  return {
    kind,
    label: words.label(label),
    value: text,
    on: value === true,
    items: itemsOf(options, text),
    available,
    uses: uses.map(useView),
  };
}

function useView({ gesture, value = '', order }: Omit<ControlUse, 'control'> & { readonly order: number }): UseView {
  return { gesture, value, order };
}

const STEP_DOWN = ' > ';
const DEEPEST = 4;

/** A tree's nodes carry the path from the root; below a node that is listed, only the last name is drawn. */
function itemsOf(options: readonly string[], selected: string): readonly ItemView[] {
  const listed = new Set(options);
  return options.map((option) => {
    const names = option.split(STEP_DOWN);
    const nested = listed.has(names.slice(0, -1).join(STEP_DOWN));
    const text = nested ? (names.at(-1) ?? option) : option;
    return { text, depth: nested ? Math.min(names.length - 1, DEEPEST) : 0, selected: option === selected };
  });
}

function plain(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[–—]/g, '-')
    .replace(/(?:\.\.\.|[:.…>])+\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
