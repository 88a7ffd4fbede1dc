import { combinedTexts, englishWords } from '../../fact';
import { InputError } from '../../input-error';
import { FINDING_TEXTS } from '../../judge/finding-texts';
import { DEFAULT_ENVIRONMENT } from '../../package/folder';
import { UNKNOWN_TEXTS } from '../../pool-state/unknown-texts';
import type { PoolFindings } from '../../pool-state/unknowns';
import { predictionOf } from '../../products/lync-server-2013/continuation/prediction';
import { provenStages } from '../../products/lync-server-2013/continuation/proven-stages';
import { restOfChange } from '../../products/lync-server-2013/continuation/rest-of-change';
import { withFirstPool } from '../../world/deployment';
import { type CollectedPool, readCollected } from '../input/collected-pool';
import type { Language } from '../input/page-languages';
import { poolsOf } from '../input/starting-states';
import { unknownJson, unknownText } from '../output/pool-findings-text';
import { outcomeOf, type PlannedRest, type RestContext, restJson, restText } from '../output/rest-report';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';
import { type RestPages, writeRestPages } from './rest-pages';

export interface PlanOptions {
  readonly state: readonly string[];
  readonly environment?: string;
  /** a certificate that ends within this number of days is replaced */
  readonly ahead: number;
  /** the folder for the pages of the remaining steps */
  readonly out?: string;
  readonly language: readonly Language[];
  readonly json: boolean;
}

/** Enough for every approach of a pool of any size; a pool has at most 2 to the power of its stages. */
const MOST_STATES = 2000;

/**
 * `rehearse plan`: the fewest steps that lead from the collected states to a consistent pool. Returns 1 if a pool cannot
 * become consistent, or if no state tells the certificates of a server. Throws an InputError for a state
 * that cannot be read.
 */
export async function plan({
  state,
  environment = DEFAULT_ENVIRONMENT,
  ahead,
  out,
  language,
  json,
}: PlanOptions): Promise<number> {
  if (state.length === 0)
    throw new InputError('there is no state; give those of your servers with --state, as rehearse collect makes them');
  const collected = readCollected(state, environment);
  const { findings, rehearsed } = collected;
  const words = englishWords(combinedTexts(FINDING_TEXTS, UNKNOWN_TEXTS, rehearsed.deployment.product.texts));
  const planned = poolsOf(collected).map(({ fqdn }) => plannedRest(collected, fqdn, ahead));
  const context: RestContext = { unknown: unknownOf(collected), unseen: findings.unseen, words };
  const rests = planned.map(({ rest }) => rest).filter((rest) => outcomeOf(rest) === 'steps');
  const pages =
    out !== undefined && rests.length > 0 ? await writeRestPages(collected, rests, { out, language }) : null;
  if (json) process.stdout.write(`${JSON.stringify({ ...asJson(planned, context), pages: pages?.pages ?? {} })}\n`);
  else print(process.stdout, asText(planned, context) + pagesText(pages));
  return findings.unseen.length > 0 || pages?.failed || planned.some(({ rest }) => outcomeOf(rest) === 'not possible')
    ? 1
    : 0;
}

function pagesText(written: RestPages | null): string {
  if (!written) return '';
  const lines = Object.values(written.pages).map((page) => `page       ${page}\n`);
  const failed = written.failed ? ['a step on a page failed; its page tells the reason\n'] : [];
  return [...lines, ...failed, written.kept].join('');
}

/** What the states do not say about the pools that have a state of a server. */
function unknownOf({ findings, rehearsed, known }: CollectedPool): PoolFindings['unknown'] {
  const begun = rehearsed.deployment.pools.filter(({ servers }) => servers.some((server) => known.includes(server)));
  const others = rehearsed.deployment.pools.filter((pool) => !begun.includes(pool)).flatMap(({ servers }) => servers);
  return findings.unknown.filter(({ server }) => server === undefined || !others.includes(server));
}

function plannedRest(
  { rehearsed: { deployment, originals }, thumbprints }: CollectedPool,
  fqdn: string,
  ahead: number,
): PlannedRest {
  const start = withFirstPool(deployment, fqdn) ?? deployment;
  const rest = restOfChange(deployment, fqdn, { ahead, mostStates: MOST_STATES });
  const nameOf = (thumbprint: string): string => {
    const original = originals.get(thumbprint) ?? thumbprint;
    return thumbprints.includes(original) ? original : 'new';
  };
  const done = provenStages(start, rest.pool, rest.found.approach);
  return { rest, done, prediction: predictionOf(start, rest.pool, rest.found, nameOf), nameOf };
}

function asJson(planned: readonly PlannedRest[], { unknown, unseen, words }: RestContext): object {
  return {
    format: 'rehearse-plan',
    version: 1,
    pools: planned.map((one) => restJson(one, words)),
    unknown: unknown.map((one) => unknownJson(one, words)),
    notChecked: unseen,
  };
}

function asText(planned: readonly PlannedRest[], context: RestContext): string {
  const paint = paintFor(process.stdout);
  const missing = context.unseen.map(
    (server) => `${paint('attention', 'not checked')}  ${server}: give its state too, at least its store My\n`,
  );
  return [
    ...planned.map((one) => restText(one, context, paint)),
    ...missing,
    'not known:\n',
    ...context.unknown.map((one) => unknownText(one, context.words)),
  ].join('');
}
