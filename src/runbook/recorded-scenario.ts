import type { Envelope, Pickle, TestCase } from '@cucumber/messages';
import type { EvidenceRecord } from '../evidence/records';
import { contentOf, type Left } from './attachment-content';
import { type Attempt, lastAttempts } from './attempts';
import { failureMessage, firstLine } from './failure-message';
import type { DocumentPlaces, Place, RowPlace, ScenarioPlace } from './places';
import { type RecordedStep, recordedStep } from './recorded-step';
import { isFailing, type Status, statusOf, worst } from './status';

/** One scenario, or one row of a Scenario Outline, with what its last attempt left behind. */
export interface RecordedScenario {
  /** the same in every run of the same file */
  readonly key: string;
  readonly uri: string;
  readonly line: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly place: ScenarioPlace;
  readonly row: RowPlace | null;
  /** false: the run left it out, by tags or names */
  readonly selected: boolean;
  readonly status: Status;
  /** what a hook said that failed; a step's message stands at the step */
  readonly message: string;
  /** why the environment does not allow the scenario; empty when it does */
  readonly notApplicable: string;
  readonly steps: readonly RecordedStep[];
  /** what hooks around the whole scenario left */
  readonly left: Left;
}

/** Every scenario of the stream, in the order of the files; a scenario that was run again stands once. */
export function recordedScenarios(
  messages: readonly Envelope[],
  documents: readonly DocumentPlaces[],
): readonly RecordedScenario[] {
  const attempts = lastAttempts(messages);
  const testCases = new Map<string, TestCase>();
  for (const { testCase } of messages) if (testCase) testCases.set(testCase.pickleId, testCase);
  const scenarios = new Map<string, RecordedScenario>();
  for (const { pickle } of messages) {
    const testCase = pickle && testCases.get(pickle.id);
    const scenario = pickle && scenarioOf(pickle, documents, testCase, attempts.get(testCase?.id ?? ''));
    if (scenario && (testCase || !scenarios.has(scenario.key))) scenarios.set(scenario.key, scenario);
  }
  return [...scenarios.values()].sort(
    (a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0) || a.place.line - b.place.line || a.line - b.line,
  );
}

/** Whether the scenario is a documented procedure, step by step. */
export function isWalk(scenario: RecordedScenario): boolean {
  return scenario.tags.includes('@procedure');
}

/** The elements that a scenario stands in and is made of, outermost first; its steps have their own. */
export function placesAround({ place, row }: RecordedScenario): readonly Place[] {
  return [
    place.feature,
    ...(place.rule ? [place.rule] : []),
    ...place.backgrounds,
    place,
    ...(row ? [row.table, row] : []),
  ];
}

/** Every record that the scenario left behind, first those of its steps. */
export function recordsOf({ steps, left }: RecordedScenario): readonly EvidenceRecord[] {
  return [...steps.map((step) => step.left), left].flatMap(({ records }) => records);
}

/** The sentences that the scenario itself names, before those of its steps. */
export function sourcesOf({ place, row, steps }: RecordedScenario): readonly string[] {
  const own = [...place.sources, ...(row?.table.sources ?? []), ...(row?.sources ?? [])];
  return [...new Set([...own, ...steps.flatMap((step) => (step.background ? [] : step.sources))])];
}

/** Why the scenario is as it is, in one line: the reason it was left out, or the first thing that failed. */
export function reasonOf({ notApplicable, message, steps }: RecordedScenario): string {
  const failing = steps.find((step) => isFailing(step.status));
  return notApplicable || firstLine(failing?.message || message);
}

function scenarioOf(
  pickle: Pickle,
  documents: readonly DocumentPlaces[],
  testCase: TestCase | undefined,
  attempt: Attempt | undefined,
): RecordedScenario | undefined {
  const document = documents.find(({ scenarios }) => pickle.astNodeIds.some((id) => scenarios.has(id)));
  const place = pickle.astNodeIds.map((id) => document?.scenarios.get(id)).find((found) => found !== undefined);
  if (!document || !place) return undefined;
  const row = pickle.astNodeIds.map((id) => document.rows.get(id)).find((found) => found !== undefined) ?? null;
  const testSteps = testCase?.testSteps ?? [];
  const steps = pickle.steps.map((step) =>
    recordedStep(
      step,
      document,
      testSteps.find(({ pickleStepId }) => pickleStepId === step.id),
      attempt,
    ),
  );
  const line = row?.line ?? place.line;
  const { uri, name } = pickle;
  const hooks = hooksOf(testCase, attempt);
  const status = worst([...steps.map((step) => step.status), ...hooks.statuses]);
  const left = [...steps.map((step) => step.left), hooks.left];
  const tags = pickle.tags.map((tag) => tag.name);
  const { message } = hooks;
  const notApplicable = status === 'passed' ? '' : reasonNotApplicable(left);
  const where = { key: `${uri}:${line}`, uri, line, name, tags, place, row, selected: testCase !== undefined };
  return { ...where, status, message, notApplicable, steps, left: hooks.left };
}

interface Hooks {
  readonly statuses: readonly Status[];
  readonly message: string;
  readonly left: Left;
}

/** What the hooks before and after the scenario did; a hook that said nothing of interest leaves nothing. */
function hooksOf(testCase: TestCase | undefined, attempt: Attempt | undefined): Hooks {
  const hooks = (testCase?.testSteps ?? []).filter((step) => step.pickleStepId === undefined);
  const results = hooks.flatMap((hook) => attempt?.results.get(hook.id) ?? []);
  const ids = new Set<string | undefined>([undefined, ...hooks.map((hook) => hook.id)]);
  return {
    statuses: results.map(statusOf),
    message: results
      .map((result) => failureMessage(result.message))
      .filter((text) => text !== '')
      .join('\n'),
    left: contentOf((attempt?.attachments ?? []).filter((attachment) => ids.has(attachment.testStepId))),
  };
}

function reasonNotApplicable(left: readonly Left[]): string {
  const records = left.flatMap((one) => one.records);
  return records.find((record) => record.kind === 'not-applicable')?.reason ?? '';
}
