import { join } from 'node:path';
import { isPlan } from '../../recording/model/recorded-scenario';
import { stateOfPlan } from '../../recording/model/state';
import { type State, wentAsWritten } from '../../recording/model/states';
import type { Recording } from '../../recording/recording';
import { AnchorAllocation } from '../../runbook/outline/anchor-allocation';
import { planFeatures, planOutline } from '../../runbook/outline/plans';
import type { Paint } from '../terminal/paint';

/** The result of one plan. */
export interface PlanResult {
  /** FQDN */
  readonly pool: string;
  /** what a further plan of the pool changes; absent for the main one */
  readonly title?: string;
  readonly state: State;
  /** the number of steps with the first choice of each stage */
  readonly steps: number;
  /** its page */
  readonly page: string;
}

/** The results of the plans of a run, in the order of the run. */
export function planResults(recording: Recording, runbookFolder: string): readonly PlanResult[] {
  return planFeatures(recording).map((feature) => {
    const { pool, title, file, stages } = planOutline(feature, new AnchorAllocation());
    const blocks = stages.flatMap(({ choices }) => choices[0]?.machineBlocks ?? []);
    return {
      pool,
      ...(title === '' ? {} : { title }),
      state: stateOfPlan(feature.scenarios.filter(isPlan)),
      steps: blocks.reduce((sum, { steps }) => sum + steps.length, 0),
      page: join(runbookFolder, file),
    };
  });
}

/** A line of the terminal for each plan: `plan       pool.example.com: verified, 92 steps`. */
export function plansReport(plans: readonly PlanResult[], paint: Paint): string {
  return plans
    .map(({ pool, title, state, steps }) => {
      const tone = wentAsWritten(state) ? 'good' : state === 'failing' ? 'bad' : 'attention';
      return `plan       ${pool}${title === undefined ? '' : `, ${title}`}: ${paint(tone, state.replace('-', ' '))}, ${steps} steps\n`;
    })
    .join('');
}
