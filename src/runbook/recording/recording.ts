import type { Envelope } from '@cucumber/messages';
import { type EvidenceRecord, mediaTypeOf, type RunRecord } from '../../evidence/records';
import { contentOf } from './attachment-content';
import { breakagesIn } from './breakages';
import { heldToTheirPlaces } from './failing-places';
import { merged } from './merged';
import type { Origin } from './origin';
import { placesOf } from './places';
import type { RecordedFeature, Recording } from './recorded-run';
import { isWalk, type RecordedScenario } from './recorded-scenario';
import { recordedScenarios } from './recorded-scenarios';
import { streamsIn } from './streams';
import { withAllValues } from './values';

export type { RecordedFeature, Recording };

/** Reads one message stream, or several put together. */
export function recordingOf(messages: readonly Envelope[]): Recording {
  const known = recordings.get(messages) ?? allOf(messages);
  recordings.set(messages, known);
  return known;
}

/** A run is asked for several things, and put together once. */
const recordings = new WeakMap<readonly Envelope[], Recording>();

function allOf(messages: readonly Envelope[]): Recording {
  const together = merged(streamsIn(messages).map(recorded));
  return { ...together, features: inOrder(heldToTheirPlaces(together.features)) };
}

function recorded(messages: readonly Envelope[]): Recording {
  const documents = messages.flatMap(({ gherkinDocument: document }) =>
    document?.feature ? [placesOf(document, document.feature)] : [],
  );
  const facts = runFacts(recordsIn(messages));
  const origins = originsIn(messages, facts.runs[0]);
  const rehearsal = facts.runs.length > 0 || documents.some(({ mentions }) => mentions.length > 0);
  const byFile = new Map<string, RecordedScenario[]>();
  for (const read of recordedScenarios(messages, documents, rehearsal)) {
    const scenario = { ...withAllValues(read, facts.runs[0]), origin: origins.get(read.uri) ?? null };
    const known = byFile.get(scenario.uri);
    if (known) known.push(scenario);
    else byFile.set(scenario.uri, [scenario]);
  }
  const latest = new Map(documents.map((document) => [document.uri, document]));
  const features = [...latest.values()].map(({ uri, language, feature, mentions }) => {
    return { uri, language, feature, mentions, scenarios: byFile.get(uri) ?? [] };
  });
  const runHooks = messages.flatMap(({ attachment }) => (attachment?.testRunHookStartedId ? [attachment] : []));
  const around = contentOf(runHooks);
  return { rehearsal, features, ...facts, ...circumstances(messages), around, breakages: breakagesIn(messages) };
}

/** Of each feature file, what its results come from; nothing without a record of the run. */
function originsIn(messages: readonly Envelope[], run: RunRecord | undefined): ReadonlyMap<string, Origin> {
  if (!run) return new Map();
  return new Map(messages.flatMap(({ source }) => (source ? [[source.uri, { run, text: source.data }]] : [])));
}

/** The records about whole runs, wherever they are attached. */
function recordsIn(messages: readonly Envelope[]): readonly EvidenceRecord[] {
  return messages.flatMap(({ attachment }) =>
    attachment && ABOUT_RUNS.has(attachment.mediaType) ? contentOf([attachment]).records : [],
  );
}

const ABOUT_RUNS = new Set([mediaTypeOf('run'), mediaTypeOf('finding-codes')]);

/** Folders that hold documented procedures come first, then those with scenarios about them. */
function inOrder(features: readonly RecordedFeature[]): readonly RecordedFeature[] {
  const walked = new Set(features.flatMap(({ uri, scenarios }) => (scenarios.some(isWalk) ? [folderOf(uri)] : [])));
  const rank = ({ uri }: RecordedFeature) => (walked.has(folderOf(uri)) ? 0 : 1);
  return [...features].sort((a, b) => rank(a) - rank(b) || (a.uri < b.uri ? -1 : 1));
}

function folderOf(uri: string): string {
  return uri.slice(0, Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('\\'), 0));
}

/** The facts about whole runs, each once. */
function runFacts(records: readonly EvidenceRecord[]): Pick<Recording, 'runs' | 'codes'> {
  const runs = records.filter((record) => record.kind === 'run');
  const codes = records.flatMap((record) => (record.kind === 'finding-codes' ? record.codes : []));
  return {
    runs: [...new Map(runs.map((run) => [JSON.stringify(run), run])).values()],
    codes: [...new Map(codes.map((line) => [line.code, line])).values()],
  };
}

function circumstances(messages: readonly Envelope[]): Pick<Recording, 'startedAt' | 'programs'> {
  const started = messages.find((message) => message.testRunStarted)?.testRunStarted?.timestamp;
  const meta = messages.find((message) => message.meta)?.meta;
  const products = meta ? [meta.implementation, meta.runtime] : [];
  return {
    startedAt: started ? new Date(started.seconds * 1000 + started.nanos / 1e6).toISOString() : '',
    programs: Object.fromEntries(products.map(({ name, version = '' }) => [name, version])),
  };
}
