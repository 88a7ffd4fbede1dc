import { labelled } from '../fact';
import type { Refusal } from '../refusal';
import { isOnPage, type Logon, openProgram, type Session, windowOf } from '../windows/program';
import type { Gesture, Window } from '../windows/window';
import type { Deployment } from '../world/deployment';
import { isBrowserPage, type Tab, tabWindow, visit } from './browser';
import { operatorFact, operatorRefusal } from './operator-refusals';
import { programNamed, programOf, programsIn } from './programs';
import { plugIn } from './transport';

/**
 * The person at the keyboard: who is logged on where, and which window is open. A value like everything else: a
 * gesture gives the next console, or throws a Refusal and nothing has changed.
 */
export interface Console {
  readonly deployment: Deployment;
  readonly logon: Logon | null;
  readonly running: Running | null;
  /** the pages gone through since the last look, with what was used on each */
  readonly shots: readonly Shot[];
  /** the commands typed since the last look */
  readonly typed: readonly TypedCommand[];
  /** what was done since logging on, for doing it again elsewhere */
  readonly actions: readonly OperatorAction[];
}

/** One row of a walk: on this page, this control, to this value. */
export interface Move {
  readonly page: string;
  readonly control: string;
  readonly value: string;
}

/** A program started, or a move made in its window. */
export type OperatorAction = { readonly kind: 'run'; readonly what: string } | ({ readonly kind: 'move' } & Move);

type Running =
  | { readonly kind: 'program'; readonly session: Session }
  | { readonly kind: 'browser'; readonly logon: Logon; readonly tab: Tab };

/** One page as it looked when it was left, and the gestures made on it. */
export interface Shot {
  readonly logon: Logon;
  readonly window: Window;
  readonly used: readonly Gesture[];
}

/** A command that was typed, and what it answered. */
export interface TypedCommand {
  /** `Command Prompt`, or the name of a shell of the product */
  readonly shell: string;
  readonly on: string;
  readonly text: string;
  readonly output: string;
}

/** A console at which nobody sits yet. */
export function consoleOn(deployment: Deployment): Console {
  return { deployment, logon: null, running: null, shots: [], typed: [], actions: [] };
}

/**
 * Logs on: Refusal `logon-denied` when the machine has no such account. Open windows of the logon before are closed, and
 * a removable medium is plugged in there: the person carries it along.
 */
export function logOn(console: Console, logon: Logon): Console {
  const machine = console.deployment.machines.get(logon.on);
  if (machine?.accounts.some((account) => account.name === logon.account)) {
    return { ...console, deployment: plugIn(console.deployment, logon.on), logon, running: null, actions: [] };
  }
  throw operatorRefusal('logon-denied', logon.on, {
    account: logon.account,
    accounts: machine?.accounts.map((a) => a.name) ?? operatorFact('accounts.none'),
  });
}

/** Start, Run: `MMC`, a program of the product, or the address of a web page. Refusal: `program-not-found`. */
export function run(console: Console, what: string): Console {
  const logon = logonOf(console);
  const actions: readonly OperatorAction[] = [...console.actions, { kind: 'run', what }];
  if (/^https?:/i.test(what)) {
    const [deployment, tab] = visit(console.deployment, logon, what);
    return { ...console, deployment, actions, running: { kind: 'browser', logon, tab } };
  }
  const installed = programNamed(console.deployment, what);
  if (!installed?.isInstalledOn(console.deployment, logon.on)) throw programNotFound(console.deployment, logon, what);
  return { ...console, actions, running: { kind: 'program', session: openProgram(installed.program, logon) } };
}

/** The open window; throws when none is open. */
export function windowOn(console: Console): Window {
  const { running } = console;
  if (!running) throw new Error('no window is open');
  if (running.kind === 'browser') return tabWindow(running.tab);
  return windowOf(programOf(console.deployment, running.session.program), console.deployment, running.session);
}

/** Whether the open window shows the page of that name. */
export function isAt(console: Console, page: string): boolean {
  const { running } = console;
  if (!running) return false;
  if (running.kind === 'browser') return isBrowserPage(running.tab, page);
  return isOnPage(programOf(console.deployment, running.session.program), running.session, page);
}

/** Who sits where; throws when nobody is logged on. */
export function logonOf(console: Console): Logon {
  if (!console.logon) throw new Error('nobody is logged on');
  return console.logon;
}

/** The console with nothing recorded of what was shown and typed: the next look begins here. */
export function looked(console: Console): Console {
  return { ...console, shots: [], typed: [] };
}

function programNotFound(deployment: Deployment, { on }: Logon, what: string): Refusal {
  const programs = programsIn(deployment).map(({ program: { name }, where }, index) =>
    index === 0 ? labelled(name) : operatorFact('program.placed', { program: labelled(name), where }),
  );
  return operatorRefusal('program-not-found', on, { program: labelled(what), programs });
}
