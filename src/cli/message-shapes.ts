import { anything, list, number, object, oneOf, optional, type Shape, text } from './shapes';

/** What has to stand in a message for the runbook to read it; what else stands there is left alone. */

const texts = list(text);
const line = object({ line: number });
const timestamp = object({ seconds: number, nanos: number });
const result = object({ status: text, message: optional(text) });
const product = object({ name: text, version: optional(text) });

const cells = { cells: list(object({ value: text })) };
const node = { location: line, name: text, description: text };
const tags = list(object({ name: text, location: line }));
const step = object({ id: text, location: line, keyword: text, text });
const row = object({ ...cells, id: text, location: line });
const examples = object({ ...node, tableHeader: optional(object(cells)), tableBody: list(row) });
const scenario = object({
  ...node,
  id: text,
  tags,
  steps: list(step),
  examples: list(examples),
});
const child = {
  background: optional(object({ ...node, steps: list(step) })),
  scenario: optional(scenario),
};
const rule = object({ ...node, tags, children: list(object(child)) });
const feature = object({
  ...node,
  language: text,
  tags,
  children: list(object({ ...child, rule: optional(rule) })),
});

const argument = object({
  dataTable: optional(object({ rows: list(object(cells)) })),
  docString: optional(object({ content: text })),
});
const match = object({
  group: object({ start: optional(number), value: optional(text) }),
});
const testStep = object({
  id: text,
  pickleStepId: optional(text),
  hookId: optional(text),
  stepMatchArgumentsLists: optional(list(object({ stepMatchArguments: list(match) }))),
});
const attached = {
  mediaType: text,
  fileName: optional(text),
  url: optional(text),
  testCaseStartedId: optional(text),
  testStepId: optional(text),
  testRunHookStartedId: optional(text),
};

/** Every message that there is, by its name. */
export const MESSAGES: Readonly<Record<string, Shape>> = {
  attachment: object({ ...attached, body: text, contentEncoding: oneOf('IDENTITY', 'BASE64') }),
  externalAttachment: object({ ...attached, url: text }),
  gherkinDocument: object({
    uri: optional(text),
    feature: optional(feature),
    comments: list(object({ location: line, text })),
  }),
  hook: object({
    id: text,
    type: optional(text),
    name: optional(text),
    sourceReference: object({ uri: optional(text), location: optional(line) }),
  }),
  meta: object({ implementation: product, runtime: product }),
  parameterType: anything,
  parseError: object({
    source: object({ uri: optional(text), location: optional(line) }),
    message: text,
  }),
  pickle: object({
    id: text,
    uri: text,
    name: text,
    astNodeIds: texts,
    tags: list(object({ name: text })),
    steps: list(object({ id: text, text, astNodeIds: texts, type: optional(text), argument: optional(argument) })),
  }),
  source: anything,
  stepDefinition: anything,
  suggestion: anything,
  testCase: object({ id: text, pickleId: text, testSteps: list(testStep) }),
  testCaseFinished: anything,
  testCaseStarted: object({ id: text, testCaseId: text, attempt: number }),
  testRunFinished: object({ message: optional(text) }),
  testRunHookFinished: object({ testRunHookStartedId: text, result }),
  testRunHookStarted: object({ id: text, hookId: text }),
  testRunStarted: object({ timestamp }),
  testStepFinished: object({ testCaseStartedId: text, testStepId: text, testStepResult: result }),
  testStepStarted: anything,
  undefinedParameterType: object({ name: text, expression: text }),
};
