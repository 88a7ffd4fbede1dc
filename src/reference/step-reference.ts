import { acceptedValues } from '../gherkin/accepted-values';
import type { NotedComment, NotedTag } from '../gherkin/notation';
import { COMMENTS, TAGS } from '../gherkin/notation';
import type { StepArgument } from '../gherkin/step-arguments';

/** The reference of all phrases, by what a writer wants to say, and of tags and comments. */
export interface StepReference {
  readonly groups: readonly StepGroup[];
  readonly tags: readonly NotedTag[];
  readonly comments: readonly NotedComment[];
}

export interface StepGroup {
  readonly title: string;
  readonly steps: readonly ReferredStep[];
}

/** A phrase, and how it is used. */
export interface ReferredStep {
  readonly keyword: string;
  /** a Cucumber expression, or a regular expression between slashes */
  readonly phrase: string;
  /** the phrase in the chosen language, where the catalogue has it */
  readonly translation?: string;
  readonly parameters: readonly ReferredParameter[];
  /** the table or the doc string below the step */
  readonly argument: StepArgument | null;
  /** a step of a feature with this phrase; null if no feature uses it */
  readonly example: StepExample | null;
  /** where the project defines the step, `steps/own.js:3`; null for a phrase of the package */
  readonly definedAt: string | null;
}

export interface ReferredParameter {
  readonly name: string;
  readonly accepts: readonly string[];
}

/** A step of a feature. */
export interface StepExample {
  /** the step without its keyword, then its table or doc string */
  readonly lines: readonly string[];
  /** its address; that of a plan, which a run composes, begins with `plans/` */
  readonly feature: string;
  readonly line: number;
}

/** A definition as Cucumber loads it. */
export interface ReferredDefinition {
  readonly keyword: string;
  readonly pattern: string | RegExp;
  readonly argument: StepArgument | undefined;
  readonly matches: (text: string) => boolean;
  readonly definedAt: string | null;
  readonly group: string;
}

/** What a reference is made from. */
export interface ReferenceInputs {
  readonly definitions: readonly ReferredDefinition[];
  /** the titles of groups in their order */
  readonly groups: readonly string[];
  /** the regular expressions of each parameter type, by name */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  readonly examples: readonly StepExample[];
  readonly language: ReferenceLanguage;
}

/** The language of phrases; each function returns undefined for what the language does not have. */
export interface ReferenceLanguage {
  readonly phrase: (english: string) => string | undefined;
  /** the values of a parameter type */
  readonly values: (name: string) => readonly string[] | undefined;
  /** a step as written, without its keyword */
  readonly step: (english: string) => string | undefined;
}

/** English, in which the definitions are written. */
export const ENGLISH_REFERENCE: ReferenceLanguage = {
  phrase: () => undefined,
  values: () => undefined,
  step: () => undefined,
};

const ORDER = ['Given', 'When', 'Then'];

/** The reference of these definitions. A group without definitions is left out. */
export function stepReference(inputs: ReferenceInputs): StepReference {
  const { definitions } = inputs;
  const titles = [...new Set([...inputs.groups, ...definitions.map(({ group }) => group)])];
  const groups = titles.map((title) => {
    const own = definitions.filter(({ group }) => group === title);
    const inOrder = own.toSorted((one, other) => ORDER.indexOf(one.keyword) - ORDER.indexOf(other.keyword));
    return { title, steps: inOrder.map((definition) => referred(definition, inputs)) };
  });
  return { groups: groups.filter(({ steps }) => steps.length > 0), tags: TAGS, comments: COMMENTS };
}

function referred(
  { keyword, pattern, argument, matches, definedAt }: ReferredDefinition,
  { kinds, examples, language }: ReferenceInputs,
): ReferredStep {
  const phrase = `${pattern}`;
  const names = typeof pattern === 'string' ? parametersIn(pattern) : [];
  const translation = language.phrase(phrase);
  const fitting = examples.filter(({ lines: [text = ''] }) => matches(text));
  const [example] = fitting.toSorted((one, other) => lengthOf(one) - lengthOf(other));
  return {
    keyword: keyword === 'Unknown' ? 'Given' : keyword,
    phrase,
    ...(translation === undefined ? {} : { translation }),
    parameters: names.map((name) => ({
      name,
      accepts: language.values(name) ?? acceptedValues(kinds.get(name) ?? []),
    })),
    argument: argument ?? null,
    example: example ? translated(example, language) : null,
    definedAt,
  };
}

function translated(example: StepExample, { step }: ReferenceLanguage): StepExample {
  const [text = '', ...below] = example.lines;
  return { ...example, lines: [step(text) ?? text, ...below] };
}

/** The names of the parameters of a Cucumber expression, each once. */
function parametersIn(expression: string): readonly string[] {
  return [...new Set([...expression.matchAll(/(?<!\\)\{([\w-]*)\}/g)].map(([, name = '']) => name))];
}

function lengthOf({ lines }: StepExample): number {
  return lines.join('\n').length;
}
