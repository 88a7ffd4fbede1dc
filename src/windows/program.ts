import { pairMemo } from '../memo';
import { Refusal } from '../refusal';
import { type Control, controlNamed, GESTURES_OF, type Gesture, itemNamed, sameLabel, type Window } from './window';

/** Who sits at which machine. */
export interface Seat {
  readonly on: string;
  readonly account: string;
}

/** Where a person stands in a running program: the page, and what was filled in on this and the pages before. */
export interface Session {
  readonly program: string;
  readonly seat: Seat;
  readonly page: string;
  readonly answers: Answers;
  readonly visited: readonly string[];
}

/** By page and control. */
type Answers = Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;

/** What a gesture leads to: the world, and where the person stands then (null: the window is closed). */
export interface Turn<W> {
  readonly world: W;
  readonly session: Session | null;
}

export type Action<W> = (world: W, session: Session) => Turn<W>;

/** One page: what it shows, and what each of its buttons and links does. */
export interface Page<W> {
  readonly title: string;
  /** what stands on the page as its name, where that is not its key in the table (two pages of one name) */
  readonly heading?: string;
  /** other names under which documents print the page */
  readonly aliases?: readonly string[];
  readonly controls: (world: W, session: Session) => readonly Control[];
  readonly actions: Readonly<Record<string, Action<W>>>;
}

/** A program is a table of pages. */
export interface Program<W> {
  readonly name: string;
  readonly first: string;
  readonly pages: Readonly<Record<string, Page<W>>>;
}

/** The program as it opens for that person. */
export function open<W>(program: Program<W>, seat: Seat): Session {
  return { program: program.name, seat, page: program.first, answers: {}, visited: [] };
}

/** The window that the person sees now. */
export function windowOf<W extends object>(program: Program<W>, world: W, session: Session): Window {
  return windows(session, world, () => {
    const page = pageOf(program, session.page);
    return { title: page.title, page: page.heading ?? session.page, controls: page.controls(world, session) };
  });
}

const windows = pairMemo<Session, object, Window>();

/** Whether the page that the person sees goes by that name. */
export function isOnPage<W>(program: Program<W>, session: Session, name: string): boolean {
  const page = pageOf(program, session.page);
  return sameLabel(page.heading ?? session.page, name) || (page.aliases ?? []).some((alias) => sameLabel(alias, name));
}

/**
 * One gesture. Gives the next world and session, or throws a Refusal: `not-offered` (with what the page offers),
 * `not-available` (greyed out), or whatever the machine refuses.
 */
export function perform<W extends object>(program: Program<W>, world: W, session: Session, gesture: Gesture): Turn<W> {
  const window = windowOf(program, world, session);
  const control = offered(window, session, gesture);
  if (gesture.kind !== 'press') return { world, session: answered(window, session, control, gesture) };
  const action = pageOf(program, session.page).actions[control.label];
  if (!action) throw new Error(`the page "${session.page}" shows "${control.label}" but nothing follows from it`);
  return action(world, committed(window, session));
}

/** The action that shows another page of the same program. */
export function to<W>(page: string): Action<W> {
  return (world, session) => ({ world, session: at(session, page) });
}

/** The session on another page. */
export function at(session: Session, page: string): Session {
  return { ...session, page, visited: [...session.visited, session.page] };
}

/** The action that goes back to the page before. */
export function back<W>(world: W, session: Session): Turn<W> {
  const before = session.visited.at(-1) ?? session.page;
  return { world, session: { ...session, page: before, visited: session.visited.slice(0, -1) } };
}

/** The action that closes the window. */
export function close<W>(world: W): Turn<W> {
  return { world, session: null };
}

/** What was filled in on a page, as text ('' when nothing was). */
export function textOn(session: Session, page: string, control: string): string {
  const value = session.answers[page]?.[control];
  return typeof value === 'string' ? value : '';
}

/** Whether a radio or check box of a page was on. */
export function isOn(session: Session, page: string, control: string): boolean {
  return session.answers[page]?.[control] === true;
}

/** The session with one more answer, as if it had been filled in on that page. */
export function withAnswer(session: Session, page: string, control: string, value: string | boolean): Session {
  return { ...session, answers: { ...session.answers, [page]: { ...session.answers[page], [control]: value } } };
}

/** The session without the answers of those pages: a wizard that starts again remembers nothing. */
export function forgetting(session: Session, pages: readonly string[]): Session {
  const kept = Object.entries(session.answers).filter(([page]) => !pages.includes(page));
  return { ...session, answers: Object.fromEntries(kept) };
}

function pageOf<W>(program: Program<W>, name: string): Page<W> {
  const page = program.pages[name];
  if (!page) throw new Error(`${program.name} has no page "${name}"`);
  return page;
}

function offered(window: Window, session: Session, gesture: Gesture): Control {
  const control = controlNamed(window, gesture.control);
  const asked = `${gesture.kind} "${gesture.control}" on the page "${window.page}" of ${window.title}`;
  if (!control || !GESTURES_OF[control.kind].includes(gesture.kind)) {
    const offers = window.controls.filter((c) => c.kind !== 'text').map((c) => `${c.kind} "${c.label}"`);
    throw new Refusal({
      code: 'not-offered',
      on: session.seat.on,
      detail: `asked to ${asked}, which the page does not offer`,
      remedy: `use one of: ${offers.join(', ')}`,
    });
  }
  if (!control.available) {
    throw new Refusal({
      code: 'not-available',
      on: session.seat.on,
      detail: `asked to ${asked}, which is shown but not available`,
      remedy: 'fill in what the page needs first, or find out why it is greyed out',
    });
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
  throw new Refusal({
    code: 'not-offered',
    on: session.seat.on,
    detail: `asked to select "${wanted}" in "${control.label}" on the page "${window.page}", which does not list it (or lists several such)`,
    remedy: `select one of: ${(control.options ?? []).map((o) => `"${o}"`).join(', ') || 'nothing, the list is empty'}`,
  });
}

/** What stands on the page when it is left counts as answered, defaults included. */
function committed(window: Window, session: Session): Session {
  const answers: Record<string, string | boolean> = { ...session.answers[session.page] };
  for (const { kind, label, value } of window.controls) {
    if (value !== undefined && kind !== 'text') answers[label] = value;
  }
  return { ...session, answers: { ...session.answers, [session.page]: answers } };
}
