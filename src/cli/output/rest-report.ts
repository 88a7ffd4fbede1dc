import type { FoundRest } from '../../exploration/continuation/continuation';
import { type FactWords, wordsOf } from '../../fact';
import type { Unknown } from '../../pool-state/unknown';
import type { RestPrediction } from '../../products/lync-server-2013/continuation/prediction';
import type { ProvenStage } from '../../products/lync-server-2013/continuation/proven-stages';
import { isSafeStop, type RestOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { STAGE_TITLES } from '../../products/lync-server-2013/continuation/stage-titles';
import { amount } from '../terminal/amounts';
import type { Paint } from '../terminal/paint';
import { harmless } from './harmless';
import { findingJson } from './pool-findings-text';

/** The rest of a change as JSON and as text. */

/** A pool with the rest of its change. */
export interface PlannedRest {
  readonly rest: RestOfChange;
  readonly done: readonly ProvenStage[];
  readonly prediction: RestPrediction;
  /** the thumbprint of the real certificate */
  readonly nameOf: (thumbprint: string) => string;
}

/** What a report contains besides the pools. */
export interface RestContext {
  readonly unknown: readonly Unknown[];
  readonly unseen: readonly string[];
  readonly words: FactWords;
}

export type RestOutcome = 'nothing to do' | 'steps' | 'not possible';

/** Whether the pool is consistent, becomes so by steps, or cannot become so. */
export function outcomeOf({ found }: RestOfChange): RestOutcome {
  if (found.steps === null) return 'not possible';
  return found.steps.length === 0 ? 'nothing to do' : 'steps';
}

/** The JSON of a pool; it is also what `rehearse check --expect` reads. */
export function restJson({ rest, done, prediction, nameOf }: PlannedRest, words: FactWords): object {
  const { pool, found } = rest;
  const { kind, thumbprint } = found.approach;
  return {
    pool: pool.fqdn,
    outcome: outcomeOf(rest),
    certificate: { kind, thumbprint: thumbprint && nameOf(thumbprint) },
    done: done.map(({ stage, machine, proof }) => ({ stage, title: STAGE_TITLES[stage], machine, proof })),
    steps: (found.steps ?? []).map((step, index) => ({
      number: index + 1,
      stage: step.stage,
      title: STAGE_TITLES[step.stage],
      machine: step.machine,
      safeStop: isSafeStop(step, rest),
    })),
    remaining: [...found.verdicts.errors, ...found.verdicts.warnings].map((one) => findingJson(one, words)),
    notPossible: reasonsAgainst(rest).map(({ what, reasons }) => ({ what, reasons })),
    bounded: [found, ...rest.others].some(({ isBounded }) => isBounded),
    ...prediction,
  };
}

/** Why the approaches that were not taken do not lead to a pool without errors. */
function reasonsAgainst({ found, others }: RestOfChange): readonly { what: string; reasons: readonly string[] }[] {
  return [found, ...others]
    .filter(({ steps }) => steps === null)
    .map((one) => ({
      what: approachText(one),
      reasons: [
        ...new Set([
          ...one.refused.map(({ stage, machine, reason }) => `${STAGE_TITLES[stage]} on ${machine}: ${reason}`),
          ...one.verdicts.errors.map(({ code, server }) => `${code}${server ? ` on ${server}` : ''} remains`),
        ]),
      ],
    }));
}

function approachText({ approach: { kind, thumbprint } }: FoundRest): string {
  switch (kind) {
    case 'existing':
      return `with the certificate ${thumbprint ?? ''}`;
    case 'pending':
      return 'with the request that waits';
    case 'new':
      return 'with a new certificate';
  }
}

/** The text of a pool for the terminal. */
export function restText(planned: PlannedRest, { words }: RestContext, paint: Paint): string {
  const { rest, done } = planned;
  const { found, pool } = rest;
  const steps = found.steps ?? [];
  const heading = {
    'nothing to do': paint('good', 'consistent: nothing has to be done'),
    steps: `${amount(steps.length, 'step')} to a consistent pool, ${approachText(named(found, planned))}`,
    'not possible': paint('bad', 'no steps of this procedure lead to a consistent pool'),
  }[outcomeOf(rest)];
  const remaining = [...found.verdicts.errors, ...found.verdicts.warnings];
  return [
    `${harmless(pool.fqdn)}: ${heading}\n`,
    ...done.map(({ stage, machine, proof }) => `  done  ${STAGE_TITLES[stage]}: ${harmless(machine)} (${proof})\n`),
    ...steps.map((step, index) => {
      const safe = isSafeStop(step, rest) ? '  (safe stop)' : '';
      return `  ${String(index + 1).padStart(4)}  ${STAGE_TITLES[step.stage]}: ${harmless(step.machine)}${safe}\n`;
    }),
    ...remaining.map(
      (one) =>
        `  ${one.severity}  ${one.code}  ${harmless(one.server ?? one.pool)}: ${harmless(wordsOf(one.detail, words))}\n` +
        `    fix: ${harmless(wordsOf(one.remedy, words))}\n`,
    ),
    ...reasonsAgainst(rest).map(
      ({ what, reasons }) => `  not ${harmless(what)}: ${harmless(reasons.slice(0, MOST_REASONS).join('; '))}\n`,
    ),
    ...(found.isBounded ? ['  the search ended early; shorter ways may exist\n'] : []),
  ].join('');
}

/** A terminal shows the first reasons; the JSON has all of them. */
const MOST_REASONS = 2;

function named(found: FoundRest, { nameOf }: PlannedRest): FoundRest {
  const { thumbprint } = found.approach;
  return { ...found, approach: { ...found.approach, thumbprint: thumbprint && nameOf(thumbprint) } };
}
