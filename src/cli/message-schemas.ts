import { z } from 'zod';

/** What has to stand in a message for the runbook to read it; what else stands there is left alone. */

const text = z.string();
const texts = z.array(text);
const line = z.looseObject({ line: z.number() });
const timestamp = z.looseObject({ seconds: z.number(), nanos: z.number() });
const result = z.looseObject({ status: text, message: text.optional() });
const product = z.looseObject({ name: text, version: text.optional() });

const cells = z.looseObject({ cells: z.array(z.looseObject({ value: text })) });
const node = { location: line, name: text, description: text };
const tags = z.array(z.looseObject({ name: text, location: line }));
const step = z.looseObject({ id: text, location: line, keyword: text, text });
const row = z.looseObject({ ...cells.shape, id: text, location: line });
const examples = z.looseObject({ ...node, tableHeader: cells.optional(), tableBody: z.array(row) });
const scenario = z.looseObject({
  ...node,
  id: text,
  tags,
  steps: z.array(step),
  examples: z.array(examples),
});
const child = {
  background: z.looseObject({ ...node, steps: z.array(step) }).optional(),
  scenario: scenario.optional(),
};
const rule = z.looseObject({ ...node, tags, children: z.array(z.looseObject(child)) });
const feature = z.looseObject({
  ...node,
  language: text,
  tags,
  children: z.array(z.looseObject({ ...child, rule: rule.optional() })),
});

const argument = z.looseObject({
  dataTable: z.looseObject({ rows: z.array(cells) }).optional(),
  docString: z.looseObject({ content: text }).optional(),
});
const match = z.looseObject({
  group: z.looseObject({ start: z.number().optional(), value: text.optional() }),
});
const testStep = z.looseObject({
  id: text,
  pickleStepId: text.optional(),
  hookId: text.optional(),
  stepMatchArgumentsLists: z.array(z.looseObject({ stepMatchArguments: z.array(match) })).optional(),
});
const attached = {
  mediaType: text,
  fileName: text.optional(),
  url: text.optional(),
  testCaseStartedId: text.optional(),
  testStepId: text.optional(),
  testRunHookStartedId: text.optional(),
};

/** Every message that there is, by its name. */
export const MESSAGES: Readonly<Record<string, z.ZodType>> = {
  attachment: z.looseObject({ ...attached, body: text, contentEncoding: z.enum(['IDENTITY', 'BASE64']) }),
  externalAttachment: z.looseObject({ ...attached, url: text }),
  gherkinDocument: z.looseObject({
    uri: text.optional(),
    feature: feature.optional(),
    comments: z.array(z.looseObject({ location: line, text })),
  }),
  hook: z.looseObject({
    id: text,
    type: text.optional(),
    name: text.optional(),
    sourceReference: z.looseObject({ uri: text.optional(), location: line.optional() }),
  }),
  meta: z.looseObject({ implementation: product, runtime: product }),
  parameterType: z.unknown(),
  parseError: z.looseObject({
    source: z.looseObject({ uri: text.optional(), location: line.optional() }),
    message: text,
  }),
  pickle: z.looseObject({
    id: text,
    uri: text,
    name: text,
    astNodeIds: texts,
    tags: z.array(z.looseObject({ name: text })),
    steps: z.array(
      z.looseObject({ id: text, text, astNodeIds: texts, type: text.optional(), argument: argument.optional() }),
    ),
  }),
  source: z.unknown(),
  stepDefinition: z.unknown(),
  suggestion: z.unknown(),
  testCase: z.looseObject({ id: text, pickleId: text, testSteps: z.array(testStep) }),
  testCaseFinished: z.unknown(),
  testCaseStarted: z.looseObject({ id: text, testCaseId: text, attempt: z.number() }),
  testRunFinished: z.looseObject({ message: text.optional() }),
  testRunHookFinished: z.looseObject({ testRunHookStartedId: text, result }),
  testRunHookStarted: z.looseObject({ id: text, hookId: text }),
  testRunStarted: z.looseObject({ timestamp }),
  testStepFinished: z.looseObject({ testCaseStartedId: text, testStepId: text, testStepResult: result }),
  testStepStarted: z.unknown(),
  undefinedParameterType: z.looseObject({ name: text, expression: text }),
};
