import type { RecordedScenario } from '../../../recording/model/recorded-scenario';
import type { RecordedStep } from '../../../recording/model/recorded-step';
import { stateOfStep } from '../../../recording/model/state';
import { withValues } from '../../../recording/model/step-values';
import { evidenceView } from '../evidence/evidence-view';
import { type PageContext, sourceViews } from '../page-context';
import { labelOf, tableView } from '../step/step-label';
import type { StepView } from './procedure';

/** One step with its arguments, its result and what it left behind. */
export function stepView(
  step: RecordedStep,
  scenario: RecordedScenario,
  { id, number, warned = [] }: Pick<StepView, 'id' | 'number'> & { readonly warned?: readonly string[] },
  context: PageContext,
): StepView {
  const { words } = context;
  const { text: written, parts, docString, table: rows } = withValues(step);
  const table = tableView(rows, words);
  const { text, ...translated } = words.step(written) ?? { text: written, parts };
  return {
    id,
    number,
    keyword: step.keyword === '*' ? '' : words.prose(step.keyword),
    check: step.type === 'Outcome',
    text,
    label: labelOf(text, table, words),
    parts: translated.parts,
    state: stateOfStep(step, scenario),
    message: step.message,
    table,
    docString,
    evidence: evidenceView(step.output, context, warned),
    sources: sourceViews(step.sources, context),
  };
}

/** What the step states, with the values of its table: `the request is for: private key exportable`. */
export function statementOf(step: RecordedStep, { words }: PageContext): string {
  const { text, table } = withValues(step);
  const rows = tableView(table, words)?.rows ?? [];
  const values = rows.map(({ head, cells }) => [head, ...cells].join(words.sentences.gap === '' ? '：' : ' '));
  return [words.step(text)?.text ?? text, values.join(words.labels.comma)].filter((part) => part !== '').join(' ');
}
