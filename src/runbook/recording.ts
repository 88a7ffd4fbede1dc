import type { Envelope } from '@cucumber/messages';
import type { FindingCodeLine } from '../evidence/finding-records';
import type { EvidenceRecord, RunRecord } from '../evidence/records';
import { contentOf } from './attachment-content';
import { attachmentIn } from './attempts';
import { failureMessage } from './failure-message';
import { type DocumentPlaces, placesOf } from './places';
import { isWalk, type RecordedScenario, recordedScenarios } from './recorded-scenario';
import { statusOf } from './status';

/** One feature file with its scenarios in the order of the file. */
export interface RecordedFeature extends Pick<DocumentPlaces, 'uri' | 'language' | 'feature' | 'mentions'> {
  readonly scenarios: readonly RecordedScenario[];
}

/** Something that kept the run from starting or ending: an unreadable feature file, a hook of the whole run. */
export interface Breakage {
  readonly where: string;
  readonly message: string;
}

/** A run as read from Cucumber's messages: every reference between messages resolved. */
export interface Recording {
  /** documented procedures first, in the order of their file names */
  readonly features: readonly RecordedFeature[];
  readonly runs: readonly RunRecord[];
  /** what the run's judge can find, each code once */
  readonly codes: readonly FindingCodeLine[];
  /** ISO 8601; empty when the stream does not say */
  readonly startedAt: string;
  /** the programs that ran, as the stream names them */
  readonly programs: Readonly<Record<string, string>>;
  readonly breakages: readonly Breakage[];
}

/** Reads one message stream, or several put together. */
export function recordingOf(messages: readonly Envelope[]): Recording {
  const known = recordings.get(messages) ?? recorded(messages);
  recordings.set(messages, known);
  return known;
}

/** A run is asked for several things, and put together once. */
const recordings = new WeakMap<readonly Envelope[], Recording>();

function recorded(messages: readonly Envelope[]): Recording {
  const documents = messages.flatMap(({ gherkinDocument: document }) =>
    document?.feature ? [placesOf(document, document.feature)] : [],
  );
  const scenarios = recordedScenarios(messages, documents);
  const walked = new Set(scenarios.filter(isWalk).map(({ uri }) => folderOf(uri)));
  const latest = new Map(documents.map((document) => [document.uri, document]));
  const features = [...latest.values()]
    .sort((a, b) => rankOf(a, walked) - rankOf(b, walked) || (a.uri < b.uri ? -1 : 1))
    .map(({ uri, language, feature, mentions }) => ({
      uri,
      language,
      feature,
      mentions,
      scenarios: scenarios.filter((scenario) => scenario.uri === uri),
    }));
  const facts = { ...runFacts(recordsIn(messages)), ...circumstances(messages) };
  return { features, ...facts, breakages: breakagesIn(messages) };
}

/** Every record of the stream, wherever it is attached. */
function recordsIn(messages: readonly Envelope[]): readonly EvidenceRecord[] {
  return messages.flatMap((message) => {
    const attachment = attachmentIn(message);
    return attachment ? contentOf([attachment]).records : [];
  });
}

/** Folders that hold documented procedures come first, then those with scenarios about them. */
function rankOf({ uri }: DocumentPlaces, walked: ReadonlySet<string>): number {
  return walked.has(folderOf(uri)) ? 0 : 1;
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
  const started = messages.find((message) => message.testRunStarted)?.testRunStarted;
  const meta = messages.find((message) => message.meta)?.meta;
  const products = meta ? [meta.implementation, meta.runtime] : [];
  return {
    startedAt: started ? new Date(started.timestamp.seconds * 1000).toISOString() : '',
    programs: Object.fromEntries(products.map(({ name, version = '' }) => [name, version])),
  };
}

function breakagesIn(messages: readonly Envelope[]): readonly Breakage[] {
  return messages.flatMap(({ parseError, testRunHookFinished, testRunFinished }) => {
    if (parseError) {
      const { uri = '', location } = parseError.source;
      return [{ where: location ? `${uri}:${location.line}` : uri, message: failureMessage(parseError.message) }];
    }
    const hook = testRunHookFinished?.result;
    if (hook && statusOf(hook) === 'failed') return [{ where: '', message: failureMessage(hook.message) }];
    const message = testRunFinished?.message ?? testRunFinished?.exception?.message;
    return message ? [{ where: '', message: failureMessage(message) }] : [];
  });
}
