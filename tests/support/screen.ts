import { expect } from 'chai';
import { type Console, windowOn } from '../../src/operator/console';
import { controlNamed } from '../../src/windows/window';

/** Each control by its label: `on` or `off`, `not available` while greyed out, `available` for a button, else its value. */
export function expectShown(console: Console, expected: Readonly<Record<string, string>>): void {
  for (const [label, state] of Object.entries(expected)) expect(stateOf(console, label), label).to.equal(state);
}

/** The labels of everything that the window shows, from top to bottom. */
export function labelsOf(console: Console): readonly string[] {
  return windowOn(console).controls.map(({ label }) => label);
}

/** The items of the list or tree of that label. */
export function itemsOf(console: Console, label: string): readonly string[] {
  return controlNamed(windowOn(console), label)?.options ?? [];
}

function stateOf(console: Console, label: string): string | undefined {
  const control = controlNamed(windowOn(console), label);
  if (control?.available === false) return 'not available';
  if (typeof control?.value === 'boolean') return control.value ? 'on' : 'off';
  return control?.kind === 'button' ? 'available' : control?.value;
}
