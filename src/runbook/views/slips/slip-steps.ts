import type { SlippedProcedure, SlippedStep } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips } from '../../words/slip-words';
import { stepLabel } from '../step/step-label';
import type { SlipContext, SlipStep } from './slip-context';

type Procedure = Pick<SlippedProcedure, 'feature' | 'scenario'>;

/** The step with this number of a procedure. */
export function slipStep({ feature, scenario }: Procedure, number: number, context: SlipContext): SlipStep {
  const key = `${feature} ${scenario} ${number}`;
  const known = context.steps.get(key) ?? shownStep({ feature, scenario }, number, context);
  context.steps.set(key, known);
  return known;
}

function shownStep({ feature, scenario }: Procedure, number: number, context: SlipContext): SlipStep {
  const { pool, step } = stepOf({ feature, scenario }, number, context);
  const place = context.places(feature, scenario, number);
  return {
    number: place?.number ?? String(number),
    text: sentenceCase(stepLabel(step.text, step.table, context.words)),
    command: step.docString,
    stage: context.words.prose(step.stage),
    machine: step.machine,
    place: step.text.includes(step.machine) ? '' : step.machine,
    pool,
    href: place?.href ?? '',
  };
}

/** The anchor of a procedure in the worksheet, or of one of its steps. */
export function slipAnchor({ feature, scenario }: Procedure, step: number | null, { table }: SlipContext): string {
  const index = table.procedures.findIndex((one) => one.feature === feature && one.scenario === scenario);
  return `slips-${index + 1}${step === null ? '' : `-${step}`}`;
}

/** The number of a step, for a sentence. */
export function slipNumber({ feature, scenario }: Procedure, step: number, { places }: SlipContext): string {
  return places(feature, scenario, step)?.number ?? String(step);
}

/** Numbers of steps as a list with ranges: `3 to 5, 8`. Steps that the page of a plan leaves out are left out. */
export function slipNumbers(procedure: Procedure, steps: readonly number[], context: SlipContext): string {
  const { feature, scenario } = procedure;
  const onPages = steps.filter((step) => context.places(feature, scenario, step));
  const ranges = rangesOf(onPages.length > 0 ? onPages : steps);
  const say = sayingSlips(context.words);
  const texts = ranges.map(([first, last]) => {
    const [from, to] = [first, last].map((step) => slipNumber(procedure, step, context));
    return first === last ? (from ?? '') : say('range', { first: from ?? '', last: to ?? '' });
  });
  return texts.join(context.words.labels.comma);
}

function rangesOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.reduce<readonly (readonly [number, number])[]>((found, number) => {
    const last = found.at(-1);
    return last && last[1] + 1 === number ? [...found.slice(0, -1), [last[0], number]] : [...found, [number, number]];
  }, []);
}

function stepOf(
  { feature, scenario }: Procedure,
  number: number,
  { table }: SlipContext,
): { readonly pool: string; readonly step: SlippedStep } {
  const procedure = table.procedures.find((one) => one.feature === feature && one.scenario === scenario);
  const step = procedure?.steps[number - 1];
  if (!procedure || !step) throw new Error(`the table of slips has no step ${number} of "${scenario}" in ${feature}`);
  return { pool: procedure.pool, step };
}
