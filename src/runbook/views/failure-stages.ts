import type { EvidenceRecord } from '../../evidence/records';
import { identityMemo } from '../../memo';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../recording/model/recorded-step';
import { linkTo } from '../outline/page-files';
import type { PlanOutline, StepInPlan } from '../outline/plans';

type Stage = StepInPlan['stage'];

/**
 * Finds the stage of the plans in which an operator meets a failure that belongs to no step of a procedure. It is the only
 * stage that shows the same page, runs the same command, asks the same authority, or has a step in the same words. The
 * last such step of the failure decides. Null if there is none.
 */
export function stageOf(failure: RecordedScenario, plans: readonly PlanOutline[]): Stage | null {
  return finders(plans, () => failureStages(plans))(failure);
}

const finders = identityMemo<readonly PlanOutline[], (failure: RecordedScenario) => Stage | null>();

function failureStages(plans: readonly PlanOutline[]): (failure: RecordedScenario) => Stage | null {
  const known = new Map<string, Map<string, Stage>>();
  for (const { id: plan, file, stages } of plans)
    for (const { id, number, title, choices } of stages) {
      const stage = { id, number, title, href: linkTo(file, `${plan}-${id}`) };
      const steps = choices.flatMap(({ machineBlocks }) => machineBlocks.flatMap((block) => block.steps));
      for (const sign of steps.flatMap(({ step }) => signsOf(step))) {
        const having = known.get(sign) ?? new Map<string, Stage>();
        if (!having.has(id)) having.set(id, stage);
        known.set(sign, having);
      }
    }
  return ({ steps }) => {
    const signs = steps.filter(({ type }) => type !== 'Context').flatMap(signsOf);
    const stages = signs.reverse().map((sign) => [...(known.get(sign)?.values() ?? [])]);
    return stages.find(({ length }) => length === 1)?.[0] ?? null;
  };
}

/**
 * What tells a step from others: its words, a command that it types or tries, the pages of its windows, and the authority
 * that answers it.
 */
function signsOf({ parts, text, docString, output }: RecordedStep): readonly string[] {
  const said = parts.length > 0 ? parts.map((part) => (part.parameter ? '*' : part.text)).join('') : text;
  const tried = docString === null ? [] : [`command ${commandName(docString)}`];
  return [`words ${said}`, ...tried, ...output.records.flatMap(signsIn)];
}

function signsIn(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'window') return record.shots.map(({ title, page }) => `page ${title}\n${page}`);
  if (record.kind === 'command') return [`command ${commandName(record.text)}`];
  if (record.kind === 'disposition') return [`authority ${record.authority}`];
  return record.kind === 'refusal' ? [`authority ${record.on}`] : [];
}

/** The program of a command line, with its first option where the program has several tasks: `certutil -verifystore`. */
function commandName(line: string): string {
  const [program = '', option = ''] = line.toLowerCase().split(/\s+/);
  return /^cert(util|req)$/.test(program) ? `${program} ${option}` : program;
}
