import { labelled } from '../fact';
import { latestMemo } from '../memo';
import { type Control, controlNamed, GESTURES_OF, type Gesture, itemNamed, sameLabel, type Window } from './window';
import { askedOf, controlChoice, itemChoice, windowsRefusal } from './windows-refusals';

/** An account that is logged on to a machine. */
export interface Logon {
  readonly on: string;
  readonly account: string;
}

/** The state of a running program: the current page, and the answers on this page and the previous ones. */
export interface Session {
  readonly program: string;
  readonly logon: Logon;
  readonly page: string;
  readonly answers: Answers;
  readonly visited: readonly string[];
}

/** Answers by page and control. */
type Answers = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

/** The result of a gesture: the world, and the state of the program (null: the window is closed). */
export interface Transition<W> {
  readonly world: W;
  readonly session: Session | null;
}

export type Action<W> = (world: W, session: Session) => Transition<W>;

/** One page: its controls, and the action of each button and link. */
export interface Page<W> {
  readonly title: string;
  /** the visible name of the page, if it differs from its key in the table (two pages with one name) */
  readonly heading?: string;
  /** other names of the page in documents */
  readonly aliases?: readonly string[];
  readonly controls: (world: W, session: Session) => readonly Control[];
  readonly actions: Readonly<Record<string, Action<W>>>;
}

/** A program: a table of pages. */
export interface Program<W> {
  readonly name: string;
  readonly first: string;
  readonly pages: Readonly<Record<string, Page<W>>>;
}

/** Starts the program for the logged-on account. */
export function openProgram<W>(program: Program<W>, logon: Logon): Session {
  return { program: program.name, logon, page: program.first, answers: {}, visited: [] };
}

/** The current window. */
export function windowOf<W extends object>(program: Program<W>, world: W, session: Session): Window {
  return windows(session, world, () => {
    const page = pageOf(program, session.page);
    return { title: page.title, page: page.heading ?? session.page, controls: page.controls(world, session) };
  });
}

const windows = latestMemo<Session, object, Window>();

/** Whether the current page has this name. */
export function isOnPage<W>(program: Program<W>, session: Session, name: string): boolean {
  const page = pageOf(program, session.page);
  return sameLabel(page.heading ?? session.page, name) || (page.aliases ?? []).some((alias) => sameLabel(alias, name));
}

/**
 * Performs one gesture and returns the next world and state. Refusals: `not-offered` (with a list of what the page
 * offers), `not-available` (greyed out), and those of the machine.
 */
export function perform<W extends object>(
  program: Program<W>,
  world: W,
  session: Session,
  gesture: Gesture,
): Transition<W> {
  const window = windowOf(program, world, session);
  const control = offered(window, session, gesture);
  if (gesture.kind !== 'press') return { world, session: answered(window, session, control, gesture) };
  const action = pageOf(program, session.page).actions[control.label];
  if (!action) throw new Error(`the page "${session.page}" shows "${control.label}" but nothing follows from it`);
  return action(world, withShownValues(window, session));
}

/** An action that shows another page of the same program. */
export function goTo<W>(page: string): Action<W> {
  return (world, session) => ({ world, session: onPage(session, page) });
}

/** The program on another page. */
export function onPage(session: Session, page: string): Session {
  return { ...session, page, visited: [...session.visited, session.page] };
}

/** An action that returns to the previous page. */
export function goBack<W>(world: W, session: Session): Transition<W> {
  const before = session.visited.at(-1) ?? session.page;
  return { world, session: { ...session, page: before, visited: session.visited.slice(0, -1) } };
}

/** An action that closes the window. */
export function closeWindow<W>(world: W): Transition<W> {
  return { world, session: null };
}

/** The answer on a page as text ('' if there is none). */
export function textOn(session: Session, page: string, control: string): string {
  const value = session.answers[page]?.[control];
  return typeof value === 'string' ? value : '';
}

/** Whether a radio button or check box of a page was on. */
export function isOn(session: Session, page: string, control: string): boolean {
  return session.answers[page]?.[control] === true;
}

/** Adds an answer, as if it had been entered on that page. */
export function withAnswer(session: Session, page: string, control: string, value: string | boolean): Session {
  return { ...session, answers: { ...session.answers, [page]: { ...session.answers[page], [control]: value } } };
}

/** Removes the answers of these pages, for a wizard that starts again. */
export function withoutAnswers(session: Session, pages: readonly string[]): Session {
  const kept = Object.entries(session.answers).filter(([page]) => !pages.includes(page));
  return { ...session, answers: Object.fromEntries(kept) };
}

/** The session with the answers of those pages only. */
export function keepingAnswers(session: Session, pages: readonly string[]): Session {
  const kept = Object.entries(session.answers).filter(([page]) => pages.includes(page));
  return { ...session, answers: Object.fromEntries(kept) };
}

function pageOf<W>(program: Program<W>, name: string): Page<W> {
  const page = program.pages[name];
  if (!page) throw new Error(`${program.name} has no page "${name}"`);
  return page;
}

function offered(window: Window, session: Session, gesture: Gesture): Control {
  const control = controlNamed(window, gesture.control, gesture.kind);
  if (!control || !GESTURES_OF[control.kind].includes(gesture.kind)) {
    throw windowsRefusal('not-offered', session.logon.on, {
      ...askedOf(window, gesture),
      choice: controlChoice(window),
    });
  }
  if (!control.available) {
    throw windowsRefusal('not-available', session.logon.on, askedOf(window, gesture));
  }
  return control;
}

function answered(window: Window, session: Session, control: Control, gesture: Gesture): Session {
  const value = valueGiven(window, session, control, gesture);
  const others = control.group ? window.controls.filter((c) => c.group === control.group && c !== control) : [];
  const cleared = others.reduce((s, other) => withAnswer(s, session.page, other.label, false), session);
  return withAnswer(cleared, session.page, control.label, value);
}

function valueGiven(window: Window, session: Session, control: Control, gesture: Gesture): string | boolean {
  if (gesture.kind === 'choose' || gesture.kind === 'tick') return true;
  if (gesture.kind === 'untick') return false;
  const wanted = gesture.value ?? '';
  if (gesture.kind === 'type') return wanted;
  const item = itemNamed(control.options ?? [], wanted);
  if (item !== undefined) return item;
  throw windowsRefusal('not-offered.item', session.logon.on, {
    item: labelled(wanted),
    control: labelled(control.label),
    page: labelled(window.page),
    choice: itemChoice(control.options ?? []),
  });
}

/** All values on a page count as answers when the page is left, including defaults. */
function withShownValues(window: Window, session: Session): Session {
  const answers: Record<string, string | boolean> = { ...session.answers[session.page] };
  for (const { kind, label, value } of window.controls) {
    if (value !== undefined && kind !== 'text') answers[label] = value;
  }
  return { ...session, answers: { ...session.answers, [session.page]: answers } };
}
