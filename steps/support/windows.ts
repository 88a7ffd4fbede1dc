import { expect } from 'chai';
import { controlNamed, type Window } from '../../src/windows/window';

/** The window shows that text under that label. */
export function textShown(window: Window, label: string, value: string): void {
  expect(controlNamed(window, label)?.value, `"${label}" on the page "${window.page}"`).to.equal(value);
}
