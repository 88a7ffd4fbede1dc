import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import type { Fact } from '../fact';
import { namedValues, shown } from '../operator/named-values';
import { firstPool } from '../world/deployment';
import type { SlipPair } from './pairs';
import { type PairResult, pairResult, type SlipResult, slipResult } from './result';
import type { WhatIf } from './tried-slips';
import { reasonFor } from './unnoticed-omissions';
import type { Walk, WalkStep } from './walk';

/** A slip with what a page in any language needs besides its result. */
export interface SlipRow extends SlipResult {
  /** what the person does */
  readonly fact: Fact;
  readonly noticed: (NonNullable<SlipResult['noticed']> & { readonly detail?: Fact }) | null;
  /** why no step notices that the step was left out */
  readonly reason?: Fact;
}

/** The row of a slip in the scenario of a feature. */
export function slipRow(feature: string, found: WhatIf): SlipRow {
  const result = slipResult(feature, found);
  const { slip, notice, findings } = found.trial;
  const { detail } = notice?.problem ?? {};
  const isSilent = notice === null && findings.length === 0 && found.consequence.outage.length === 0;
  const unnoticed = slip.kind === 'left out' && isSilent;
  const reason = unnoticed ? reasonFor(found.walk, slip.at) : undefined;
  return {
    ...result,
    fact: slip.description,
    noticed: result.noticed && { ...result.noticed, ...(detail ? { detail } : {}) },
    ...(reason ? { reason } : {}),
  };
}

/** Two slips with what a page in any language needs besides their result. */
export interface PairRow extends PairResult {
  readonly slips: readonly (PairResult['slips'][number] & Pick<SlipRow, 'fact'>)[];
}

/** The row of two slips. */
export function pairRow(pair: SlipPair): PairRow {
  const { slips, ...result } = pairResult(pair);
  const [first, second] = slips;
  if (!first || !second) throw new Error('a pair has two slips');
  const { description: one } = pair.first.slip;
  const { description: other } = pair.second.slip;
  return {
    ...result,
    slips: [
      { ...first, fact: one },
      { ...second, fact: other },
    ],
  };
}

/** The name of the feature with this text. */
export function featureTitle(text: string): string {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher());
  return parser.parse(text).feature?.name ?? '';
}

/** A walk as a page shows it: its pool, and its steps with the values of the environment. */
export function procedureOf({ feature, title }: { readonly feature: string; readonly title: string }, walk: Walk) {
  const { deployment } = (walk.states.at(-1) ?? walk.states[0])?.console ?? {};
  return {
    feature,
    title,
    scenario: walk.name,
    pool: deployment ? firstPool(deployment).fqdn : '',
    steps: walk.steps.map((step, index) => stepOf(step, walk, index)),
  };
}

function stepOf({ line, step, place }: WalkStep, { states }: Walk, index: number) {
  const before = states[index]?.console.deployment;
  const values = before ? shown(namedValues(before)) : {};
  const filled = (text: string): string =>
    text.replace(/\{(\w[^{}]*)\}/g, (braces, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? '') : braces,
    );
  const rows = step.argument?.dataTable?.rows ?? [];
  return {
    line,
    text: filled(step.text),
    table: rows.map(({ cells }) => cells.map(({ value }) => filled(value))),
    docString: filled(step.argument?.docString?.content ?? ''),
    stage: place?.stage.title ?? '',
    machine: place?.machine ?? '',
  };
}
