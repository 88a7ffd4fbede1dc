import { labelled } from '../fact';
import type { Refusal } from '../refusal';
import { isOnPage, type Logon, openProgram, type Session, windowOf } from '../windows/program';
import type { Window } from '../windows/window';
import type { Deployment } from '../world/deployment';
import { type ActionLog, logged } from './action-log';
import { isBrowserPage, type Tab, tabWindow, visit } from './browser';
import { operatorFact } from './operator-facts';
import { operatorRefusal } from './operator-refusals';
import { programNamed, programOf, programsIn } from './programs';
import type { Shots } from './shots';
import { plugIn } from './transport';

/**
 * The operator's console: the logged-on account, and the open window. It is a value: a gesture returns the next
 * console, or throws a Refusal and changes nothing.
 */
export interface Console {
  readonly deployment: Deployment;
  readonly logon: Logon | null;
  readonly running: Running | null;
  /** the pages that were visited since the last reset, with the gestures on each */
  readonly shots: Shots | null;
  /** the commands that were typed since the last reset */
  readonly typed: readonly TypedCommand[];
  /** the actions since the last reset, on all machines */
  readonly log: ActionLog | null;
  /** the actions since logging on, for repetition on other machines */
  readonly actions: readonly OperatorAction[];
}

/** One row of a procedure: the page, the control, and the value. */
export interface Move {
  readonly page: string;
  readonly control: string;
  readonly value: string;
  /** the file whose content is the value, if it is that of a file */
  readonly contentOf?: string;
}

/** The start of a program, or a move in its window. */
export type OperatorAction = { readonly kind: 'run'; readonly what: string } | ({ readonly kind: 'move' } & Move);

type Running =
  | { readonly kind: 'program'; readonly session: Session }
  | { readonly kind: 'browser'; readonly logon: Logon; readonly tab: Tab };

/** A typed command and its output. */
export interface TypedCommand {
  /** `Command Prompt`, or the name of a shell of the product */
  readonly shell: string;
  readonly on: string;
  readonly text: string;
  readonly output: string;
  /** the number of entries in the logs of the servers before it */
  readonly after: number;
}

/** A console without a logged-on account. */
export function consoleOn(deployment: Deployment): Console {
  return { deployment, logon: null, running: null, shots: null, typed: [], log: null, actions: [] };
}

/**
 * Logs on. Refusal `logon-denied` if the machine has no such account. The open windows of the previous logon are
 * closed, and a removable medium is connected to the new machine.
 */
export function logOn(console: Console, logon: Logon): Console {
  const machine = console.deployment.machines.get(logon.on);
  if (machine?.accounts.some((account) => account.name === logon.account)) {
    const deployment = plugIn(console.deployment, logon.on);
    return logged({ ...console, deployment, logon, running: null, actions: [] }, { kind: 'log-on', ...logon });
  }
  throw operatorRefusal('logon-denied', logon.on, {
    account: logon.account,
    accounts: machine?.accounts.map((a) => a.name) ?? operatorFact('accounts.none'),
  });
}

/** Start, Run: `MMC`, a program of the product, or the address of a web page. Refusal: `program-not-found`. */
export function run(before: Console, what: string): Console {
  const logon = logonOf(before);
  const console = logged(before, { kind: 'open', what, ...logon });
  const actions: readonly OperatorAction[] = [...console.actions, { kind: 'run', what }];
  if (/^https?:/i.test(what)) {
    const [deployment, tab] = visit(console.deployment, logon, what);
    return { ...console, deployment, actions, running: { kind: 'browser', logon, tab } };
  }
  const installed = programNamed(console.deployment, what);
  if (!installed?.isInstalledOn(console.deployment, logon.on)) throw programNotFound(console.deployment, logon, what);
  return { ...console, actions, running: { kind: 'program', session: openProgram(installed.program, logon) } };
}

/** The open window. Throws an Error if no window is open. */
export function windowOn(console: Console): Window {
  const { running } = console;
  if (!running) throw new Error('no window is open');
  if (running.kind === 'browser') return tabWindow(running.tab);
  return windowOf(programOf(console.deployment, running.session.program), console.deployment, running.session);
}

/** Whether the open window shows the page with this name. */
export function isAt(console: Console, page: string): boolean {
  const { running } = console;
  if (!running) return false;
  if (running.kind === 'browser') return isBrowserPage(running.tab, page);
  return isOnPage(programOf(console.deployment, running.session.program), running.session, page);
}

/** The current logon. Throws an Error if no account is logged on. */
export function logonOf(console: Console): Logon {
  if (!console.logon) throw new Error('nobody is logged on');
  return console.logon;
}

/** The console with empty records of windows and commands, so that the next step records only its own. */
export function withoutRecords(console: Console): Console {
  return { ...console, shots: null, typed: [], log: null };
}

function programNotFound(deployment: Deployment, { on }: Logon, what: string): Refusal {
  const programs = programsIn(deployment).map(({ program: { name }, where }, index) =>
    index === 0 ? labelled(name) : operatorFact('program.placed', { program: labelled(name), where }),
  );
  return operatorRefusal('program-not-found', on, { program: labelled(what), programs });
}
