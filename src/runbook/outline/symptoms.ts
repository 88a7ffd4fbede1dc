import type { EvidenceRecord } from '../../evidence/records';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { withValues } from '../../recording/model/step-values';
import { uniqueSorted } from '../unique-sorted';

/** Codes and event numbers in a sentence, as a machine shows them: `event 1015`, `SEC_E_NO_CREDENTIALS`, `0x8009030e`. */
const CODE = /\b(?:event \d+|(?:[A-Z]+_)?(?:CERT|SEC|NTE|CRYPT|CERTSRV|ERROR|E)_[A-Z_]+|0x[0-9a-f]{8})\b/gi;

/**
 * The codes that an operator sees when the example happens: codes of refusals, of the authority's answers and of
 * findings, and the codes and events in its outcomes.
 */
export function symptomsOf({ steps }: RecordedScenario): readonly string[] {
  const found = steps.flatMap((step) => [
    ...step.output.records.flatMap(codesIn),
    ...(step.type === 'Outcome' ? (withValues(step).text.match(CODE) ?? []) : []),
  ]);
  return uniqueSorted(found);
}

function codesIn(record: EvidenceRecord): readonly string[] {
  if (record.kind === 'refusal') return [record.code, ...wordsOf(record.hresult)];
  if (record.kind === 'disposition') return wordsOf(record.hresult);
  return record.kind === 'findings' ? record.findings.map(({ code }) => code) : [];
}

function wordsOf(text = ''): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
