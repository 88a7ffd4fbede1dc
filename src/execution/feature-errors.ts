import type { Envelope, Pickle, TestStepResult } from '@cucumber/messages';
import { waiverErrors } from '../gherkin/waivers';
import { chinesePitfalls } from './chinese-pitfalls';
import { emptyParts } from './empty-features';
import { stepErrors } from './step-errors';
import type { StepOrigin } from './support-code/origin';
import { valueErrors } from './value-errors';

/**
 * The errors in feature files that can be found without executing a step, each as `file:line: error, and remedy`. They
 * are syntax errors, unknown and ambiguous steps, wrong tables, values that the environment does not know, waivers without a reason, and parts that execute nothing.
 * The messages have to contain the planned scenarios.
 *
 * @param library Cucumber's library of support code
 * @param origin where the user defines a step
 * @param parameters the world parameters of the run
 */
export function featureErrors(
  envelopes: readonly Envelope[],
  library: object,
  { origin, parameters }: { readonly origin: StepOrigin; readonly parameters: object },
): readonly string[] {
  const unreadable = envelopes.flatMap(({ parseError }) =>
    parseError ? [`${parseError.source.uri}:${parseError.source.location?.line ?? 1}: ${parseError.message}`] : [],
  );
  const steps = stepsById(envelopes);
  const inSteps = [
    ...stepErrors(envelopes, library, origin),
    ...valueErrors(envelopes, library, { origin, parameters }),
  ];
  const wrong = inSteps.map(([id, said]) => `${steps.get(id) ?? 'a hook'}: ${said}`);
  const traps = chinesePitfalls(envelopes);
  const waivers = envelopes.flatMap(({ gherkinDocument }) =>
    gherkinDocument
      ? waiverErrors(gherkinDocument).map(({ line, what }) => `${gherkinDocument.uri}:${line}: ${what}`)
      : [],
  );
  const explained = wrong.filter((one) => !traps.some((trap) => one.startsWith(placeOf(trap))));
  return [...new Set([...unreadable, ...traps, ...waivers, ...emptyParts(envelopes), ...explained])];
}

/** The errors that only executing a step can find: unknown names and values. */
export function executionErrors(envelopes: readonly Envelope[]): readonly string[] {
  const wrong = envelopes.flatMap(({ testStepFinished }) => {
    const said = testStepFinished && errorOf(testStepFinished.testStepResult);
    return said === undefined ? [] : [{ id: testStepFinished?.testStepId ?? '', said }];
  });
  if (wrong.length === 0) return [];
  const steps = stepsById(envelopes);
  return [...new Set(wrong.map(({ id, said }) => `${steps.get(id) ?? 'a hook'}: ${said}`))];
}

/** The `file:line:` of an error. */
function placeOf(mistake: string): string {
  return /^.*?:\d+:/.exec(mistake)?.[0] ?? mistake;
}

function errorOf({ exception }: TestStepResult): string | undefined {
  if (exception?.type === 'FeatureError' || exception?.type === 'EnvironmentError') return exception.message ?? '';
  return undefined;
}

/** `file:line: "text"` of each test step. */
function stepsById(envelopes: readonly Envelope[]): ReadonlyMap<string, string> {
  const lines = linesOfSteps(envelopes);
  const pickles = new Map<string, Pickle>();
  for (const { pickle } of envelopes) if (pickle) pickles.set(pickle.id, pickle);
  const entries = envelopes.flatMap(({ testCase }) => {
    const pickle = testCase && pickles.get(testCase.pickleId);
    if (!testCase || !pickle) return [];
    return testCase.testSteps.map((testStep): [string, string] => {
      const step = pickle.steps.find((s) => s.id === testStep.pickleStepId);
      const line = step ? (lines.get(step.astNodeIds[0] ?? '') ?? 1) : 1;
      return [testStep.id, `${pickle.uri}:${line}${step ? `: "${step.text}"` : ''}`];
    });
  });
  return new Map(entries);
}

function linesOfSteps(envelopes: readonly Envelope[]): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const { gherkinDocument } of envelopes) {
    const children = gherkinDocument?.feature?.children ?? [];
    const inner = children.flatMap((child) => (child.rule ? child.rule.children : [child]));
    for (const { background, scenario } of inner) {
      for (const step of [...(background?.steps ?? []), ...(scenario?.steps ?? [])])
        lines.set(step.id, step.location.line);
    }
  }
  return lines;
}
