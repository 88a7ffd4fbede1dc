import type { Hook, Pickle, TestStepResult } from '@cucumber/messages';
import type { Value } from '../../fact';
import { failureMessage } from '../model/failure-message';
import type { FeatureDocument } from '../model/feature-document';
import type { RecordedHook } from '../model/recorded-hook';
import { type EarlierAttempt, endedAs, MARKS, type RecordedScenario } from '../model/recorded-scenario';
import { isFailing, statusOf, worst } from '../model/status';
import type { StepOutput } from '../model/step-output';
import { outputOf } from './attachments';
import type { Attempt } from './attempts';
import { recordedHook } from './hooks';
import type { MessageStream } from './message-stream';
import { recordedStep } from './steps';
import type { RecordedTestStep } from './test-cases';

/**
 * Reads the scenarios of one stream, in the order of the files; a repeated scenario occurs once.
 *
 * @param rehearsal whether tags have the meaning that this package gives them
 */
export function recordedScenarios(stream: MessageStream, rehearsal: boolean): readonly RecordedScenario[] {
  const owners = new Map(
    stream.documents.flatMap((document) => [...document.scenarios.keys()].map((id) => [id, document] as const)),
  );
  const scenarios = new Map<string, RecordedScenario>();
  for (const pickle of stream.pickles) {
    const document = firstOf(pickle.astNodeIds, (id) => owners.get(id));
    const scenario = document && scenarioOf(pickle, document, stream, rehearsal);
    if (scenario && (scenario.selected || !scenarios.has(scenario.key))) scenarios.set(scenario.key, scenario);
  }
  return [...scenarios.values()].sort(
    (a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || a.place.line - b.place.line || a.line - b.line,
  );
}

function scenarioOf(
  pickle: Pickle,
  document: FeatureDocument,
  stream: MessageStream,
  rehearsal: boolean,
): RecordedScenario | undefined {
  const place = firstOf(pickle.astNodeIds, (id) => document.scenarios.get(id));
  if (!place) return undefined;
  const row = firstOf(pickle.astNodeIds, (id) => document.rows.get(id)) ?? null;
  const testCase = stream.testCases.get(pickle.id);
  const attempts = stream.attempts.at(testCase?.id ?? '');
  const attempt = attempts.at(-1);
  const testSteps = new Map(testCase?.steps.map((step) => [step.pickleStepId, step]));
  const steps = pickle.steps.map((step) => recordedStep(step, document, testSteps.get(step.id), attempt));
  const around = aroundOf(testCase?.steps ?? [], attempt, stream.hooks);
  const ended = worst([...steps.map((step) => step.status), ...around.results.map(statusOf)]);
  const status = ended === 'passed' && steps.length === 0 ? 'not run' : ended;
  const { uri, name } = pickle;
  const line = row?.line ?? place.line;
  const tags = pickle.tags.map((tag) => tag.name);
  const { hooks, left } = around;
  return asWaived({
    key: `${uri}:${line}`,
    uri,
    line,
    name,
    tags,
    place,
    row,
    status,
    steps,
    hooks,
    output: left,
    moved: [],
    provenance: null,
    marks: MARKS.filter((mark) => rehearsal && tags.includes(`@${mark}`)),
    selected: testCase !== undefined,
    message: hooks.flatMap(({ message }) => (message === '' ? [] : [message])).join('\n'),
    earlier: attempts.slice(0, -1).map(endOf),
    notApplicable: status === 'passed' ? '' : reasonNotApplicable([...steps.map((step) => step.output), left]),
    waiver: null,
  });
}

/** The scenario, marked as waived if its hook recorded a waiver. */
function asWaived(scenario: RecordedScenario): RecordedScenario {
  const record = scenario.output.records.find(({ kind }) => kind === 'waived');
  if (record?.kind !== 'waived' || scenario.status !== 'skipped') return scenario;
  const { reason, until } = record;
  return { ...endedAs('waived', scenario), hooks: [], message: '', waiver: { reason, until } };
}

function firstOf<T>(ids: readonly string[], find: (id: string) => T | undefined): T | undefined {
  for (const id of ids) {
    const found = find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Around {
  readonly results: readonly TestStepResult[];
  readonly hooks: readonly RecordedHook[];
  readonly left: StepOutput;
}

/** Results and attachments of the hooks before and after the scenario. A hook that passed has attachments only. */
function aroundOf(
  testSteps: readonly RecordedTestStep[],
  attempt: Attempt | undefined,
  known: ReadonlyMap<string, Hook>,
): Around {
  const steps = testSteps.filter((step) => step.pickleStepId === undefined);
  const ran = steps.flatMap((step) => {
    const result = attempt?.results.get(step.id);
    return result ? [{ result, hook: known.get(step.hookId ?? '') }] : [];
  });
  const ids = new Set<string | undefined>([undefined, ...steps.map((step) => step.id)]);
  return {
    results: ran.map(({ result }) => result),
    hooks: ran
      .filter(({ result }) => statusOf(result) !== 'passed')
      .map(({ result, hook }) => recordedHook(hook, result)),
    left: outputOf((attempt?.attachments ?? []).filter((attachment) => ids.has(attachment.testStepId))),
  };
}

function endOf({ results }: Attempt): EarlierAttempt {
  const status = worst([...results.values()].map(statusOf));
  const telling = [...results.values()].find((result) => isFailing(statusOf(result)));
  return { status, message: failureMessage(telling?.message) };
}

function reasonNotApplicable(left: readonly StepOutput[]): Value {
  const records = left.flatMap((one) => one.records);
  return records.find((record) => record.kind === 'not-applicable')?.reason ?? '';
}
