import type { SlippedStep, SlipTable } from '../../../evidence/slip-records';
import { linkTo } from '../../outline/page-files';
import type { PlanOutline } from '../../outline/plans';

/** Where the page of a plan shows a step. */
export interface StepOnPage {
  readonly number: string;
  readonly href: string;
}

/** The steps of the procedures of a table, by feature, scenario and number; undefined where no page shows the step. */
export type StepPlaces = (feature: string, scenario: string, step: number) => StepOnPage | undefined;

/**
 * Finds the steps of plans on their pages. Another choice repeats the steps of the main scenario around its stage; the page
 * shows these once.
 */
export function stepPlaces({ procedures }: Pick<SlipTable, 'procedures'>, plans: readonly PlanOutline[]): StepPlaces {
  const byLine = new Map<string, StepOnPage>();
  for (const { feature, file, stages } of plans)
    for (const { number, step, anchor } of stages.flatMap(({ choices }) =>
      choices.flatMap(({ machineBlocks }) => machineBlocks.flatMap(({ steps }) => steps)),
    ))
      byLine.set(`${feature.uri} ${step.line}`, { number, href: linkTo(file, anchor) });
  const byContent = new Map<string, StepOnPage>();
  const steps = new Map<string, readonly SlippedStep[]>();
  for (const one of procedures) {
    steps.set(`${one.feature} ${one.scenario}`, one.steps);
    for (const step of one.steps) {
      const place = byLine.get(`${one.feature} ${step.line}`);
      const key = `${one.feature} ${contentOf(step)}`;
      if (place && !byContent.has(key)) byContent.set(key, place);
    }
  }
  return (feature, scenario, number) => {
    const step = steps.get(`${feature} ${scenario}`)?.[number - 1];
    return step && (byLine.get(`${feature} ${step.line}`) ?? byContent.get(`${feature} ${contentOf(step)}`));
  };
}

function contentOf({ line: _, ...content }: SlippedStep): string {
  return JSON.stringify(content);
}
