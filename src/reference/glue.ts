import type { StepReference } from './step-reference';

const HEAD = `// The phrases of certificate-rehearsal, for editors that complete and check steps. It is not executed.
// Name this file in the setting cucumber.glue. npm run steps writes it.
`;

/**
 * The phrases as a program that the Cucumber extensions of editors read. They read sources, not what a program does, so
 * each parameter type has one literal expression.
 *
 * @param kinds the regular expressions of each parameter type, by name
 */
export function glueOf({ groups }: StepReference, kinds: ReadonlyMap<string, readonly string[]>): string {
  const steps = groups.flatMap((group) => group.steps);
  const names = new Set(steps.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const types = [...names].sort().filter((name) => !BUILT_IN.includes(name));
  return [
    HEAD,
    "const { defineParameterType, Given, Then, When } = require('@cucumber/cucumber');\n",
    ...types.map((name) => `defineParameterType({ name: '${name}', regexp: ${literal(kinds.get(name) ?? [])} });`),
    '',
    ...steps.map(({ keyword, phrase }) => `${keyword}('${phrase.replace(/['\\]/g, '\\$&')}', () => {});`),
    '',
  ].join('\n');
}

/** Cucumber's own types. */
const BUILT_IN: readonly string[] = ['int', 'float', 'word', 'string', ''];

function literal(patterns: readonly string[]): string {
  return `/${new RegExp(patterns.join('|')).source}/`;
}
