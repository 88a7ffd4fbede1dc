import { namedMemo } from '../memo';
/**
 * The vocabulary of windows. A window is a value: a title, a page and its controls, with the labels of the real
 * product. It defines what the operator can do; `program.ts` defines the result.
 */

export type ControlKind = 'button' | 'radio' | 'checkbox' | 'field' | 'list' | 'tree' | 'link' | 'text';

export interface Control {
  readonly kind: ControlKind;
  readonly label: string;
  /** other labels of the same control in documents of other versions (domain: label aliases) */
  readonly aliases?: readonly string[];
  /** the content of a field, the selected item of a list or tree, or whether a radio button or check box is on */
  readonly value?: string | boolean;
  /** only one radio button of a group can be on */
  readonly group?: string;
  readonly options?: readonly string[];
  /** false: shown greyed out */
  readonly available: boolean;
  /** a password field: pictures show bullets */
  readonly secret?: boolean;
}

/** A web page as a browser has received it. */
export interface ReceivedPage {
  readonly address: string;
  readonly body: Uint8Array;
  /** the typed and selected values, by the name of the field; for radio buttons, the id of the selected one */
  readonly form: Readonly<Record<string, string>>;
}

export interface Window {
  readonly title: string;
  readonly page: string;
  readonly controls: readonly Control[];
  /** absent for windows of programs, and for dialogs of the browser */
  readonly received?: ReceivedPage;
}

export type GestureKind = 'press' | 'choose' | 'tick' | 'untick' | 'type' | 'select';

/** One action on one control: `{ kind: 'type', control: 'Friendly name', value: 'Web server' }`. */
export interface Gesture {
  readonly kind: GestureKind;
  readonly control: string;
  readonly value?: string;
}

/** The gestures that each kind of control accepts. */
export const GESTURES_OF: Readonly<Record<ControlKind, readonly GestureKind[]>> = {
  button: ['press'],
  link: ['press'],
  radio: ['choose'],
  checkbox: ['tick', 'untick'],
  field: ['type'],
  list: ['select'],
  tree: ['select'],
  text: [],
};

/**
 * Compares labels as a reader would. Case, kinds of dash and apostrophe, space around `#`, and final colons, dots and
 * ellipses do not matter.
 */
export function sameLabel(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/**
 * The control with that label or alias, or undefined. If a check box and its field have one label, the gesture decides;
 * without one it is the first.
 */
export function controlNamed(window: Window, label: string, gesture?: GestureKind): Control | undefined {
  const wanted = plain(label);
  const named = window.controls.filter(
    (control) => plain(control.label) === wanted || control.aliases?.some((alias) => plain(alias) === wanted),
  );
  return named.find(({ kind }) => gesture !== undefined && GESTURES_OF[kind].includes(gesture)) ?? named[0];
}

/**
 * The item that equals `wanted`, or else the only item that contains it; undefined if there is none or more than one.
 */
export function itemNamed(items: readonly string[], wanted: string): string | undefined {
  const equal = items.find((item) => sameLabel(item, wanted));
  if (equal !== undefined) return equal;
  const part = plain(wanted);
  const containing = items.filter((item) => plain(item).includes(part));
  return containing.length === 1 ? containing[0] : undefined;
}

function plain(label: string): string {
  return plainLabels(label, () => withoutTrimmings(label));
}

const plainLabels = namedMemo<string>(5000);

function withoutTrimmings(label: string): string {
  return label
    .normalize('NFKC')
    .replace(/[–—]/g, '-')
    .replace(/[‘’]/g, "'")
    .replace(/\s*#\s*/g, '#')
    .replace(/\s+/g, ' ')
    .replace(/(?:\.\.\.|[:.…>])+\s*$/, '')
    .trim()
    .toLowerCase();
}
