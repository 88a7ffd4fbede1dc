import type { Session } from './program';
import type { Control } from './window';

/**
 * Constructors for the controls of a page. The value is the answer that was given on this page, or else the default.
 */

type Extras = Partial<Pick<Control, 'available' | 'aliases' | 'secret'>>;

/** A button, available by default. */
export function button(label: string, extras: Extras = {}): Control {
  return { kind: 'button', label, available: true, ...extras };
}

/** Read-only text. */
export function text(label: string, value: string): Control {
  return { kind: 'text', label, value, available: true };
}

/** A text field. */
export function field(session: Session, label: string, initial = '', extras: Extras = {}): Control {
  const value = answer(session, label);
  return { kind: 'field', label, value: typeof value === 'string' ? value : initial, available: true, ...extras };
}

/** A check box. */
export function checkbox(session: Session, label: string, initial = false, extras: Extras = {}): Control {
  const on = extras.available === false ? false : (answer(session, label) ?? initial) === true;
  return { kind: 'checkbox', label, value: on, available: true, ...extras };
}

/** A radio button. Exactly one button of a group must be on initially. */
export function radio(session: Session, group: string, label: string, initial = false, extras: Extras = {}): Control {
  const on = extras.available === false ? false : (answer(session, label) ?? initial) === true;
  return { kind: 'radio', group, label, value: on, available: true, ...extras };
}

/** A list with at most one selected item. An item that no longer exists is not selected. */
export function list(
  session: Session,
  label: string,
  options: readonly string[],
  initial = '',
  extras: Extras = {},
): Control {
  return choice('list', session, label, options, initial, extras);
}

/** A tree with at most one selected node. */
export function tree(session: Session, label: string, options: readonly string[], initial = ''): Control {
  return choice('tree', session, label, options, initial, {});
}

function choice(
  kind: 'list' | 'tree',
  session: Session,
  label: string,
  options: readonly string[],
  initial: string,
  extras: Extras,
): Control {
  const value = answer(session, label);
  const selected = typeof value === 'string' && options.includes(value) ? value : initial;
  return { kind, label, options, value: selected, available: true, ...extras };
}

function answer(session: Session, label: string): string | boolean | undefined {
  return session.answers[session.page]?.[label];
}
