import { expect } from 'chai';
import type { Deployment } from '../../src/deployment/deployment';
import { FILE } from '../../src/edge/request-answers';
import { type LogEntry, lyncServerOf } from '../../src/edge/topology';
import { type Console, isAt, seatOf, windowOn } from '../../src/operator/console';
import { move } from '../../src/operator/moves';
import { readFile } from '../../src/windows/file-system';
import { controlNamed, type Window } from '../../src/windows/window';

/** The content of a file of the server where the operator sits, as text. */
export function textOfFile(console: Console, path: string): string {
  return Buffer.from(readFile(console.deployment, seatOf(console).on, path)).toString('latin1');
}

/** The texts that a window shows, and the name of its page. */
export function textsOf(window: Window): readonly string[] {
  return [window.page, ...window.controls.flatMap((c) => (c.kind === 'text' ? [String(c.value)] : []))];
}

/** The items of every list that a window shows. */
export function optionsOf(window: Window): readonly string[] {
  return window.controls.flatMap((control) => control.options ?? []);
}

/** The window shows that text under that label. */
export function textShown(window: Window, label: string, value: string): void {
  expect(controlNamed(window, label)?.value, `"${label}" on the page "${window.page}"`).to.equal(value);
}

/**
 * What a control of the page shows: `on` or `off` for a radio or check box, `not available` while it is greyed out,
 * `available` for a button, and the value of any other.
 */
export function stateShown(console: Console, page: string, label: string): string | undefined {
  const window = windowOn(console);
  expect(isAt(console, page), `the page is "${page}", not "${window.page}"`).to.equal(true);
  const control = controlNamed(window, label);
  if (control === undefined) return undefined;
  if (!control.available) return 'not available';
  if (typeof control.value === 'boolean') return control.value ? 'on' : 'off';
  return control.kind === 'button' || control.secret ? 'available' : control.value;
}

/** What the last wizard or cmdlet on a Lync server did, by the server's own log. */
export function lastCommand(deployment: Deployment, on: string): LogEntry {
  const entry = lyncServerOf(deployment, on).log.at(-1);
  if (!entry) throw new Error(`no command has run on ${on} yet`);
  return entry;
}

/** The pages of the Certificate Wizard's request, each as it is shown at first, up to the one named. */
export function requestUpTo(console: Console, page: string, file: string): Console {
  const shown = windowOn(console).page;
  if (isAt(console, page)) return console;
  const named = shown === FILE ? move(console, { page: shown, control: 'File name', value: file }) : console;
  return requestUpTo(move(named, { page: shown, control: 'Next', value: 'pressed' }), page, file);
}
