import type { Logon } from '../windows/program';
import type { Gesture } from '../windows/window';
import type { Chain } from './chain';

/** One action of the operator, with everything that is needed to perform it again. */
export type PerformedAction =
  | ({ readonly kind: 'log-on' } & Logon)
  /** `what`: a program, or the address of a web page */
  | ({ readonly kind: 'open'; readonly what: string } & Logon)
  | ({ readonly kind: 'gesture'; readonly window: string; readonly page: string } & PerformedGesture & Logon)
  | ({ readonly kind: 'command'; readonly shell: string; readonly text: string } & Logon)
  | { readonly kind: 'carry'; readonly path: string; readonly from: string; readonly to: string }
  /** a certificate manager issues a waiting request */
  | { readonly kind: 'issue'; readonly authority: string; readonly requestId: number }
  /** a request is submitted on the web portal of an authority, and the delivered files are saved */
  | ({ readonly kind: 'portal' } & PortalPaths & Logon);

interface PortalPaths {
  /** the name of the authority */
  readonly portal: string;
  readonly request: string;
  readonly certificate: string;
  readonly chain: string;
}

/** A gesture on a control. */
interface PerformedGesture {
  readonly gesture: Gesture;
  /** whether the typed value is a password */
  readonly secret: boolean;
  /** the file whose content is the typed value; empty otherwise */
  readonly contentOf: string;
}

/** The actions of the operator in order, on all machines. */
export type ActionLog = Chain<PerformedAction>;

/** The console with the action in its log. */
export function logged<C extends { readonly log: ActionLog | null }>(console: C, action: PerformedAction): C {
  return { ...console, log: { last: action, before: console.log } };
}
