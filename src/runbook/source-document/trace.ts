import type { Envelope } from '@cucumber/messages';
import type { Value } from '../../fact';
import { firstLine } from '../../recording/model/failure-message';
import type { FeatureElement } from '../../recording/model/feature-document';
import { type Provenance, RESULT_INPUTS, type ResultInput } from '../../recording/model/provenance';
import { elementsAround, isPlan, type RecordedScenario, reasonOf } from '../../recording/model/recorded-scenario';
import { namesNoMachine } from '../../recording/model/state';
import { isFailing, type Status, together } from '../../recording/model/status';
import { withValues } from '../../recording/model/step-values';
import { type Recording, recordingOf } from '../../recording/recording';
import { countsOf } from '../counts';
import type { LedgerEntry } from './ledger';

export type SentenceState = (typeof SENTENCE_STATES)[number];

const SENTENCE_STATES = ['verified', 'failing', 'stale', 'skipped', 'waived', 'unlinked'] as const;

/** A step, scenario, rule or feature that names a sentence, and how it ended. */
export interface Link {
  readonly uri: string;
  readonly line: number;
  readonly scenario: string;
  readonly step?: string;
  readonly status: Status;
}

/** One sentence of the source document and what became of it. */
export interface TracedSentence extends Pick<LedgerEntry, 'id' | 'section' | 'step' | 'kind'> {
  readonly state: SentenceState;
  readonly by: readonly Link[];
  readonly reason?: Value;
  /** what has changed since it was executed */
  readonly moved: readonly ResultInput[];
}

/** A source id without a target: not in the ledger, or in a comment without a step or example below it. */
export interface Orphan {
  readonly id: string;
  readonly uri: string;
  readonly line: number;
  readonly problem: 'not in the ledger' | 'nothing below';
}

export interface Trace {
  readonly sentences: readonly TracedSentence[];
  readonly orphans: readonly Orphan[];
  readonly totals: Readonly<Record<SentenceState, number>>;
}

/** Which sentences were executed, by what, and with what result. */
export function trace(messages: readonly Envelope[], ledger: readonly LedgerEntry[]): Trace {
  return traceOf(recordingOf(messages), ledger);
}

/** The same, of a run that has been read. A plan repeats the steps of procedures, so what it cites does not count. */
export function traceOf({ features: all, ...run }: Recording, ledger: readonly LedgerEntry[]): Trace {
  const recording = { ...run, features: all.filter(({ scenarios }) => !scenarios.some(isPlan)) };
  const naming = namingById(recording);
  const sentences = ledger.map((entry) => traced(entry, naming.get(entry.id) ?? []));
  const totals = countsOf(
    SENTENCE_STATES,
    sentences.map((sentence) => sentence.state),
  );
  return { sentences, orphans: orphansOf(recording, ledger), totals };
}

interface Naming {
  readonly link: Link;
  readonly reason: Value;
  readonly origins: readonly (Provenance | null)[];
  readonly moved: readonly ResultInput[];
}

function traced({ id, section, step, kind, sha256, waiver }: LedgerEntry, naming: readonly Naming[]): TracedSentence {
  const by = naming.map(({ link }) => link);
  const moved = movedIn(naming, id, sha256);
  const state = stateOf(naming, moved, waiver);
  const reason =
    state === 'waived' && waiver !== undefined
      ? waiver
      : state === 'verified' || state === 'stale'
        ? ''
        : reasonFor(state, naming);
  return { id, section, step, kind, state, by, ...(reason ? { reason } : {}), moved: state === 'stale' ? moved : [] };
}

/** The inputs that changed since the sentence was executed; its own text did where the run recorded another digest. */
function movedIn(naming: readonly Naming[], id: string, sha256: string): readonly ResultInput[] {
  const passed = naming.filter(({ link }) => link.status === 'passed');
  const texts = passed.flatMap(({ origins }) => origins.map((origin) => origin?.run.grounds?.sentences[id] ?? sha256));
  return RESULT_INPUTS.filter((one) =>
    one === 'sentence' ? texts.some((text) => text !== sha256) : passed.some(({ moved }) => moved.includes(one)),
  );
}

function stateOf(naming: readonly Naming[], moved: readonly ResultInput[], waiver: string | undefined): SentenceState {
  const status = together(naming.map(({ link }) => link.status));
  if (naming.length > 0 && isFailing(status)) return 'failing';
  if (status === 'passed') return moved.length > 0 ? 'stale' : 'verified';
  if (waiver !== undefined || status === 'waived') return 'waived';
  return naming.length > 0 ? 'skipped' : 'unlinked';
}

function reasonFor(state: SentenceState, naming: readonly Naming[]): Value {
  const telling = state === 'failing' ? naming.filter(({ link }) => isFailing(link.status)) : naming;
  return telling.map((one) => one.reason).find((reason) => reason !== '') ?? '';
}

/** Everything that names a sentence, once for each line of a file, by the sentence's id. */
function namingById(recording: Recording): ReadonlyMap<string, readonly Naming[]> {
  const byId = new Map<string, Naming[]>();
  for (const feature of recording.features) {
    const byLine = new Map<number, { sources: readonly string[]; naming: Naming[] }>();
    for (const scenario of feature.scenarios) {
      for (const { line, sources, naming } of namingsIn(scenario)) {
        byLine.set(line, { sources, naming: [...(byLine.get(line)?.naming ?? []), naming] });
      }
    }
    for (const { sources, naming } of [...byLine.entries()].sort(([a], [b]) => a - b).map(([, value]) => value)) {
      for (const id of sources) byId.set(id, [...(byId.get(id) ?? []), merged(naming)]);
    }
  }
  return byId;
}

function namingsIn(
  scenario: RecordedScenario,
): readonly { line: number; sources: readonly string[]; naming: Naming }[] {
  const { uri, status, moved } = scenario;
  const base = { uri, scenario: scenario.place.name };
  const rest = { origins: [scenario.provenance], moved };
  const around = elementsAround(scenario)
    .filter(namesOne)
    .map(({ line, sources, name }) => {
      const title = line >= scenario.place.line ? scenario.place.name : name;
      const link = { ...base, line, scenario: title, status };
      return { line, sources, naming: { link, reason: reasonOf(scenario), ...rest } };
    });
  const steps = scenario.steps.filter(namesOne).map((step) => {
    const { line, sources, message } = step;
    const ended = namesNoMachine(step) ? 'skipped' : step.status;
    const reason = scenario.notApplicable || scenario.waiver?.reason || firstLine(message);
    const link = { ...base, line, step: withValues(step).text, status: ended };
    return { line, sources, naming: { link, reason, ...rest } };
  });
  return [...around, ...steps];
}

function namesOne({ sources }: Pick<FeatureElement, 'sources'>): boolean {
  return sources.length > 0;
}

/** One link for what ran several times: the rows of an Outline, the scenarios under a Background or a Rule. */
function merged(naming: readonly Naming[]): Naming {
  const status = together(naming.map(({ link }) => link.status));
  const telling = naming.find(({ link }) => link.status === status);
  const [first] = naming;
  if (!first) throw new Error('a line that names a sentence has at least one execution');
  return {
    link: { ...first.link, status },
    reason: telling?.reason ?? first.reason,
    origins: naming.flatMap(({ origins }) => origins),
    moved: RESULT_INPUTS.filter((one) => naming.some(({ moved }) => moved.includes(one))),
  };
}

function orphansOf({ features }: Recording, ledger: readonly LedgerEntry[]): readonly Orphan[] {
  const known = new Set(ledger.map((entry) => entry.id));
  return features.flatMap(({ uri, citations }) =>
    citations.flatMap(({ id, line, target }): Orphan[] => {
      if (!known.has(id)) return [{ id, uri, line, problem: 'not in the ledger' }];
      return target === 0 ? [{ id, uri, line, problem: 'nothing below' }] : [];
    }),
  );
}
