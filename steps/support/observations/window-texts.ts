import { expect } from 'chai';
import { type Console, logonOf } from '../../../src/operator/console';
import { readFile } from '../../../src/windows/file-system';
import { controlNamed, type Window } from '../../../src/windows/window';

/** The content of a file on the current server, as text. */
export function textOfFile(console: Console, path: string): string {
  return Buffer.from(readFile(console.deployment, logonOf(console).on, path)).toString('latin1');
}

/** The texts in a window, and the name of its page. */
export function textsOf(window: Window): readonly string[] {
  return [window.page, ...window.controls.flatMap((c) => (c.kind === 'text' ? [String(c.value)] : []))];
}

/** The items of every list in a window. */
export function optionsOf(window: Window): readonly string[] {
  return window.controls.flatMap((control) => control.options ?? []);
}

/** Checks that the window shows the text with the label. */
export function textShown(window: Window, label: string, value: string): void {
  expect(controlNamed(window, label)?.value, `"${label}" on the page "${window.page}"`).to.equal(value);
}
