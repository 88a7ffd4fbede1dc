import { argumentInWords } from '../gherkin/step-arguments';
import type { ReferredStep, StepReference } from './step-reference';

/** The number of values of a parameter that a long reference lists. */
const LISTED = 6;
/** A reference with more phrases is a long one. */
const SHORT = 5;

/** The reference for a terminal. A long one lists only the first values of each parameter. */
export function referenceText({ groups, tags, comments }: StepReference): string {
  const count = groups.reduce((sum, { steps }) => sum + steps.length, 0);
  const most = count > SHORT ? LISTED : Number.POSITIVE_INFINITY;
  const sections = groups.map(({ title, steps }) => [title, ...steps.map((step) => stepText(step, most))]);
  const notes = [
    ...tags.map(({ name, on, meaning, example }) => noteText(`${name}  on ${on}`, meaning, example)),
    ...comments.map(({ comment, above, meaning, example }) => noteText(`${comment}  above ${above}`, meaning, example)),
  ];
  const all = notes.length > 0 ? [...sections, ['Tags and comments', ...notes]] : sections;
  return `${all.map((section) => section.join('\n\n')).join('\n\n\n')}\n`;
}

function stepText(
  { keyword, phrase, translation, parameters, argument, example, definedAt }: ReferredStep,
  most: number,
) {
  return [
    `  ${keyword} ${translation ?? phrase}`,
    ...parameters.map(({ name, accepts }) => `      {${name}}  ${listed(accepts, most)}`),
    ...(argument ? [`      below  ${argumentInWords(argument)}`] : []),
    ...(example?.lines ?? []).map((line, index) => `      ${index === 0 ? 'example  ' : '         '}${line}`),
    ...(example ? [`      in  ${example.feature}:${example.line}`] : []),
    ...(definedAt === null ? [] : [`      defined  ${definedAt}`]),
  ].join('\n');
}

function listed(values: readonly string[], most: number): string {
  const more = values.length - most;
  return more > 0 ? `${values.slice(0, most).join(' | ')} | ${more} more` : values.join(' | ');
}

function noteText(head: string, meaning: string, example: readonly string[]): string {
  return [`  ${head}`, `      ${meaning}`, ...example.map((line) => `      ${line}`)].join('\n');
}
