import type { Finding } from '../judge/finding';
import { type Console, logOn } from '../operator/console';
import { administratorOf } from '../operator/logons';
import { type Outcome, outcomeOn } from '../operator/outcome';
import { typeCommand } from '../operator/prompt';
import { type Deployment, firstPool } from '../world/deployment';
import { type Trial, tried } from './slip-trial';
import type { StepPerformer } from './step-performer';
import type { Walk } from './walk';

/** A command that notices a slip: it was typed with the slip and without it, and its answers differ. */
export interface ProposedCheck {
  readonly command: string;
  /** FQDN of the server on which it is typed */
  readonly on: string;
  /** the index of the last step of the part after which it is typed, the earliest that tells the slip */
  readonly after: number;
  /** the code with which the server refuses it without the slip; undefined: it answers */
  readonly refused: string | undefined;
}

/**
 * The command that tells a slip as early as possible, for a slip that no step of the procedure notices. The commands are
 * those that the pages of findings name; those about its findings come first. Undefined if none of them tells it.
 */
export function checkFor(walk: Walk, trial: Trial, performer: StepPerformer): ProposedCheck | undefined {
  const { deployment } = trial.world.console;
  const own = new Set(trial.findings.map(({ code }) => code));
  const pages = Object.entries(deployment.product.findings.pages);
  const commands = [...pages.filter(([code]) => own.has(code)), ...pages].map(([, { check }]) => check);
  const servers = serversOf(trial.findings, deployment);
  for (const command of new Set(commands)) {
    for (const on of servers) {
      const after = earliest(walk, trial, { command, on }, performer);
      const right = after === undefined ? undefined : walk.states[after + 1]?.console;
      if (after !== undefined && right)
        return { command, on, after, refused: typedOn(right, { command, on }).refused?.code };
    }
  }
  return undefined;
}

function serversOf(findings: readonly Finding[], deployment: Deployment): readonly string[] {
  const named = findings.flatMap(({ server }) => server ?? []);
  return [...new Set([...named, ...firstPool(deployment).servers])].slice(0, 3);
}

type Typed = Pick<ProposedCheck, 'command' | 'on'>;

function earliest(walk: Walk, { slip, world }: Trial, typed: Typed, performer: StepPerformer): number | undefined {
  const last = walk.steps.length - 1;
  if (!differs(walk, last, world.console, typed)) return undefined;
  return partEnds(walk, slip.next - 1).find((index) => {
    if (index === last) return true;
    const upTo = { ...walk, steps: walk.steps.slice(0, index + 1) };
    return differs(walk, index, tried(upTo, slip, performer).world.console, typed);
  });
}

function partEnds({ steps }: Walk, from: number): readonly number[] {
  const machineAt = (index: number): string | undefined => steps[index]?.place?.machine;
  const indexes = steps.map((_, index) => index).slice(Math.max(0, from));
  return indexes.filter((index) => index === steps.length - 1 || machineAt(index + 1) !== machineAt(index));
}

/** Whether the answer after a step differs from the one without the slip. */
function differs({ states }: Walk, index: number, slipped: Console, typed: Typed): boolean {
  const right = states[index + 1]?.console;
  return right !== undefined && answerOf(right, typed) !== answerOf(slipped, typed);
}

/** Thumbprints and serial numbers: an operator on real servers sees others, with and without the slip. */
const NUMBERS = /(?:[0-9a-f]{2} ?){8,}/gi;

function answerOf(console: Console, typed: Typed): string {
  const { console: after, refused } = typedOn(console, typed);
  return (refused?.message ?? after.typed.at(-1)?.output ?? '').replace(NUMBERS, '');
}

function typedOn(console: Console, { command, on }: Typed): Outcome {
  const logon = administratorOf(console.deployment, on);
  return outcomeOn(console, (before) => typeCommand(logOn(before, logon), command));
}
