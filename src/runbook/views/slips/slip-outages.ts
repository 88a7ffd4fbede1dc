import type { SlipFinding, SlipLine, SlipOutage, SlipsTogether } from '../../../evidence/slip-records';
import { sentenceCase } from '../../words/sentence-case';
import { sayingSlips, slipInWords } from '../../words/slip-words';
import { groupedBy } from './grouped-slips';
import type { SlipContext, SlipStep } from './slip-context';
import { outageLine, type SlipCheckView, slipEffect } from './slip-effects';
import { slipStep } from './slip-steps';

/** Findings and outages that the same slips lead to without any step noticing them, with every minimal set of these slips. */
export interface OutageView {
  readonly id: string;
  readonly heads: readonly OutageHead[];
  readonly sets: readonly SlipSetView[];
}

/** A finding, or a connection that fails. */
export interface OutageHead {
  /** the code of the finding, or the error of the connection; empty without one */
  readonly code: string;
  readonly href: string;
  readonly title: string;
  /** the severity of the finding; `error` for a connection */
  readonly severity: string;
}

/** Slips that lead to it together; other slips at the same steps with the same repair are alternatives. */
export interface SlipSetView {
  readonly members: readonly { readonly step: SlipStep; readonly slips: readonly string[] }[];
  /** empty if it was not searched */
  readonly repair: string;
  readonly check: SlipCheckView;
}

/** One slip, or several that lead to something together only. */
interface SlipSet {
  readonly slips: SlipsTogether['slips'];
  readonly feature: string;
  readonly scenario: string;
  /** null: several slips */
  readonly line: SlipLine | null;
}

interface Consequence {
  readonly key: string;
  readonly head: OutageHead;
  readonly set: SlipSet;
}

const SEVERITIES = ['error', 'warning', 'info'];

/** The findings and outages with the slips that lead to them, the worst first. */
export function outagesIn(context: SlipContext): readonly OutageView[] {
  const { slips, pairs = [] } = context.table;
  const all = [
    ...slips.filter(({ noticed }) => noticed === null).flatMap((line) => ofLine(line, context)),
    ...pairs.filter(({ noticed }) => noticed === null).flatMap((pair) => ofPair(pair, context)),
  ];
  const weight = ({ head }: Consequence) => SEVERITIES.indexOf(head.severity);
  const single = groupedBy(all, ({ key }) => key).toSorted(([one], [other]) => weight(one) - weight(other));
  return groupedBy(single, slipsKey).map((alike, index) => ({
    id: `outage-${index + 1}`,
    heads: alike.map(([{ head }]) => head),
    sets: groupedBy(
      alike[0].map(({ set }) => set),
      setKey,
    ).map((sets) => setView(sets, context)),
  }));
}

/** What two consequences have in common that the same slips lead to. */
function slipsKey(group: readonly Consequence[]): string {
  return JSON.stringify(group.map(({ set: { feature, scenario, slips } }) => [feature, scenario, slips]));
}

function ofLine(line: SlipLine, context: SlipContext): readonly Consequence[] {
  const { feature, scenario, step, slip, fact, findings, consequence } = line;
  const set = { feature, scenario, slips: [{ step, slip, fact }], line };
  return consequencesOf(findings, consequence?.outage ?? [], set, context);
}

function ofPair({ feature, scenario, slips, findings, outage }: SlipsTogether, context: SlipContext) {
  return consequencesOf(findings, outage, { feature, scenario, slips, line: null }, context);
}

function consequencesOf(
  findings: readonly SlipFinding[],
  outage: readonly SlipOutage[],
  set: SlipSet,
  context: SlipContext,
): readonly Consequence[] {
  const found = findings.map(({ code, server, severity }): Consequence => {
    const { title, href } = context.codeOf(code);
    const shown = server ? sayingSlips(context.words)('findingOn', { title, server }) : title;
    return { key: `${code} ${server ?? ''}`, head: { code, href, severity, title: shown }, set };
  });
  const failing = outage.map((one): Consequence => {
    const { text, error } = outageLine(one, context);
    return { key: `${text} ${error}`, head: { code: error, href: '', severity: 'error', title: text }, set };
  });
  return [...found, ...failing];
}

function setKey({ feature, scenario, slips, line }: SlipSet): string {
  return JSON.stringify([feature, scenario, slips.map(({ step }) => step), line && [line.repair, line.check]]);
}

function setView(sets: readonly [SlipSet, ...SlipSet[]], context: SlipContext): SlipSetView {
  const [{ slips, line }] = sets;
  const effect = line && slipEffect(line, context);
  return {
    members: slips.map(({ step }, index) => {
      const said = sets.map((set) => slipAt(set, index, context));
      return { step: slipStep(sets[0], step, context), slips: [...new Set(said)] };
    }),
    repair: effect?.repair ?? '',
    check: effect?.check ?? { command: '', place: '' },
  };
}

function slipAt({ slips }: SlipSet, index: number, { words }: SlipContext): string {
  const fact = slips[index]?.fact;
  return fact ? sentenceCase(slipInWords(fact, words)) : '';
}
