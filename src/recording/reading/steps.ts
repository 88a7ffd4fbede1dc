import type { PickleStep } from '@cucumber/messages';
import { failureMessage } from '../model/failure-message';
import type { FeatureDocument } from '../model/feature-document';
import type { RecordedStep, TextPart } from '../model/recorded-step';
import { statusOf } from '../model/status';
import type { StepOutput } from '../model/step-output';
import { outputOf } from './attachments';
import type { Attempt } from './attempts';
import type { RecordedTestStep } from './test-cases';

/** Joins a step of a pickle with its element in the file, its result and its attachments. */
export function recordedStep(
  step: PickleStep,
  document: FeatureDocument,
  testStep: RecordedTestStep | undefined,
  attempt: Attempt | undefined,
): RecordedStep {
  const place = step.astNodeIds.map((id) => document.steps.get(id)).find((found) => found !== undefined);
  const result = attempt?.results.get(testStep?.id ?? '');
  const own = (attempt?.attachments ?? []).filter(({ testStepId }) => testStep && testStepId === testStep.id);
  const left = outputOf(own);
  return {
    keyword: place?.keyword ?? '',
    background: place?.background ?? false,
    sources: place?.sources ?? [],
    line: place?.line ?? 0,
    irreversible: place?.irreversible ?? '',
    begins: place?.begins ?? null,
    text: step.text,
    type: step.type ?? 'Unknown',
    several: testStep?.parameters.some(({ type }) => type.endsWith('servers')) ?? false,
    parts: partsOf(step.text, testStep?.parameters ?? []),
    status: statusOf(result),
    message: failureMessage(result?.message ?? result?.exception?.message),
    table: step.argument?.dataTable?.rows.map((row) => row.cells.map((cell) => cell.value)) ?? NO_ROWS,
    docString: step.argument?.docString?.content ?? null,
    output: left,
    values: valuesIn(left),
  };
}

const NO_ROWS: RecordedStep['table'] = [];
const NO_VALUES: RecordedStep['values'] = {};

function valuesIn({ records }: StepOutput): RecordedStep['values'] {
  if (records.length === 0) return NO_VALUES;
  return Object.assign({}, ...records.flatMap((record) => (record.kind === 'values' ? [record.values] : [])));
}

function partsOf(text: string, picked: RecordedTestStep['parameters']): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { start, value } of picked) {
    if (start < end || value === '' || !text.startsWith(value, start)) continue;
    if (start > end) parts.push({ text: text.slice(end, start), parameter: false });
    parts.push({ text: value, parameter: true });
    end = start + value.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), parameter: false });
  return parts;
}
