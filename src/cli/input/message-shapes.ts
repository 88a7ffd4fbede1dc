import { array, type GenericSchema, looseObject, number, optional, picklist, string, unknown } from 'valibot';

/** The fields of messages that the runbook reads. Other fields are not checked. */

const text = string();
const amount = number();
const texts = array(text);
const line = looseObject({ line: amount });
const timestamp = looseObject({ seconds: amount, nanos: amount });
const result = looseObject({ status: text, message: optional(text) });
const product = looseObject({ name: text, version: optional(text) });

const cells = { cells: array(looseObject({ value: text })) };
const node = { location: line, name: text, description: text };
const tags = array(looseObject({ name: text, location: line }));
const step = looseObject({ id: text, location: line, keyword: text, text });
const row = looseObject({ ...cells, id: text, location: line });
const examples = looseObject({ ...node, tableHeader: optional(looseObject(cells)), tableBody: array(row) });
const scenario = looseObject({
  ...node,
  id: text,
  tags,
  steps: array(step),
  examples: array(examples),
});
const child = {
  background: optional(looseObject({ ...node, steps: array(step) })),
  scenario: optional(scenario),
};
const rule = looseObject({ ...node, tags, children: array(looseObject(child)) });
const feature = looseObject({
  ...node,
  language: text,
  tags,
  children: array(looseObject({ ...child, rule: optional(rule) })),
});

const argument = looseObject({
  dataTable: optional(looseObject({ rows: array(looseObject(cells)) })),
  docString: optional(looseObject({ content: text })),
});
const match = looseObject({
  group: looseObject({ start: optional(amount), value: optional(text) }),
});
const testStep = looseObject({
  id: text,
  pickleStepId: optional(text),
  hookId: optional(text),
  stepMatchArgumentsLists: optional(array(looseObject({ stepMatchArguments: array(match) }))),
});
const attached = {
  mediaType: text,
  fileName: optional(text),
  url: optional(text),
  testCaseStartedId: optional(text),
  testStepId: optional(text),
  testRunHookStartedId: optional(text),
};

/** All messages by their names. */
export const MESSAGES: Readonly<Record<string, GenericSchema>> = {
  attachment: looseObject({ ...attached, body: text, contentEncoding: picklist(['IDENTITY', 'BASE64']) }),
  externalAttachment: looseObject({ ...attached, url: text }),
  gherkinDocument: looseObject({
    uri: optional(text),
    feature: optional(feature),
    comments: array(looseObject({ location: line, text })),
  }),
  hook: looseObject({
    id: text,
    type: optional(text),
    name: optional(text),
    sourceReference: looseObject({ uri: optional(text), location: optional(line) }),
  }),
  meta: looseObject({ implementation: product, runtime: product }),
  parameterType: unknown(),
  parseError: looseObject({
    source: looseObject({ uri: optional(text), location: optional(line) }),
    message: text,
  }),
  pickle: looseObject({
    id: text,
    uri: text,
    name: text,
    astNodeIds: texts,
    tags: array(looseObject({ name: text })),
    steps: array(
      looseObject({ id: text, text, astNodeIds: texts, type: optional(text), argument: optional(argument) }),
    ),
  }),
  source: unknown(),
  stepDefinition: unknown(),
  suggestion: unknown(),
  testCase: looseObject({ id: text, pickleId: text, testSteps: array(testStep) }),
  testCaseFinished: unknown(),
  testCaseStarted: looseObject({ id: text, testCaseId: text, attempt: amount }),
  testRunFinished: looseObject({ message: optional(text) }),
  testRunHookFinished: looseObject({ testRunHookStartedId: text, result }),
  testRunHookStarted: looseObject({ id: text, hookId: text }),
  testRunStarted: looseObject({ timestamp }),
  testStepFinished: looseObject({ testCaseStartedId: text, testStepId: text, testStepResult: result }),
  testStepStarted: unknown(),
  undefinedParameterType: looseObject({ name: text, expression: text }),
};
