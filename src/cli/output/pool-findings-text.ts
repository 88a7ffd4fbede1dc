import { type FactWords, wordsOf } from '../../fact';
import type { Finding } from '../../judge/finding';
import type { StateReplica } from '../../pool-state/server-state';
import type { Unknown } from '../../pool-state/unknown';
import type { PoolFindings } from '../../pool-state/unknowns';
import type { Paint } from '../terminal/paint';
import { TONES } from './findings-report';
import { harmless } from './harmless';

/** The result of `rehearse check`. */
export interface CheckedPool extends PoolFindings {
  readonly replication: readonly StateReplica[];
  /** the files that each state was read from */
  readonly read: readonly { readonly server: string; readonly files: readonly string[] }[];
  /** files in folders that say nothing about a server, each with the reason */
  readonly ignored: readonly string[];
}

/** The result as the JSON of `rehearse check`. */
export function poolFindingsJson(checked: CheckedPool, words: FactWords): object {
  return {
    findings: checked.findings.map((one) => findingJson(one, words)),
    unknown: checked.unknown.map((one) => unknownJson(one, words)),
    notChecked: checked.unseen,
    replication: checked.replication,
    ignored: checked.ignored,
  };
}

/** A finding about a real server, as JSON. */
export function findingJson(
  { code, severity, pool, server, detail, cause, remedy, source }: Finding,
  words: FactWords,
): object {
  return {
    code,
    severity,
    server: server ?? null,
    on: pool,
    detail: wordsOf(detail, words),
    cause: cause ?? null,
    remedy: wordsOf(remedy, words),
    source: wordsOf(source, words),
  };
}

/** The result for the terminal: findings first, and what the states do not say last. */
export function poolFindingsText(checked: CheckedPool, words: FactWords, paint: Paint): string {
  const { findings, unknown, unseen, replication, ignored } = checked;
  const none = findings.length === 0 ? ['no findings in what the states say\n'] : [];
  return [
    ...findings.map((one) => findingText(one, words, paint)),
    ...none,
    ...replication.filter(({ upToDate }) => !upToDate).map((one) => replicaText(one, paint)),
    ...unseen.map(
      (server) =>
        `${paint('attention', 'not checked')}  ${harmless(server)}: give its state too, at least its store My\n`,
    ),
    ...ignored.map((reason) => `${paint('attention', 'not read')}  ${harmless(reason)}\n`),
    'not known:\n',
    ...unknown.map((one) => unknownText(one, words)),
  ].join('');
}

function findingText(
  { code, severity, pool, server, detail, remedy }: Finding,
  words: FactWords,
  paint: Paint,
): string {
  const tone = severity === 'info' ? severity : paint(TONES[severity], severity);
  return `${tone}  ${code}  ${harmless(server ?? pool)}\n  ${harmless(wordsOf(detail, words))}\n  fix: ${harmless(wordsOf(remedy, words))}\n`;
}

function replicaText({ replica, lastStatusReport }: StateReplica, paint: Paint): string {
  const since = lastStatusReport === null ? '' : `, last status report ${harmless(lastStatusReport)}`;
  return `${paint('attention', 'replication')}  ${harmless(replica)} is not up to date${since}\n`;
}

/** What the states cannot decide, as JSON. */
export function unknownJson({ codes, server, reason, wanted }: Unknown, words: FactWords): object {
  return {
    codes,
    server: server ?? null,
    reason: wordsOf(reason, words),
    wanted: wanted ? wordsOf(wanted, words) : null,
  };
}

/** A line about what the states cannot decide. */
export function unknownText({ codes, server, reason, wanted }: Unknown, words: FactWords): string {
  const which = codes.length === 0 ? 'every finding' : codes.join(', ');
  const hint = wanted ? `; needed: ${wordsOf(wanted, words)}` : '';
  return `  ${harmless(server ?? 'every server')}: ${which}: ${harmless(wordsOf(reason, words) + hint)}\n`;
}
