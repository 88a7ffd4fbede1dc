import type { PagePicture } from '../../../evidence/page-pictures';
import type { ControlPicture, ControlUse, WindowShot } from '../../../evidence/records';
import type { Words } from '../../words/words';
import { dataUri } from './data-uri';
import { type ItemView, itemOf, itemsOf, type UseView } from './picture-items';

/** One page of a window as a picture: its controls from top to bottom, its buttons in the last row. */
export interface ShotView {
  readonly title: string;
  readonly page: string;
  /** a console has its buttons in a menu bar, and its tree beside its list */
  readonly console: boolean;
  readonly controls: readonly ControlView[];
  readonly buttons: readonly ControlView[];
  /** uses of controls that the picture does not show, or all uses beside a picture of a real browser */
  readonly elsewhere: readonly (UseView & { readonly control: string })[];
  /** the picture of a real browser, in place of the controls */
  readonly taken?: TakenPicture;
}

/** A picture that a real browser has taken; sizes in pixels. */
export interface TakenPicture {
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly browser: string;
}

export interface ControlView {
  readonly kind: ControlPicture['kind'];
  readonly label: string;
  readonly value: string;
  /** whether a radio or check box is on */
  readonly on: boolean;
  readonly items: readonly ItemView[];
  readonly available: boolean;
  /** whether a warning of the step is about it */
  readonly warned: boolean;
  /** the uses, except those that are at an item */
  readonly uses: readonly UseView[];
}

const CLOSE = 'Close';

/** What the pictures of a step have in common. */
export interface PictureContext {
  /** the number of the first gesture of the page; 0: the step has only one */
  readonly first: number;
  /** the labels of the controls with a warning */
  readonly warned: readonly string[];
}

/** Arranges one page. */
export function shotView(shot: WindowShot, { first, warned }: PictureContext, words: Words): ShotView {
  const { title, page, controls, used } = shot;
  const uses = used.map((use, index) => ({ ...use, order: first === 0 ? 0 : first + index }));
  const owners = uses.map(({ control, gesture }) => ownerOf(control, gesture, controls));
  const drawn = controls.map((control) => {
    const own = uses.filter((_, index) => owners[index] === control);
    return controlView(control, own, warned.includes(control.label), words);
  });
  const console = controls.some(({ kind }) => kind === 'tree');
  const buttons = drawn.filter(({ kind }) => kind === 'button');
  const names = { title: words.label(title), page: page === title ? '' : words.label(page) };
  const shown = (use: (typeof uses)[number]) => ({ control: words.label(use.control), ...useView(use) });
  if (shot.picture) {
    // a text of several lines is in the picture
    const listed = uses.map(shown).map((use) => (use.value.includes('\n') ? { ...use, value: '' } : use));
    return { ...names, console: false, controls: [], buttons: [], elsewhere: listed, taken: taken(shot.picture) };
  }
  return {
    ...names,
    console,
    controls: drawn.filter(({ kind }) => kind !== 'button'),
    buttons: console ? buttons.filter(isInMenu) : buttons,
    elsewhere: uses.filter((_, index) => owners[index] === undefined).map(shown),
  };
}

/** The size is in the header of a PNG. */
function taken({ png, browser }: PagePicture): TakenPicture {
  const header = Buffer.from(png.slice(0, 64), 'base64');
  const [width, height] = header.length < 24 ? [0, 0] : [header.readUInt32BE(16), header.readUInt32BE(20)];
  return { image: dataUri('image/png', png), width, height, browser };
}

/** Whether a console shows the button in its menu bar: an available command, except the one that closes the window. */
function isInMenu({ label, available, uses }: ControlView): boolean {
  return uses.length > 0 || (available && label !== CLOSE);
}

/** The control with that label; a check box and its field can have the same one, and then the gesture decides. */
function ownerOf(
  label: string,
  gesture: ControlUse['gesture'],
  controls: readonly ControlPicture[],
): ControlPicture | undefined {
  const alike = controls.filter((control) => plain(control.label) === plain(label));
  const fitting = alike.filter(({ kind }) => (gesture === 'type') === (kind === 'field'));
  return fitting.find((control) => control.label === label) ?? fitting[0] ?? alike[0];
}

function controlView(
  control: ControlPicture,
  uses: readonly (ControlUse & { readonly order: number })[],
  warned: boolean,
  words: Words,
): ControlView {
  const { kind, label, value = '', options = [], available } = control;
  const text = typeof value === 'string' ? value : '';
  const placed = uses.map((use) => (use.gesture === 'select' ? itemOf(options, use.value ?? '') : undefined));
  const items = itemsOf(control, (option) => uses.filter((_, index) => placed[index] === option).map(useView), words);
  return {
    kind,
    label: words.label(label),
    value: kind === 'text' ? words.screen(withoutBase64(text)) : withoutBase64(text),
    on: value === true,
    items,
    available,
    warned,
    uses: uses.filter((_, index) => placed[index] === undefined).map(useView),
  };
}

/** PEM texts in pictures end after their first line; the page of the produced files has them in full. */
function withoutBase64(text: string): string {
  return text.replace(/(-----BEGIN [^-]+-----\s+\S+)[^-]*(?=-----END)/g, '$1\n…\n');
}

function useView({ gesture, value = '', order }: Omit<ControlUse, 'control'> & { readonly order: number }): UseView {
  return { gesture, value, order };
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
