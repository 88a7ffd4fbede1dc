import { expect } from 'chai';
import { type Console, logonOf } from '../../../src/operator/console';
import { readFile } from '../../../src/windows/file-system';
import { controlNamed, type Window } from '../../../src/windows/window';

/** The content of a file of the server where the operator sits, as text. */
export function textOfFile(console: Console, path: string): string {
  return Buffer.from(readFile(console.deployment, logonOf(console).on, path)).toString('latin1');
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
