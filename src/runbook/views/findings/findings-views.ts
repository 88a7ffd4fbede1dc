import type { Envelope } from '@cucumber/messages';
import type { FindingLine } from '../../../evidence/finding-records';
import { type RecordedScenario, recordsOf } from '../../../recording/model/recorded-scenario';
import { NO_ANCHORS } from '../../outline/anchors';
import { outlineOf } from '../../outline/runbook-outline';
import type { FindingFacts } from '../../words/headings';
import { english } from '../../words/words';
import { codeViews } from '../codes/code-views';
import { documentFindings } from '../document/document-findings';
import { findingView } from '../evidence/finding-view';
import type { PageContext } from '../page-context';
import type { Findings } from './findings';

/** The findings of a message stream in English, without links. */
export function findings(messages: readonly Envelope[]): Findings {
  const outline = outlineOf(messages, []);
  const words = { ...english, ...english.ofRun(outline.recording.texts) };
  return findingsOf({ outline: { ...outline, anchors: NO_ANCHORS }, words, slips: null });
}

/** The findings of a run. */
export function findingsOf(context: PageContext): Findings {
  const { scenarios } = context.outline;
  const judgements = scenarios.filter(({ marks }) => marks.includes('judgement')).map(findingsIn);
  const lines = deploymentFindings(judgements.flatMap((found) => found ?? []));
  return {
    judged: judgements.some((found) => found !== undefined),
    deployment: lines.map((line) => findingView(line, context)),
    document: documentFindings(context),
    codes: codeViews(context, findingsIn),
  };
}

/** The numbers of findings by kind. */
export function findingFacts({ judged, deployment, document }: Findings): FindingFacts {
  const count = (severity: FindingLine['severity']) => deployment.filter((one) => one.severity === severity).length;
  return {
    judged,
    deployment: { error: count('error'), warning: count('warning'), info: count('info') },
    document: { all: document.length, confirmed: document.filter(({ state }) => state === 'confirmed').length },
  };
}

/** What the judge found in a scenario; undefined when it was not asked. */
function findingsIn(scenario: RecordedScenario): readonly FindingLine[] | undefined {
  const records = recordsOf(scenario).filter((record) => record.kind === 'findings');
  return records.length === 0 ? undefined : records.flatMap((record) => record.findings);
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Each finding once, the worst first. */
function deploymentFindings(found: readonly FindingLine[]): readonly FindingLine[] {
  const unique = new Map(
    found.map((one) => {
      const { severity, pool, server = '', code, detail, remedy, source } = one;
      return [JSON.stringify([severity, pool, server, code, detail, remedy, source]), one];
    }),
  );
  return [...unique.values()].sort((a, b) => {
    const weight = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
    return weight || compare(sortKeys(a), sortKeys(b));
  });
}

function sortKeys({ pool, server = '', code, detail }: FindingLine): readonly string[] {
  return [pool, server, code, JSON.stringify(detail)];
}

function compare(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((key, index) => key !== b[index]);
  if (place < 0) return 0;
  return (a[place] ?? '') < (b[place] ?? '') ? -1 : 1;
}
