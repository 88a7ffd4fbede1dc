import type { EvidenceView } from '../evidence/evidence-view';
import { uniqueSorted } from '../evidence/session';
import type { StepView } from '../runbook';

/** Codes and event numbers in a sentence, as a machine shows them: `event 1015`, `SEC_E_NO_CREDENTIALS`, `0x8009030e`. */
const CODE = /\b(?:event \d+|(?:[A-Z]+_)?(?:CERT|SEC|NTE|CRYPT|CERTSRV|ERROR|E)_[A-Z_]+|0x[0-9a-f]{8})\b/gi;

/**
 * What an operator sees when the example happens, word for word: the codes of refusals and of the authority's answers,
 * what the judge found, and the codes and events that its outcomes name.
 */
export function symptomsIn(steps: readonly StepView[]): readonly string[] {
  const found = steps.flatMap(({ check, text, evidence }) => [
    ...(evidence.any ? codesIn(evidence) : []),
    ...(check ? (text.match(CODE) ?? []) : []),
  ]);
  return uniqueSorted(found);
}

function codesIn({ refusals, dispositions, findings }: EvidenceView): readonly string[] {
  return [
    ...refusals.flatMap(({ code, hresult }) => [code, ...wordsOf(hresult)]),
    ...dispositions.flatMap(({ hresult }) => wordsOf(hresult)),
    ...findings.flatMap(({ lines }) => lines.map(({ code }) => code)),
  ];
}

function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
