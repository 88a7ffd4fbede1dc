/** The actions of the operator: what a person or a program does, in order, to carry out a step again. */

/** A gesture on a control of a window. A typed password is masked. */
export interface GestureAction {
  readonly machine: string;
  readonly account: string;
  readonly window: string;
  readonly page: string;
  readonly control: string;
  /** `paste`: type the content of the file that `value` names */
  readonly gesture: 'press' | 'choose' | 'tick' | 'untick' | 'type' | 'select' | 'paste';
  /** the text or the item; empty for gestures without one */
  readonly value: string;
}

/** A typed command. Passwords in it are masked. */
export interface CommandAction {
  readonly machine: string;
  readonly account: string;
  readonly shell: string;
  readonly command: string;
}

/** The start of a program, or of a browser at an address. */
export interface OpenAction {
  readonly machine: string;
  readonly account: string;
  readonly open: string;
}

/** A logon. It closes the windows of the logon before it. */
export interface LogOnAction {
  readonly machine: string;
  readonly logOn: string;
}

/** The transport of a file to the same path on another machine. */
export interface CarryAction {
  readonly carry: string;
  readonly from: string;
  readonly to: string;
}

/** A certificate manager issues a waiting request. */
export interface IssueAction {
  readonly issue: number;
  readonly authority: string;
}

/** A request file that is submitted on the web portal of an authority, and the delivered files that are saved. */
export interface PortalAction {
  readonly machine: string;
  readonly account: string;
  /** the name of the authority */
  readonly portal: string;
  readonly request: string;
  readonly certificate: string;
  readonly chain: string;
}

export type StepAction =
  | GestureAction
  | CommandAction
  | OpenAction
  | LogOnAction
  | CarryAction
  | IssueAction
  | PortalAction;

/** The actions of a step of a procedure run, in order, on all machines. */
export interface ActionsRecord {
  readonly kind: 'actions';
  readonly actions: readonly StepAction[];
}
