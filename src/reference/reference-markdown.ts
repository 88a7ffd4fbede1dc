import { argumentInWords } from '../gherkin/step-arguments';
import type { ReferredStep, StepExample, StepReference } from './step-reference';

const HEAD = `# Steps

Every phrase of the package, by what you want to say, with a step of its features as an example. Every example is executed
by the tests of the package. \`npx rehearse steps WORD\` finds phrases, also those of your project with \`--steps\`.

Words in braces are parameters: see [Parameters](#parameters). A part in parentheses may be left out. At the end are the
[tags](#tags) and [comments](#comments) of features.
`;

const VALUES = `\`N\` is a whole number, \`Nth\` an ordinal such as \`first\`, \`"…"\` any text, \`CODE\` a code. A part in \`⟨⟩\` may be left
out. Texts in quotes and in tables may contain values of the environment in braces, such as \`{pool}\`.
`;

/** The reference as a document. `root` leads from its folder to that of the features. */
export function referenceMarkdown({ groups, tags, comments }: StepReference, root: string): string {
  const sections = groups.map(
    ({ title, steps }) => `## ${title}\n\n${steps.map((step) => stepSection(step, root)).join('\n')}`,
  );
  const kinds = new Map(
    groups.flatMap(({ steps }) => steps.flatMap(({ parameters }) => parameters.map((one) => [one.name, one.accepts]))),
  );
  const names = [...kinds.keys()].sort();
  return [
    HEAD,
    ...sections,
    `## Parameters\n\n${VALUES}`,
    ...names.map(
      (name) =>
        `### ${name}\n\n${kinds
          .get(name)
          ?.map((value) => `- \`${value}\``)
          .join('\n')}\n`,
    ),
    '## Tags\n',
    ...tags.map(({ name, on, meaning, example }) => note(name, `On ${on}. ${meaning}`, example)),
    '## Comments\n',
    ...comments.map(({ comment, above, meaning, example }) => note(comment, `Above ${above}. ${meaning}`, example)),
  ].join('\n');
}

function stepSection({ keyword, phrase, argument, example }: ReferredStep, root: string): string {
  return [
    `**${keyword}** \`${phrase}\`\n`,
    ...(argument ? [`Below it: ${argumentInWords(argument)}.\n`] : []),
    ...(example
      ? [
          fenced([`${keyword} ${example.lines[0]}`, ...example.lines.slice(1).map((line) => `  ${line}`)]),
          `${placeOf(example, root)}\n`,
        ]
      : []),
  ].join('\n');
}

function placeOf({ feature }: StepExample, root: string): string {
  if (feature.startsWith('plans/')) return `From \`${feature}\`, which \`rehearse run\` composes and writes.`;
  return `From [${feature}](${root}${feature}).`;
}

function note(name: string, meaning: string, example: readonly string[]): string {
  return `### \`${name}\`\n\n${meaning}\n\n${fenced(example)}`;
}

function fenced(lines: readonly string[]): string {
  return `\`\`\`gherkin\n${lines.join('\n')}\n\`\`\`\n`;
}
