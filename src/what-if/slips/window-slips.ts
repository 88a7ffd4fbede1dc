import { isAt, windowOn } from '../../operator/console';
import { namedValues, PASSWORD, withValues } from '../../operator/named-values';
import { type Control, controlNamed, type Window } from '../../windows/window';
import type { ScenarioWorld } from '../scenario-world';
import type { Slip, SlipKind, SlipPlace } from '../slip';
import type { StepPerformer } from '../step-performer';
import { slipFact } from './slip-facts';
import { movesOf, stepWith, type WrittenMove } from './step-moves';
import { mistyped } from './typing';

/** Slips in a window: each other option that the page offers, a control left as it is, and wrong values. */

/** The slips at each line of a step about windows. */
export function windowSlips(place: SlipPlace, performer: StepPerformer): readonly Slip[] {
  const moves = movesOf(place.step.step);
  return moves.flatMap((move, index) => {
    const earlier = moves.slice(0, index);
    const world =
      earlier.length === 0 ? place.before : performer.perform(place.before, stepWith(earlier, place.step.step)).world;
    const window = pageOf(world, move);
    const control = window && controlNamed(window, move.control);
    if (!window || !control) return [];
    const boxes = control.kind === 'button' ? otherBoxes(move, window, moves.slice(0, index)) : [];
    return [...variantsOf(move, control, window, world), ...boxes].map(
      ({ kind, description, move: other, also = [] }) => {
        const changed = [...earlier, ...also, ...(other ? [other] : []), ...moves.slice(index + 1)];
        const instead = changed.length === 0 ? [] : [stepWith(changed, place.step.step)];
        return { kind, description, at: place.at, instead, next: place.at + 1 };
      },
    );
  });
}

function pageOf(world: ScenarioWorld, { page }: WrittenMove): Window | undefined {
  return isAt(world.console, page) ? windowOn(world.console) : undefined;
}

interface Variant {
  readonly kind: SlipKind;
  readonly description: Slip['description'];
  /** the line in place of the right one; null: none */
  readonly move: WrittenMove | null;
  /** lines before it that the step does not have */
  readonly also?: readonly WrittenMove[];
}

/** Each box of the page that the step leaves as it is, used before the button. */
function otherBoxes(move: WrittenMove, window: Window, earlier: readonly WrittenMove[]): readonly Variant[] {
  const written = earlier.filter(({ page }) => page === move.page).map(({ control }) => control);
  return window.controls
    .filter(({ kind, available, label }) => kind === 'checkbox' && available && !written.includes(label))
    .map(({ label, value }): Variant => {
      const box = { ...move, control: label, value: value === true ? 'unticked' : 'ticked' };
      return { kind: 'other option', description: slipFact('slip.box', { control: label }), move, also: [box] };
    });
}

function variantsOf(move: WrittenMove, control: Control, window: Window, world: ScenarioWorld): readonly Variant[] {
  switch (control.kind) {
    case 'button':
    case 'link':
      return optionsIn(window, ['button', 'link'], control).map((label) => otherControl(move, label));
    case 'radio':
      return [
        ...(control.value === true ? [] : [unchanged(move)]),
        ...optionsIn(window, ['radio'], control)
          .filter((label) => controlNamed(window, label)?.group === control.group)
          .map((label) => otherControl(move, label)),
      ];
    case 'checkbox':
      return (control.value === true) === (move.value === 'unticked') ? [unchanged(move)] : [otherBox(move)];
    case 'list':
    case 'tree':
      return [
        unchanged(move),
        ...itemsIn(control, expandedValue(move, world)).map((item) => otherValue(move, item, world)),
      ];
    case 'field':
      return [unchanged(move), ...mistyped(expandedValue(move, world)).map((text) => otherValue(move, text, world))];
    case 'text':
      return [];
  }
}

function optionsIn(window: Window, kinds: readonly Control['kind'][], used: Control): readonly string[] {
  const offered = window.controls.filter(({ kind, available }) => available && kinds.includes(kind));
  return offered.map(({ label }) => label).filter((label) => label !== used.label);
}

function itemsIn({ options = [] }: Control, chosen: string): readonly string[] {
  return options.filter((item) => !item.toLowerCase().includes(chosen.toLowerCase()));
}

function otherControl(move: WrittenMove, label: string): Variant {
  const description = slipFact('slip.option', { other: label, expected: move.control });
  return { kind: 'other option', description, move: { ...move, control: label } };
}

/** A box that the step leaves as it is, changed. */
function otherBox(move: WrittenMove): Variant {
  const description = slipFact('slip.box', { control: move.control });
  return {
    kind: 'other option',
    description,
    move: { ...move, value: move.value === 'unticked' ? 'ticked' : 'unticked' },
  };
}

function unchanged(move: WrittenMove): Variant {
  return { kind: 'left as it is', description: slipFact('slip.unchanged', { control: move.control }), move: null };
}

function otherValue(move: WrittenMove, value: string, world: ScenarioWorld): Variant {
  const description = move.value.includes('{password}')
    ? slipFact('slip.password')
    : slipFact('slip.value', { other: value, expected: expandedValue(move, world) });
  return { kind: 'wrong value', description, move: { ...move, value } };
}

function expandedValue({ value }: WrittenMove, { console: { deployment } }: ScenarioWorld): string {
  return withValues(value, { ...namedValues(deployment), password: PASSWORD });
}
