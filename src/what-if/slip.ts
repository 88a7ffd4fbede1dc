import type { PickleStep } from '@cucumber/messages';
import type { Fact } from '../fact';
import type { ScenarioWorld } from './scenario-world';
import type { Walk, WalkStep } from './walk';

/** The ways in which a person deviates from a step. */
export const SLIP_KINDS = [
  'left out',
  'done twice',
  'next step first',
  'jumped ahead',
  'other server',
  'other file',
  'other template',
  'other option',
  'left as it is',
  'wrong value',
  'interrupted',
  'too late',
  'intrusion',
] as const;

export type SlipKind = (typeof SLIP_KINDS)[number];

/** One deviation: the steps that replace those from the slipped step to the next one that is done as it is written. */
export interface Slip {
  readonly kind: SlipKind;
  /** what is done, such as `types "fabirkam.com"` */
  readonly description: Fact;
  /** the index of the step */
  readonly at: number;
  readonly instead: readonly PickleStep[];
  /** the index of the next step that is done as it is written */
  readonly next: number;
}

/** A step at which the operator may slip, with the scenario before it. */
export interface SlipPlace {
  readonly walk: Walk;
  readonly at: number;
  readonly step: WalkStep;
  /** the scenario before the step */
  readonly before: ScenarioWorld;
  /** the other procedures that the operator knows, whose steps may come in between */
  readonly others: readonly Walk[];
}

/** All slips of one kind at a place. */
export type SlipSource = (place: SlipPlace) => readonly Slip[];
