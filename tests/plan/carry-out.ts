import parse, { type HTMLElement } from 'node-html-parser';
import type { StepAction } from '../../src/evidence/action-records';
import { judgePool } from '../../src/judge/judge';
import { carry } from '../../src/operator/carrying';
import { type Console, consoleOn, logOn, run } from '../../src/operator/console';
import { move } from '../../src/operator/moves';
import { PASSWORD } from '../../src/operator/named-values';
import { typeCommand } from '../../src/operator/prompt';
import { decide, newestRequest } from '../../src/operator/tasks/authority';
import { submitOnPortal } from '../../src/operator/tasks/portal';
import { Refusal } from '../../src/refusal';
import type { Deployment } from '../../src/world/deployment';
import { textOfFile } from '../../steps/support/observations/window-texts';

/** What a page of a plan says: its stages, and of each the actions for each choice, in the order of the page. */
export interface StageOnPage {
  readonly id: string;
  readonly choices: readonly (readonly StepAction[])[];
}

/** Reads a page of a plan, and nothing else. */
export function stagesOn(html: string): readonly StageOnPage[] {
  return parse(html)
    .querySelectorAll('section.stage')
    .map((stage) => ({
      id: stage.id,
      choices: stage
        .querySelectorAll('section.choice')
        .map((choice) =>
          choice
            .querySelectorAll('[data-action]')
            .map((one) => actionIn(one.getAttribute('data-action'), one.closest('[data-machine]'))),
        ),
    }));
}

/** An action of a block: on its machine, with the account of the last logon, and without a value unless it has one. */
function actionIn(json = '', block: HTMLElement | null): StepAction {
  const action = JSON.parse(json);
  const isElsewhere = 'carry' in action || 'issue' in action;
  return isElsewhere ? action : { machine: block?.getAttribute('data-machine'), value: '', ...action };
}

/** Each list of actions that a page offers: the first choice of every stage, or another choice in one of them. */
export function pathsOn(stages: readonly StageOnPage[]): ReadonlyMap<string, readonly StepAction[]> {
  const path = (at: number, choice: number) =>
    stages.flatMap(({ choices }, index) => choices[index === at ? choice : 0] ?? []);
  const others = stages.flatMap(({ id, choices }, at) =>
    choices.slice(1).map((_, index) => [`${id} ${index + 1}`, path(at, index + 1)] as const),
  );
  return new Map([['first choices', path(-1, 0)], ...others]);
}

/** The findings about the pool after the actions, except hints; the code of a refusal if one of them is refused. */
export function resultOf(deployment: Deployment, pool: string, actions: readonly StepAction[]): readonly string[] {
  try {
    const done = afterActions(deployment, actions);
    const judged = done.pools.find(({ fqdn }) => fqdn === pool);
    if (!judged) throw new Error(`no pool ${pool}`);
    const findings = judgePool(done, judged).filter(({ severity }) => severity !== 'info');
    return findings.map(({ code, server }) => `${code} ${server ?? ''}`);
  } catch (error) {
    if (error instanceof Refusal || error instanceof NotThere) return [`refused: ${error.message}`];
    throw error;
  }
}

/** The deployment after the actions. Refusals: those of the actions. */
export function afterActions(deployment: Deployment, actions: readonly StepAction[]): Deployment {
  return actions.reduce(perform, consoleOn(deployment)).deployment;
}

/** An action on a machine where the reader of the page is not logged on. */
class NotThere extends Error {}

function perform(console: Console, action: StepAction): Console {
  if ('logOn' in action) return logOn(console, { on: action.machine, account: action.logOn });
  if ('machine' in action && console.logon?.on !== action.machine) throw new NotThere(action.machine);
  if ('open' in action) return run(console, action.open);
  if ('command' in action) return typeCommand(console, action.command);
  if ('carry' in action) return carry(console, action.carry, action.from, action.to);
  if ('issue' in action) return issued(console, action.issue);
  if ('portal' in action) return submitOnPortal(console, action);
  const { page, control, gesture, value } = action;
  return move(console, { page, control, value: valueFor(console, gesture, value) });
}

function issued(console: Console, id: number): Console {
  if (newestRequest(console.deployment).id !== id) throw new Error(`the request ${id} is not the newest`);
  return decide(console, 'issue');
}

function valueFor(console: Console, gesture: string, value: string): string {
  switch (gesture) {
    case 'tick':
      return 'ticked';
    case 'untick':
      return 'unticked';
    case 'choose':
      return 'chosen';
    case 'press':
      return 'pressed';
    case 'paste':
      return textOfFile(console, value);
    default:
      // the page shows a password as bullets; the reader takes another one
      return /^•+$/.test(value) ? PASSWORD : value;
  }
}
