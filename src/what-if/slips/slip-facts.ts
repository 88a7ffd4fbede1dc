import { factsOf } from '../../fact';

/** What a person does who deviates from a step. */
export const SLIP_FACTS = {
  'slip.left-out': 'leave the step out',
  'slip.twice': 'do the step twice',
  'slip.stage': 'first do "{part}" again',
  'slip.next-first': 'do the next step first',
  'slip.jumped': 'go on with the next part, "{part}"',
  'slip.server': 'do it on {server}',
  'slip.file': 'use {other}, not {expected}',
  'slip.template': 'use the template {other}, not {expected}',
  'slip.option': 'use "{other}", not "{expected}"',
  'slip.unchanged': 'leave "{control}" as it is',
  'slip.box': 'also use "{control}"',
  'slip.parameter': 'leave out {parameter}',
  'slip.value': 'enter "{other}", not "{expected}"',
  'slip.password': 'enter another password',
  'slip.interrupted': 'log on again before the step: the open windows are closed',
  'slip.intrusion': 'first do "{part}" of another procedure: {procedure}',
  'slip.late': 'do the step and all later ones {period} later',
} as const;

export const slipFact = factsOf(SLIP_FACTS);
