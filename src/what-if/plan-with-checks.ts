import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { IdGenerator } from '@cucumber/messages';
import { linesById } from '../gherkin/lines-by-id';
import type { CheckResult, SlipResult } from './result';

/** A check that is added to a scenario of a feature. */
interface AddedCheck extends CheckResult {
  readonly scenario: string;
}

/** The checks that notice the slips of a feature which no step notices, each once. */
function checksIn(results: readonly SlipResult[]): readonly AddedCheck[] {
  const found = results.flatMap(({ scenario, check }) =>
    check === null || check === 'unknown' ? [] : [{ scenario, ...check }],
  );
  const names = found.map((check) => JSON.stringify(check));
  return found.filter((_, index) => names.indexOf(names[index] ?? '') === index);
}

/**
 * The text of a feature with steps for each check that was proposed for its slips. The operator logs on, types the command,
 * and compares the answer with the one without the slip, or expects the refusal. Undefined if no check was proposed.
 *
 * @param text the feature, as `rehearse` composes it
 */
export function withChecks(text: string, results: readonly SlipResult[]): string | undefined {
  const checks = checksIn(results);
  if (checks.length === 0) return undefined;
  const lines = text.split('\n');
  const steps = stepsIn(text);
  const isPlan = lines.some((line) => /^\s*# stage: /.test(line));
  const added = new Map<number, string[]>();
  for (const check of checks) {
    const at = placeAfter(lines, steps, check);
    added.set(at, [...(added.get(at) ?? []), ...(isPlan ? stageLines(check) : []), ...linesOf(check)]);
  }
  return lines.flatMap((line, index) => [...(added.get(index) ?? []), line]).join('\n');
}

/** A step of a scenario after its preconditions. */
interface PlacedStep {
  readonly scenario: string;
  /** 1 is the first */
  readonly number: number;
  /** the line in the feature */
  readonly line: number;
  readonly text: string;
}

function stepsIn(text: string): readonly PlacedStep[] {
  const newId = IdGenerator.incrementing();
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
  const lines = linesById(document);
  return compile(document, '', newId).flatMap(({ name, steps }) => {
    const first = steps.findIndex(({ type }) => type !== 'Context');
    return steps.slice(first).map((step, index) => {
      const line = lines.get(step.astNodeIds[0] ?? '') ?? 0;
      return { scenario: name, number: index + 1, line, text: step.text };
    });
  });
}

/** The index of the line before which the check goes: that of the next step or the first comment above it. */
function placeAfter(lines: readonly string[], steps: readonly PlacedStep[], { scenario, after }: AddedCheck): number {
  const next = steps.find((step) => step.scenario === scenario && step.number > after);
  const last = steps.find((step) => step.scenario === scenario && step.number === after);
  if (!next) return endOfScenario(lines, last?.line ?? lines.length);
  let at = next.line - 1;
  while (/^\s*#/.test(lines[at - 1] ?? '')) at -= 1;
  return at;
}

/** The index of the first line after the step that is not part of its scenario's steps. */
function endOfScenario(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, index) => index >= from && /^\s*$/.test(line));
  return end < 0 ? lines.length : end;
}

/** A check is a stage besides the others, so that a person who leaves out a stage comes to it. */
function stageLines({ on }: AddedCheck): readonly string[] {
  const title = 'check-before-going-on Check before going on';
  return [`    # stage: ${title}`, `    # choice: ${title}`, `    # machine: ${on}`];
}

function linesOf({ on, command, refused, answer = '' }: AddedCheck): readonly string[] {
  return [
    `    When the operator logs on to ${on} as the administrator`,
    `    And the operator ${refused === null ? 'types' : 'tries'} the command:`,
    ...docString(command),
    ...(refused === null
      ? ['    Then the command answers:', ...docString(answer)]
      : [`    Then it is refused: ${refused}`]),
  ];
}

function docString(text: string): readonly string[] {
  const lines = text === '' ? [] : text.replaceAll('"""', String.raw`\"\"\"`).split('\n');
  return ['"""', ...lines, '"""'].map((line) => (line === '' ? '' : `      ${line}`));
}
