import type { Finding } from '../judge/finding';
import { identityMemo } from '../memo';
import { comparableAnswer } from '../operator/command-prompt/comparable-answer';
import { type Console, logOn } from '../operator/console';
import { administratorOf } from '../operator/logons';
import { type Outcome, outcomeOn } from '../operator/outcome';
import { typeCommand } from '../operator/prompt';
import { type Deployment, firstPool } from '../world/deployment';
import type { ScenarioWorld } from './scenario-world';
import { slipped, startOf, type Trial } from './slip-trial';
import type { StepPerformer } from './step-performer';
import { partOf, type Walk } from './walk';

/** A command that notices a slip: it was typed with the slip and without it, and its answers differ. */
export interface ProposedCheck {
  readonly command: string;
  /** FQDN of the server on which it is typed */
  readonly on: string;
  /** the index of the last step of the part after which it is typed, the earliest that tells the slip */
  readonly after: number;
  /** the code with which the server refuses it without the slip; undefined: it answers */
  readonly refused: string | undefined;
  /** the answer without the slip, without thumbprints and other numbers that differ on real servers */
  readonly answer: string;
}

/**
 * The command that tells a slip as early as possible, for a slip that no step of the procedure notices. The commands are
 * those that the pages of findings name; those about its findings come first, then those of earlier slips. Undefined if none of them tells it.
 */
export function checkFor(walk: Walk, trial: Trial, performer: StepPerformer): ProposedCheck | undefined {
  const { deployment } = trial.world.console;
  const own = new Set(trial.findings.map(({ code }) => code));
  const pages = Object.entries(deployment.product.findings.pages);
  const found = proposed(walk, () => new Set());
  const commands = [
    ...pages.filter(([code]) => own.has(code)).map(([, { check }]) => check),
    ...found,
    ...pages.map(([, { check }]) => check),
  ];
  const servers = serversOf(trial.findings, deployment);
  const ends = partEnds(walk, trial, performer);
  for (const command of new Set(commands)) {
    for (const on of servers) {
      if (!differs(walk, { index: walk.steps.length - 1, world: trial.world }, { command, on })) continue;
      const after = ends.find((end) => differs(walk, end, { command, on }))?.index;
      const right = after === undefined ? undefined : walk.states[after + 1]?.console;
      if (after === undefined || !right) continue;
      const typed = { command, on };
      found.add(command);
      return { ...typed, after, refused: typedOn(right, typed).refused?.code, answer: answerOf(right, typed) };
    }
  }
  return undefined;
}

/** The commands that were proposed for the slips of a procedure: few different ones are less work. */
const proposed = identityMemo<Walk, Set<string>>();

function serversOf(findings: readonly Finding[], deployment: Deployment): readonly string[] {
  const named = findings.flatMap(({ server }) => server ?? []);
  return [...new Set([...named, ...firstPool(deployment).servers])].slice(0, 3);
}

type Typed = Pick<ProposedCheck, 'command' | 'on'>;

/** The scenario with a slip after a step. */
interface SlippedAt {
  readonly index: number;
  readonly world: ScenarioWorld;
}

/** The scenario with the slip after each part of the procedure, from the slip on. */
function partEnds(walk: Walk, { slip }: Trial, performer: StepPerformer): readonly SlippedAt[] {
  const { steps } = walk;
  const isEnd = (index: number): boolean =>
    index === steps.length - 1 || partOf(steps[index + 1]) !== partOf(steps[index]);
  let { world } = slipped(startOf(walk, slip), slip, performer);
  const before: readonly SlippedAt[] = slip.next > 0 && isEnd(slip.next - 1) ? [{ index: slip.next - 1, world }] : [];
  const later = steps.slice(slip.next).flatMap(({ step }, offset): readonly SlippedAt[] => {
    world = performer.perform(world, step).world;
    const index = slip.next + offset;
    return isEnd(index) ? [{ index, world }] : [];
  });
  return [...before, ...later];
}

/** Whether the answer after a step differs from the one without the slip. */
function differs({ states }: Walk, { index, world }: SlippedAt, typed: Typed): boolean {
  const right = states[index + 1]?.console;
  return right !== undefined && answerOf(right, typed) !== answerOf(world.console, typed);
}

function answerOf(console: Console, typed: Typed): string {
  const { console: after, refused } = typedOn(console, typed);
  return comparableAnswer(refused?.message ?? after.typed.at(-1)?.output ?? '');
}

function typedOn(console: Console, { command, on }: Typed): Outcome {
  const logon = administratorOf(console.deployment, on);
  return outcomeOn(console, (before) => typeCommand(logOn(before, logon), command));
}
