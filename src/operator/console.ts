import type { Deployment } from '../deployment/deployment';
import { deploymentWizard } from '../edge/deployment-wizard';
import { Refusal } from '../refusal';
import { managementConsole } from '../windows/management-console';
import { isOnPage, open, type Program, perform, type Seat, type Session, windowOf } from '../windows/program';
import { controlNamed, type Gesture, sameLabel, type Window } from '../windows/window';
import { isBrowserPage, type Tab, tabWindow, useTab, visit } from './browser';

/**
 * The person at the keyboard: who is logged on where, and which window is open. A value like everything else: a
 * gesture gives the next console, or throws a Refusal and nothing has changed.
 */
export interface Console {
  readonly deployment: Deployment;
  readonly seat: Seat | null;
  readonly running: Running | null;
  /** the pages gone through since the last look, with what was used on each */
  readonly shots: readonly Shot[];
  /** the commands typed since the last look */
  readonly typed: readonly TypedCommand[];
  /** what was done since logging on, for doing it again elsewhere */
  readonly deeds: readonly Deed[];
}

/** A program started, or a move made in its window. */
export type Deed = { readonly kind: 'run'; readonly what: string } | ({ readonly kind: 'move' } & Move);

type Running =
  | { readonly kind: 'program'; readonly name: keyof typeof PROGRAMS; readonly session: Session }
  | { readonly kind: 'browser'; readonly seat: Seat; readonly tab: Tab };

/** One page as it looked when it was left, and the gestures made on it. */
export interface Shot {
  readonly seat: Seat;
  readonly window: Window;
  readonly used: readonly Gesture[];
}

/** A command that was typed, and what it answered. */
export interface TypedCommand {
  readonly shell: 'Command Prompt' | 'Lync Server Management Shell';
  readonly on: string;
  readonly text: string;
  readonly output: string;
}

const PROGRAMS = {
  MMC: managementConsole<Deployment>(),
  'Deployment Wizard': deploymentWizard<Deployment>(),
} satisfies Record<string, Program<Deployment>>;

/** A console at which nobody sits yet. */
export function consoleOn(deployment: Deployment): Console {
  return { deployment, seat: null, running: null, shots: [], typed: [], deeds: [] };
}

/** Logs on: Refusal `logon-denied` when the machine has no such account. Open windows of the seat before are closed. */
export function logOn(console: Console, seat: Seat): Console {
  const machine = console.deployment.machines.get(seat.on);
  if (machine?.accounts.some((account) => account.name === seat.account))
    return { ...console, seat, running: null, deeds: [] };
  throw new Refusal({
    code: 'logon-denied',
    on: seat.on,
    detail: `the account ${seat.account} cannot log on to this server`,
    remedy: `use one of: ${machine?.accounts.map((a) => a.name).join(', ') ?? 'a server of the environment'}`,
    hresult: 'ERROR_ACCESS_DENIED',
  });
}

/** Start, Run: `MMC`, the Deployment Wizard, or the address of a web page. */
export function run(console: Console, what: string): Console {
  const seat = seatOf(console);
  const deeds: readonly Deed[] = [...console.deeds, { kind: 'run', what }];
  if (/^https?:/i.test(what)) {
    const [deployment, tab] = visit(console.deployment, seat, what);
    return { ...console, deployment, deeds, running: { kind: 'browser', seat, tab } };
  }
  const name = sameLabel(what, 'mmc') ? 'MMC' : 'Deployment Wizard';
  if (name === 'Deployment Wizard') refuseWithoutLync(console.deployment, seat, what);
  return { ...console, deeds, running: { kind: 'program', name, session: open<Deployment>(PROGRAMS[name], seat) } };
}

/** The open window; throws when none is open. */
export function windowOn(console: Console): Window {
  const { running } = console;
  if (!running) throw new Error('no window is open');
  if (running.kind === 'browser') return tabWindow(running.tab);
  return windowOf<Deployment>(PROGRAMS[running.name], console.deployment, running.session);
}

/** Whether the open window shows the page of that name. */
export function isAt(console: Console, page: string): boolean {
  const { running } = console;
  if (!running) return false;
  if (running.kind === 'browser') return isBrowserPage(running.tab, page);
  return isOnPage<Deployment>(PROGRAMS[running.name], running.session, page);
}

/** One row of a walk: on this page, this control, to this value. */
export interface Move {
  readonly page: string;
  readonly control: string;
  readonly value: string;
}

/**
 * One move: the page must be the one that shows; the kind of the control decides what the value means ("pressed",
 * "chosen", "ticked", "unticked", a text, an item). Refusal `other-page` when another page shows.
 */
export function move(console: Console, { page, control, value }: Move): Console {
  try {
    if (!isAt(console, page)) throw otherPage(console, page, control);
    const next = gesture(console, gestureFor(windowOn(console), control, value));
    return { ...next, deeds: [...console.deeds, { kind: 'move', page, control, value }] };
  } catch (error) {
    if (error instanceof Refusal && !interrupted.has(error)) interrupted.set(error, console);
    throw error;
  }
}

const interrupted = new WeakMap<Refusal, Console>();

/** The console as it stood when the machine refused in the middle of a walk; undefined outside one. */
export function interruptedAt(refusal: Refusal): Console | undefined {
  return interrupted.get(refusal);
}

/** Does on each seat, one after another, what was done since logging on at this one. */
export function repeatOn(console: Console, seats: readonly Seat[]): Console {
  const { deeds } = console;
  return seats.reduce((c, seat) => deeds.reduce(done, logOn(c, seat)), console);
}

function done(console: Console, deed: Deed): Console {
  return deed.kind === 'run' ? run(console, deed.what) : move(console, deed);
}

/** Several moves, one after another. */
export function walk(
  console: Console,
  moves: readonly (readonly [page: string, control: string, value: string])[],
): Console {
  return moves.reduce((c, [page, control, value]) => move(c, { page, control, value }), console);
}

/** The console after one gesture on the open window. */
export function gesture(console: Console, made: Gesture): Console {
  const before = windowOn(console);
  const next = turned(console, made);
  const shown = made.kind === 'press' || !next.running ? before : windowOn(next);
  return { ...next, shots: withShot(console.shots, { seat: seatOf(console), window: shown, used: [made] }) };
}

/** Who sits where; throws when nobody is logged on. */
export function seatOf(console: Console): Seat {
  if (!console.seat) throw new Error('nobody is logged on');
  return console.seat;
}

/** The console with nothing recorded of what was shown and typed: the next look begins here. */
export function looked(console: Console): Console {
  return { ...console, shots: [], typed: [] };
}

function turned(console: Console, made: Gesture): Console {
  const { running, deployment } = console;
  if (!running) throw new Error('no window is open');
  if (running.kind === 'browser') {
    const [world, tab] = useTab(deployment, running.seat, running.tab, made);
    return { ...console, deployment: world, running: { ...running, tab } };
  }
  const { world, session } = perform<Deployment>(PROGRAMS[running.name], deployment, running.session, made);
  return { ...console, deployment: world, running: session && { ...running, session } };
}

/** Gestures on one and the same page are one shot. */
function withShot(shots: readonly Shot[], shot: Shot): readonly Shot[] {
  const last = shots.at(-1);
  const pressed = last?.used.some((g) => g.kind === 'press');
  const same = last && !pressed && last.window.page === shot.window.page && last.window.title === shot.window.title;
  if (!last || !same) return [...shots, shot];
  return [...shots.slice(0, -1), { ...shot, used: [...last.used, ...shot.used] }];
}

function gestureFor(window: Window, label: string, value: string): Gesture {
  const control = controlNamed(window, label);
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

function refuseWithoutLync(deployment: Deployment, seat: Seat, what: string): void {
  if (deployment.lyncServers.has(seat.on) && sameLabel(what, 'Deployment Wizard')) return;
  throw new Refusal({
    code: 'program-not-found',
    on: seat.on,
    detail: `there is no program "${what}" on this server`,
    remedy: `run one of: ${Object.keys(PROGRAMS).join(', ')} (on a Lync server), or the address of a web page`,
    hresult: 'ERROR_FILE_NOT_FOUND',
  });
}

function otherPage(console: Console, page: string, control: string): Refusal {
  const shown = console.running ? `the page "${windowOn(console).page}"` : 'no window';
  return new Refusal({
    code: 'other-page',
    on: console.seat?.on ?? 'nobody',
    detail: `asked for "${control}" on the page "${page}", but the screen shows ${shown}`,
    remedy: 'go to that page first',
  });
}
