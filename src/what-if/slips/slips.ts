import type { Slip, SlipPlace, SlipSource } from '../slip';
import type { StepPerformer } from '../step-performer';
import { addressSlips } from './address-slips';
import { commandSlips } from './command-slips';
import { intrusions } from './intrusions';
import { otherFile, otherServer, otherTemplate } from './object-slips';
import { doneTwice, interrupted, jumpedAhead, leftOut, nextStepFirst, tooLate } from './order-slips';
import { repeatedStages } from './repeated-stages';
import { windowSlips } from './window-slips';

const SOURCES: readonly SlipSource[] = [
  leftOut,
  doneTwice,
  nextStepFirst,
  jumpedAhead,
  interrupted,
  tooLate,
  otherServer,
  otherFile,
  otherTemplate,
  commandSlips,
  addressSlips,
  intrusions,
  repeatedStages,
];

/** All single slips at a step. A check can only be left out. */
export function slipsAt(place: SlipPlace, performer: StepPerformer): readonly Slip[] {
  if (place.step.isCheck) return leftOut(place);
  return [...SOURCES.flatMap((source) => source(place)), ...windowSlips(place, performer)];
}
