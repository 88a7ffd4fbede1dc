import type { SlipLine } from '../../../evidence/slip-records';
import { linkTo, SLIPS_PAGE } from '../../outline/page-files';
import { sayingSlips, slipInWords } from '../../words/slip-words';
import { groupedBy } from './grouped-slips';
import type { SlipContext } from './slip-context';
import { isOutage, type OutageLine, shortRepairOf, slipEffect } from './slip-effects';
import { slipAnchor } from './slip-steps';

/** What the page of a plan says at a step about slips. */
export interface StepSlips {
  readonly lines: readonly StepSlipLine[];
  /** how many more matter; empty if the lines are all */
  readonly more: string;
  /** the step in the worksheet */
  readonly href: string;
}

export interface StepSlipLine {
  /** `If you skip this` */
  readonly when: string;
  /** where it is noticed, or what nothing notices */
  readonly noticed: string;
  /** the findings and failing connections that it leads to */
  readonly findings: readonly string[];
  /** empty if nothing is to be repaired */
  readonly repair: string;
}

export const NO_SLIPS: StepSlips = { lines: [], more: '', href: '' };

/** The most lines at a step, and the steps after which a slip is noticed late. */
const MOST_LINES = 3;
const LATE = 3;

/**
 * The lines at a step: what follows if it is skipped, then the worst of the other slips that matter. These are slips that
 * only the judge notices, that are noticed late, or that a machine refuses and whose repair has several steps.
 *
 * @param slips all slips at the step
 */
export function stepSlips(slips: readonly SlipLine[], context: SlipContext): StepSlips {
  const [first] = slips;
  const [skipped] = slips.filter(({ slip }) => slip === 'left out');
  const others = slips.filter((line) => line !== skipped && matters(line));
  const groups = groupedBy(others, groupKey).toSorted(([one], [other]) => worse(one, other));
  const most = MOST_LINES - (skipped ? 1 : 0);
  const left = groups.length - most;
  const say = sayingSlips(context.words);
  return {
    lines: [
      ...(skipped ? [lineOf(skipped, say('ifSkipped'), context)] : []),
      ...groups
        .slice(0, most)
        .map(([line]) => lineOf(line, say('ifOther', { slip: slipInWords(line.fact, context.words) }), context)),
    ],
    more: left > 0 ? say('more', { count: left }) : '',
    href: first ? linkTo(SLIPS_PAGE, slipAnchor(first, first.step, context)) : '',
  };
}

function matters(line: SlipLine): boolean {
  const { outcome, noticed, repair } = line;
  if (outcome === 'judge' || isLater(line) || (noticed && noticed.distance > LATE)) return true;
  if (outcome !== 'refusal' || repair === null || repair === 'unknown') return outcome === 'refusal' && repair !== null;
  return 'stages' in repair || repair.again.length > 1;
}

/** Whether something notices the slip after the procedure. */
function isLater(line: SlipLine): boolean {
  return isOutage(line) || (line.noticed === null && line.consequence?.by != null);
}

function isUnnoticed(line: SlipLine): boolean {
  return line.noticed === null && line.findings.length === 0 && !isLater(line);
}

/** Slips of one kind with the same consequence count once: the four mistyped forms of a value, for example. */
function groupKey({ slip, outcome, noticed, findings, repair }: SlipLine): string {
  return JSON.stringify([slip, outcome, noticed?.step, findings, repair]);
}

/** Outages and errors that no step notices first, then other findings, then what is noticed latest. */
function worse(one: SlipLine, other: SlipLine): number {
  return weightOf(other) - weightOf(one);
}

const SILENT_ERROR = 1_000_000;
const SILENT = 100_000;

function weightOf(line: SlipLine): number {
  const { findings, noticed } = line;
  if (isOutage(line) || findings.some(({ severity }) => severity === 'error')) return SILENT_ERROR;
  return findings.length > 0 || isLater(line) ? SILENT : (noticed?.distance ?? 0);
}

function lineOf(line: SlipLine, when: string, context: SlipContext): StepSlipLine {
  const { words } = context;
  const { detection, findings, outage } = slipEffect(line, context);
  const say = sayingSlips(words);
  const unnoticed = line.reason
    ? say('stepUnnoticedBecause', { reason: words.fact(line.reason) })
    : say('stepUnnoticed');
  return {
    when,
    noticed: isUnnoticed(line) ? unnoticed : detection,
    findings: [...findings.map(({ text }) => text), ...failingIn(outage, say)],
    repair: line.repair === null ? '' : shortRepairOf(line, context),
  };
}

/** The connection that fails; of several, the first one and their number. */
function failingIn([first, ...others]: readonly OutageLine[], say: ReturnType<typeof sayingSlips>): readonly string[] {
  if (!first) return [];
  const text = [first.text, first.error].filter((part) => part !== '').join(' ');
  return [others.length === 0 ? text : say('severalFail', { count: others.length + 1, first: text })];
}
