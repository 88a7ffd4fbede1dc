import type { SlipLine, SlipOutage } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips, slipInWords } from '../../words/slip-words';
import { groupedBy } from './grouped-slips';
import type { SlipContext, SlipStep } from './slip-context';
import { isOutage, outageLine, repairOf } from './slip-effects';
import { byLikelihood } from './slip-likelihood';
import { slipStep } from './slip-steps';

/** The slips that lead to a symptom. */
export interface SlipCauses {
  readonly causes: readonly SlipCause[];
  /** how many more there are; empty if these are all */
  readonly more: string;
}

/** A slip, and its repair, which was executed. */
export interface SlipCause {
  readonly slip: string;
  readonly step: SlipStep;
  readonly place: string;
  /** at how many more steps the same slip leads to it; empty at none */
  readonly alike: string;
  readonly repair: string;
}

export const NO_CAUSES: SlipCauses = { causes: [], more: '' };

const MOST_CAUSES = 5;

/** The codes to which slips lead: findings, refusals, and errors of connections. */
export function slipCodes({ table }: SlipContext): readonly string[] {
  return [...new Set(table.slips.flatMap(codesOf))].sort();
}

/** The slips that lead to one of these codes, the most likely first; the same slip at a like step counts once. */
export function slipCauses(codes: readonly string[], context: SlipContext): SlipCauses {
  const { words, table } = context;
  const say = sayingSlips(words);
  const slips = byLikelihood(table.slips.filter((line) => codesOf(line).some((code) => codes.includes(code))));
  const groups = groupedBy(slips, (line) => `${line.slip} ${slipStep(line, line.step, context).text}`);
  const left = groups.length - MOST_CAUSES;
  return {
    causes: groups.slice(0, MOST_CAUSES).map(([line, ...others]) => {
      const step = slipStep(line, line.step, context);
      return {
        slip: sentenceCase(slipInWords(line.fact, words)),
        step,
        place: say('inPlan', { step: step.number, pool: step.pool }),
        alike: others.length > 0 ? say('andAlike', { count: others.length }) : '',
        repair: repairOf(line, context),
      };
    }),
    more: left > 0 ? say('moreCauses', { count: left }) : '',
  };
}

/** What is seen of a code: the title of a finding, what the machine says that refuses, or the connection that fails. */
export function slipSymptom(code: string, context: SlipContext): string {
  const { table, codeOf, words } = context;
  const refused = table.slips.find((line) => line.outcome === 'refusal' && line.noticed?.code === code);
  const detail = refused?.noticed?.detail;
  if (detail) return sentenceCase(words.fact(detail));
  const failing = table.slips.flatMap(errorsOf).find(([error]) => error === code);
  return failing ? outageLine(failing[1], context).text : codeOf(code).title;
}

/** The connections that fail without any step noticing the slip, each with the event or the name of its error. */
function errorsOf(line: SlipLine): readonly (readonly [error: string, outage: SlipOutage])[] {
  if (!isOutage(line)) return [];
  return (line.consequence?.outage ?? []).flatMap((one) => {
    const [error] = /^(?:event \d+|[A-Z]+_[A-Z_]+)/.exec(one.reason) ?? [];
    return error === undefined ? [] : [[error, one] as const];
  });
}

function codesOf(line: SlipLine): readonly string[] {
  const { outcome, noticed, findings } = line;
  const refused = outcome === 'refusal' && noticed?.code !== undefined ? [noticed.code] : [];
  return [...refused, ...findings.map(({ code }) => code), ...errorsOf(line).map(([error]) => error)];
}
