import { SLIP_OUTCOMES, type SlipLine } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { kindInWords, sayingSlips, slipInWords } from '../../words/slip-words';
import { groupedBy } from './grouped-slips';
import type { SlipContext, SlipStep } from './slip-context';
import { isOutage, type SlipEffect, slipEffect } from './slip-effects';
import { byLikelihood } from './slip-likelihood';
import { type OutageView, outagesIn } from './slip-outages';
import { slipAnchor, slipStep } from './slip-steps';

/** The worksheet of a failure mode and effects analysis, step by step, from a table of slips. */
export interface SlipSheet {
  readonly outcome: string;
  readonly counts: readonly SlipCount[];
  readonly outages: readonly OutageView[];
  readonly omissions: readonly OmissionView[];
  readonly procedures: readonly SlippedProcedureView[];
}

/** How many slips end with an outcome, and how many of each kind. */
export interface SlipCount {
  readonly outcome: string;
  readonly count: number;
  /** `left out 12, done twice 3` */
  readonly kinds: string;
}

/** Steps whose omission nothing notices, for one reason. */
export interface OmissionView {
  readonly reason: string;
  readonly steps: readonly SlipStep[];
}

export interface SlippedProcedureView {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly SlippedBlock[];
}

/** The steps of a stage on a machine. */
export interface SlippedBlock {
  readonly title: string;
  readonly machine: string;
  readonly rows: readonly SlipRowView[];
}

/** Slips at a step that have the same effect, are noticed in the same place, and have the same repair. */
export interface SlipRowView extends SlipEffect {
  readonly step: SlipStep;
  /** the anchor of its step, which its first row has */
  readonly id: string;
  readonly isFirst: boolean;
  readonly slips: readonly string[];
}

/** The worksheet of a table. */
export function slipSheet(context: SlipContext): SlipSheet {
  const { slips } = context.table;
  const noticed = slips.filter((line) => line.noticed !== null).length;
  const silent = slips.filter((line) => line.outcome === 'judge' || isOutage(line)).length;
  return {
    outcome: sayingSlips(context.words)('outcome', { count: slips.length, noticed, silent }),
    counts: countsOf(slips, context),
    outages: outagesIn(context),
    omissions: omissionsIn(context),
    procedures: groupedBy(slips, ({ feature, scenario }) => `${feature} ${scenario}`).map((lines) =>
      procedureView(lines, context),
    ),
  };
}

function countsOf(slips: readonly SlipLine[], { words }: SlipContext): readonly SlipCount[] {
  return SLIP_OUTCOMES.flatMap((outcome) => {
    const own = byLikelihood(slips.filter((line) => line.outcome === outcome));
    const kinds = groupedBy(own, ({ slip }) => slip).map(
      (lines) => `${kindInWords(lines[0].slip, words)} ${lines.length}`,
    );
    const count = own.length;
    return count === 0 ? [] : [{ outcome: words.slipOutcomes[outcome], count, kinds: kinds.join(words.labels.comma) }];
  });
}

/** Omissions that neither a step nor the judge notices, by their reasons; those without a reason last. */
function omissionsIn(context: SlipContext): readonly OmissionView[] {
  const { table, words } = context;
  const unnoticed = table.slips.filter(
    (line) => line.slip === 'left out' && line.noticed === null && line.findings.length === 0 && !isOutage(line),
  );
  const groups = groupedBy(unnoticed, ({ reason }) => JSON.stringify(reason ?? null));
  return groups
    .toSorted(([one], [other]) => Number(!one.reason) - Number(!other.reason))
    .map((lines) => ({
      reason: sentenceCase(lines[0].reason ? words.fact(lines[0].reason) : sayingSlips(words)('noReason')),
      steps: lines.map((line) => slipStep(line, line.step, context)),
    }));
}

function procedureView(lines: readonly [SlipLine, ...SlipLine[]], context: SlipContext): SlippedProcedureView {
  const say = sayingSlips(context.words);
  const rows = groupedBy(lines, (line) => rowKey(line)).map((group) => rowView(group, context));
  const [{ feature, scenario }] = lines;
  return {
    id: slipAnchor({ feature, scenario }, null, context),
    title: titleOf({ feature, scenario }, context),
    blocks: groupedBy(rows, ({ step }) => `${step.stage} ${step.machine}`).map((block) => {
      const [{ step }] = block;
      const shown = block.map((row, at) => ({ ...row, isFirst: block[at - 1]?.step !== row.step }));
      return { title: step.stage === '' ? say('outside') : step.stage, machine: step.machine, rows: shown };
    }),
  };
}

/** A main plan has its pool in its name; the name of another feature comes before the scenario. */
function titleOf({ feature, scenario }: Pick<SlipLine, 'feature' | 'scenario'>, { table, words }: SlipContext): string {
  const say = sayingSlips(words);
  const own = table.procedures.find((one) => one.feature === feature && one.scenario === scenario);
  const { title = '', pool = '' } = own ?? {};
  const slots = { scenario: words.prose(scenario), pool };
  return title.includes(pool) ? say('plan', slots) : say('procedure', { ...slots, title: words.prose(title) });
}

function rowView(lines: readonly [SlipLine, ...SlipLine[]], context: SlipContext): SlipRowView {
  const [first] = lines;
  return {
    step: slipStep(first, first.step, context),
    id: slipAnchor(first, first.step, context),
    isFirst: true,
    slips: [...new Set(lines.map((line) => sentenceCase(slipInWords(line.fact, context.words))))],
    ...slipEffect(first, context),
  };
}

function rowKey({ step, outcome, noticed, findings, goingOn, consequence, repair, check }: SlipLine): string {
  const place = noticed && [noticed.step, noticed.distance, noticed.code, noticed.detail];
  const after = [goingOn?.isSafe, noticed ? consequence?.outage.length : consequence];
  return JSON.stringify([step, outcome, place, findings, after, repair, check]);
}
