import { labelled } from '../fact';
import { Refusal } from '../refusal';
import { type Logon, perform } from '../windows/program';
import { controlNamed, type Gesture, type Window } from '../windows/window';
import { logged } from './action-log';
import { useTab } from './browser';
import { type Console, isAt, logOn, logonOf, type Move, type OperatorAction, run, windowOn } from './console';
import { operatorFact } from './operator-facts';
import { operatorRefusal } from './operator-refusals';
import { programOf } from './programs';
import { withShot } from './shots';

/**
 * Performs one move. The kind of the control determines the meaning of the value ("pressed", "chosen", "ticked",
 * "unticked", a text, an item). Refusal `other-page` if another page is open.
 */
export function move(console: Console, made: Move): Console {
  const { page, control, value, contentOf } = made;
  try {
    if (!isAt(console, page)) throw otherPage(console, page, control);
    const next = gesture(console, gestureFor(windowOn(console), control, value), contentOf);
    return { ...next, actions: [...console.actions, { kind: 'move', ...made }] };
  } catch (error) {
    if (error instanceof Refusal && !interrupted.has(error)) interrupted.set(error, console);
    throw error;
  }
}

const interrupted = new WeakMap<Refusal, Console>();

/** The console at the moment of a refusal in the middle of several moves; undefined for other refusals. */
export function interruptedAt(refusal: Refusal): Console | undefined {
  return interrupted.get(refusal);
}

/** Repeats, for each logon in turn, all actions since the current logon. */
export function repeatOn(console: Console, logons: readonly Logon[]): Console {
  const { actions } = console;
  return logons.reduce((c, logon) => actions.reduce(done, logOn(c, logon)), console);
}

function done(console: Console, action: OperatorAction): Console {
  return action.kind === 'run' ? run(console, action.what) : move(console, action);
}

/** Performs several moves in order. */
export function walk(
  console: Console,
  moves: readonly (readonly [page: string, control: string, value: string])[],
): Console {
  return moves.reduce((c, [page, control, value]) => move(c, { page, control, value }), console);
}

/**
 * Performs one gesture in the open window.
 *
 * @param contentOf the file whose content is typed, if the value is that of a file
 */
export function gesture(console: Console, made: Gesture, contentOf = ''): Console {
  const before = windowOn(console);
  const next = turned(console, made);
  const shown = made.kind === 'press' || !next.running ? before : windowOn(next);
  const control = controlNamed(before, made.control, made.kind);
  const used = { ...made, control: control?.label ?? made.control };
  const logon = logonOf(console);
  const { title, page } = before;
  const secret = control?.secret === true;
  return logged(
    { ...next, shots: withShot(console.shots, { logon, window: shown, used: [used] }) },
    { kind: 'gesture', ...logon, window: title, page, gesture: used, secret, contentOf },
  );
}

function turned(console: Console, made: Gesture): Console {
  const { running, deployment } = console;
  if (!running) throw new Error('no window is open');
  if (running.kind === 'browser') {
    const [world, tab] = useTab(deployment, running.logon, running.tab, made);
    return { ...console, deployment: world, running: { ...running, tab } };
  }
  const { world, session } = perform(programOf(deployment, running.session.program), deployment, running.session, made);
  return { ...console, deployment: world, running: session && { ...running, session } };
}

function gestureFor(window: Window, label: string, value: string): Gesture {
  const control = controlNamed(window, label, value === 'ticked' || value === 'unticked' ? 'tick' : 'type');
  switch (control?.kind) {
    case 'checkbox':
      return { kind: value === 'unticked' ? 'untick' : 'tick', control: label };
    case 'radio':
      return { kind: 'choose', control: label };
    case 'field':
      return { kind: 'type', control: label, value };
    case 'list':
    case 'tree':
      return { kind: 'select', control: label, value };
    default:
      return { kind: 'press', control: label };
  }
}

function otherPage(console: Console, page: string, control: string): Refusal {
  const shown = console.running
    ? operatorFact('screen.page', { page: labelled(windowOn(console).page) })
    : operatorFact('screen.no-window');
  return operatorRefusal('other-page', console.logon?.on ?? operatorFact('screen.no-logon'), {
    control: labelled(control),
    page: labelled(page),
    shown,
  });
}
