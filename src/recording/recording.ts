import type { Envelope } from '@cucumber/messages';
import type { EvidenceRecord, RunRecord } from '../evidence/records';
import { identityMemo } from '../memo';
import { checkFailureLocations } from './failure-location';
import { mergeRecordings } from './merge';
import type { Provenance } from './model/provenance';
import type { RecordedFeature, Recording } from './model/recorded-run';
import { isProcedureRun, type RecordedScenario } from './model/recorded-scenario';
import { outputOf } from './reading/attachments';
import { withKnownValues } from './reading/known-values';
import { MessageStream } from './reading/message-stream';
import { recordedScenarios } from './reading/scenarios';
import { StreamBoundaries } from './reading/stream-boundaries';

export type { RecordedFeature, Recording };

/** Reads one message stream, or several combined ones. */
export function recordingOf(messages: Iterable<Envelope>): Recording {
  return recordings(messages, () => allOf(messages));
}

const recordings = identityMemo<Iterable<Envelope>, Recording>();

function allOf(messages: Iterable<Envelope>): Recording {
  const beginnings = new StreamBoundaries();
  const streams: MessageStream[] = [];
  for (const message of messages) {
    if (beginnings.isStart(message)) streams.push(new MessageStream());
    streams.at(-1)?.read(message);
  }
  const together = mergeRecordings(streams.map(recorded));
  return { ...together, features: inOrder(checkFailureLocations(together.features, together.runs)) };
}

function recorded(stream: MessageStream): Recording {
  const { documents, startedAt, programs, runErrors } = stream;
  const facts = runFacts(stream.records);
  const provenance = provenanceByFile(stream, facts.runs[0]);
  const rehearsal = facts.runs.length > 0 || documents.some(({ citations }) => citations.length > 0);
  const byFile = new Map<string, RecordedScenario[]>();
  for (const read of recordedScenarios(stream, rehearsal)) {
    const scenario = { ...withKnownValues(read, facts.runs[0]), provenance: provenance.get(read.uri) ?? null };
    const known = byFile.get(scenario.uri);
    if (known) known.push(scenario);
    else byFile.set(scenario.uri, [scenario]);
  }
  const latest = new Map(documents.map((document) => [document.uri, document]));
  const features = [...latest.values()].map(({ uri, language, feature, citations }) => {
    return { uri, language, feature, citations, scenarios: byFile.get(uri) ?? [] };
  });
  const hookOutput = outputOf(stream.around);
  return {
    rehearsal,
    features,
    ...facts,
    startedAt,
    programs: programs ?? {},
    hookOutput,
    errors: runErrors.errors,
  };
}

/** The origin of the results of each feature file; empty without a record of the run. */
function provenanceByFile({ texts }: MessageStream, run: RunRecord | undefined): ReadonlyMap<string, Provenance> {
  return new Map(run ? [...texts].map(([uri, text]) => [uri, { run, text }]) : []);
}

/** Folders with documented procedures come first, then those with scenarios about them. */
function inOrder(features: readonly RecordedFeature[]): readonly RecordedFeature[] {
  const walked = new Set(
    features.flatMap(({ uri, scenarios }) => (scenarios.some(isProcedureRun) ? [folderOf(uri)] : [])),
  );
  const rank = ({ uri }: RecordedFeature) => (walked.has(folderOf(uri)) ? 0 : 1);
  return [...features].sort((a, b) => rank(a) - rank(b) || (a.uri < b.uri ? -1 : 1));
}

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\'), 0));
}

/** The records about whole runs, without duplicates. */
function runFacts(records: readonly EvidenceRecord[]): Pick<Recording, 'runs' | 'codes' | 'texts'> {
  const runs = records.filter((record) => record.kind === 'run');
  const codes = records.flatMap((record) => (record.kind === 'finding-codes' ? record.codes : []));
  return {
    runs: [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()],
    texts: Object.assign({}, ...records.flatMap((record) => (record.kind === 'texts' ? [record.texts] : []))),
    codes: [...new Map(codes.map((line) => [line.code, line])).values()],
  };
}
