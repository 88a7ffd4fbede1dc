import { type CodePages, causeFact, pageFact } from '../world/product-findings';
import type { FindingCodesRecord } from './finding-records';

/** The record of the codes that the judge can use, from the pages of a product. */
export function findingCodesRecord(pages: CodePages): FindingCodesRecord {
  const codes = Object.entries(pages).map(([code, { severity, check, certainty, causes }]) => ({
    code,
    title: pageFact(code, 'title'),
    severity,
    symptom: pageFact(code, 'symptom'),
    cause: pageFact(code, 'cause'),
    check,
    fix: pageFact(code, 'fix'),
    ...(causes
      ? {
          causes: Object.keys(causes).map((cause) => ({
            cause: causeFact(code, cause, 'cause'),
            sign: causeFact(code, cause, 'sign'),
            fix: causeFact(code, cause, 'fix'),
          })),
        }
      : {}),
    source: pageFact(code, 'source'),
    certainty,
  }));
  return { kind: 'finding-codes', codes };
}
