/** For each rule texts of a step file that it has to refuse, each in one place. */
export const ACCEPTED_STEPS = `import { Given, Then, When } from '@cucumber/cucumber';

Given('{server} holds the internal certificate', function (this: RehearsalWorld, server: Server) {
  const a = server;
  const b = a;
  const c = b;
  const d = c;
  this.place(d);
});

When('the operator exports \\\\{} of {server}', { timeout: 1000 }, (server: Server) => server.export());

Then('nothing else has changed', () => {
  compare();
});
`;

const definitions = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Given('step ${index}', () => done());\n`).join('');

export const REFUSED_STEPS: Readonly<Record<string, readonly string[]>> = {
  'there are at most 60 definitions, or 0.6 for each example': [definitions(61)],
  'the body of a definition has at most 5 lines': [
    `When('a', function () {\n${'  g();\n'.repeat(6)}});`,
    `When('a', () =>\n  [\n    1,\n    2,\n    3,\n    4,\n  ].map(g),\n);`,
    `When('a', exportAll);`,
  ],
  'a definition does something': [`Then('a', () => {});`, `Given('a', function () {\n  // nothing to do\n});`],
  'a definition is a cucumber expression, with named parameters only': [
    'When(/^a$/, () => g());',
    `When('the {} exports', () => g());`,
    `When(PATTERN, () => g());`,
    `When(\`a \${b}\`, () => g());`,
  ],
  'only the hooks attach': [
    `When('a', function () {\n  this.attach('x');\n});`,
    `When('a', function () {\n  const { attach } = this;\n  attach('x');\n});`,
    `When('a', function () {\n  const show = this.attach;\n});`,
  ],
};
