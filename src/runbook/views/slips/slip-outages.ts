import type { SlipLine } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips, slipInWords } from '../../words/slip-words';
import { groupedBy } from './grouped-slips';
import type { SlipContext, SlipStep } from './slip-context';
import { type SlipCheckView, slipEffect } from './slip-effects';
import { slipStep } from './slip-steps';

/** A finding that slips lead to without any step noticing them, with every minimal set of such slips. */
export interface OutageView {
  readonly id: string;
  readonly code: string;
  readonly href: string;
  readonly title: string;
  readonly severity: string;
  readonly sets: readonly SlipSetView[];
}

/** Slips that lead to the finding together; other slips at the same steps with the same repair are alternatives. */
export interface SlipSetView {
  readonly members: readonly { readonly step: SlipStep; readonly slips: readonly string[] }[];
  readonly repair: string;
  readonly check: SlipCheckView;
}

const SEVERITIES = ['error', 'warning', 'info'];

/** The findings with the slips that lead to them, the worst first. */
export function outagesIn(context: SlipContext): readonly OutageView[] {
  const silent = context.table.slips.filter(({ outcome }) => outcome === 'judge');
  const pairs = silent.flatMap((line) => line.findings.map((finding) => ({ line, finding })));
  const groups = groupedBy(pairs, ({ finding }) => `${finding.code} ${finding.server ?? ''}`);
  const weight = ({ severity }: { readonly severity: string }) => SEVERITIES.indexOf(severity);
  return groups
    .toSorted(([one], [other]) => weight(one.finding) - weight(other.finding))
    .map((group, index) => {
      const [{ finding }] = group;
      const { code, server, severity } = finding;
      const { title, href } = context.codeOf(code);
      return {
        id: `outage-${index + 1}`,
        code,
        href,
        severity,
        title: server ? sayingSlips(context.words)('findingOn', { title, server }) : title,
        sets: groupedBy(
          group.map(({ line }) => line),
          setKey,
        ).map((lines) => setView(lines, context)),
      };
    });
}

function setKey({ feature, scenario, step, repair, check }: SlipLine): string {
  return JSON.stringify([feature, scenario, step, repair, check]);
}

function setView(lines: readonly [SlipLine, ...SlipLine[]], context: SlipContext): SlipSetView {
  const [first] = lines;
  const { repair, check } = slipEffect(first, context);
  const slips = lines.map((line) => sentenceCase(slipInWords(line.fact, context.words)));
  return { members: [{ step: slipStep(first, first.step, context), slips: [...new Set(slips)] }], repair, check };
}
