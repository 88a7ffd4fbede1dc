import type { Envelope } from '@cucumber/messages';
import type { SlipTable } from '../../evidence/slip-records';
import { recordingOf } from '../../recording/recording';
import { type CurrentInputs, markStale } from '../../recording/staleness/staleness';
import type { KnownFailure } from '../source-document/known-failures';
import type { LedgerEntry } from '../source-document/ledger';
import type { SourceDocument } from '../source-document/source-document';
import { traceOf } from '../source-document/trace';
import { AnchorAllocation } from './anchor-allocation';
import { anchorName } from './anchor-names';
import type { RunbookOutline } from './outline';
import { elementKey, isDocumentDefect, rowsTogether, ruleOf } from './outline-rows';
import { fileOf } from './page-files';
import { placementOf } from './placement';
import { isPlanFeature, planFeatures, planOutline } from './plans';
import { procedureOutline } from './procedures';
import { filesOf } from './produced-files';
import { recoveriesIn } from './recoveries';
import { rollbacksIn } from './rollbacks';
import { sameSteps } from './same-steps';
import { scenariosOf } from './totals';

/** What is known about the procedures besides the messages and the ledger. */
export interface RunbookKnowledge {
  readonly failures: readonly KnownFailure[];
  readonly document: SourceDocument | null;
  /** what results rest on now; without it, no result is compared with it */
  readonly present?: CurrentInputs;
  /** the executed slips of the procedures of the run */
  readonly slips?: SlipTable | undefined;
}

const NOTHING: RunbookKnowledge = { failures: [], document: null };

/**
 * The outline of the runbook of a run. It follows from Cucumber's messages, the ledger of the source document, and what
 * else is known, and from nothing else.
 */
export function outlineOf(
  messages: Iterable<Envelope>,
  ledger: readonly LedgerEntry[],
  { failures, document, present, slips }: RunbookKnowledge = NOTHING,
): RunbookOutline {
  const recording = present ? markStale(present, recordingOf(messages)) : recordingOf(messages);
  const scenarios = scenariosOf(recording);
  const features = recording.features.filter((feature) => !isPlanFeature(feature));
  const trace = traceOf(recording, recording.rehearsal ? ledger : []);
  const files = filesOf(recording);
  const placement = placementOf(features, ledger);
  const allocation = new AnchorAllocation();
  const cited = recording.features.flatMap(({ citations }) => citations.map(({ id }) => id));
  const codes = recording.codes.map(({ code }) => code);
  allocation.takeFor('code', codes);
  allocation.takeFor('source', [...ledger.map(({ id }) => id), ...cited]);
  const plans = planFeatures(recording).map((feature) => planOutline(feature, allocation));
  const shared = { placement, allocation, rehearsal: recording.rehearsal };
  const procedures = features.map((feature) => procedureOutline(feature, shared));
  const sections = trace.sentences.map(({ section }) => section);
  allocation.takeFor('section', sections, anchorName);
  for (const [first] of rowsTogether(scenarios.filter(isDocumentDefect)))
    allocation.takeForDefect(elementKey(first), ruleOf(first));
  allocation.takeForDecoded(recording.hookOutput, fileOf('index'));
  return {
    recording,
    scenarios,
    plans,
    procedures,
    anchors: allocation.anchors(files),
    files,
    trace,
    entries: new Map(ledger.map((entry) => [entry.id, entry])),
    document,
    knownFailures: new Map(failures.map((failure) => [failure.id, failure])),
    recoveries: recoveriesIn(scenarios),
    rollbacks: rollbacksIn(scenarios),
    sameSteps: sameSteps(plans, procedures),
    verification: { startedAt: recording.startedAt, present: present ?? null },
    slips: slips ?? null,
  };
}
