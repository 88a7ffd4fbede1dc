import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type Feature, type GherkinDocument, IdGenerator, type Scenario, type Step } from '@cucumber/messages';
import { InputError } from '../input-error';
import { namedMemo } from '../memo';

/** A step as written, with the comments above it and the table or doc string below it. */
export interface WrittenStep {
  readonly comments: readonly string[];
  readonly type: StepType;
  /** without its keyword */
  readonly text: string;
  /** the lines of the table or doc string, without the indentation of the step */
  readonly argument: readonly string[];
}

export type StepType = 'Given' | 'When' | 'Then';

/** The texts of feature files by their addresses. */
export type FeatureTexts = ReadonlyMap<string, string>;

/** The steps of a scenario, and the address of the feature that has it. */
export interface ScenarioSteps {
  readonly feature: string;
  readonly steps: readonly WrittenStep[];
}

/**
 * Finds the steps of scenarios by the names of the scenarios. Features are read when they are needed.
 *
 * @param plan the path of the plan file that names the scenarios
 * @returns a function that throws an InputError if none of the features has the scenario
 */
export function scenarioSteps(features: FeatureTexts, plan: string): (name: string) => ScenarioSteps {
  const known = new Map<string, ScenarioSteps>();
  const unread = [...features];
  return (name) => {
    for (let next = known.has(name) ? undefined : unread.shift(); next !== undefined; next = unread.shift()) {
      const [feature, text] = next;
      for (const [scenario, steps] of stepsByScenario(text, feature))
        if (!known.has(scenario)) known.set(scenario, { feature, steps });
      if (known.has(name)) break;
    }
    const found = known.get(name);
    if (found) return found;
    throw new InputError(`${plan} names the procedure "${name}", which no feature beside it has; check the name`);
  };
}

/** The steps of a text in the file at `path` that contains only steps. Throws an InputError for a line that is none. */
export function stepsIn(text: string, path: string): readonly WrittenStep[] {
  const whole = `Feature:\nExample:\n${text}`;
  const document = documentOf(whole, `a text of steps in ${path}`);
  const [scenario] = scenariosOf(document.feature);
  // Gherkin takes lines before the first step as a description
  const [line = ''] = scenario?.description.trim().split('\n') ?? [];
  if (line !== '') throw new InputError(`${path} has the step "${line}"; begin it with Given, When, Then, And or But`);
  return scenario ? writtenSteps(scenario, document, whole.split('\n')) : [];
}

type NamedSteps = readonly (readonly [name: string, steps: readonly WrittenStep[]])[];

/** The steps of each scenario of a feature; several plans take steps from the same features. */
function stepsByScenario(text: string, feature: string): NamedSteps {
  return stepsOfTexts(text, () => {
    const document = documentOf(text, feature);
    const lines = text.split(/\r?\n/);
    return scenariosOf(document.feature).map((scenario) => [scenario.name, writtenSteps(scenario, document, lines)]);
  });
}

const stepsOfTexts = namedMemo<NamedSteps>();

function documentOf(text: string, name: string): GherkinDocument {
  try {
    return new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher()).parse(text);
  } catch (error) {
    throw new InputError(`${name} is not Gherkin: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function scenariosOf(feature: Feature | undefined): readonly Scenario[] {
  const children = (feature?.children ?? []).flatMap((child) => [child, ...(child.rule?.children ?? [])]);
  return children.flatMap(({ scenario }) => scenario ?? []);
}

function writtenSteps(
  { location, steps }: Scenario,
  { comments }: GherkinDocument,
  lines: readonly string[],
): readonly WrittenStep[] {
  let type: StepType = 'Given';
  let end = location.line;
  return steps.map((step) => {
    const above = comments.filter(({ location: { line } }) => line > end && line < step.location.line);
    type = typeOf(step, type);
    const argument = argumentOf(step, lines);
    end = step.location.line + argument.length;
    return { comments: above.map(({ text }) => text.trim()), type, text: step.text, argument };
  });
}

function typeOf({ keywordType }: Step, before: StepType): StepType {
  switch (keywordType) {
    case 'Context':
      return 'Given';
    case 'Action':
      return 'When';
    case 'Outcome':
      return 'Then';
    default:
      return before;
  }
}

function argumentOf({ dataTable, docString }: Step, lines: readonly string[]): readonly string[] {
  if (docString) {
    const { delimiter, mediaType = '', content } = docString;
    return [`${delimiter}${mediaType}`, ...content.split('\n'), delimiter];
  }
  return (dataTable?.rows ?? []).map(({ location }) => lines[location.line - 1]?.trim() ?? '');
}
