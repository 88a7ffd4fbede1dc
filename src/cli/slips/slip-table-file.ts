import { getDotPath, safeParse } from 'valibot';
import { findingCodesRecord } from '../../evidence/finding-codes-record';
import type { FindingCodeLine } from '../../evidence/finding-records';
import type { SlipGrounds, SlippedProcedure, SlipTable } from '../../evidence/slip-records';
import type { Value } from '../../fact';
import { InputError } from '../../input-error';
import { readText } from '../../package/text-file';
import { featureTitle, type PairRow, procedureOf, type SlipRow } from '../../what-if/slip-table';
import type { Walk } from '../../what-if/walk';
import type { Deployment } from '../../world/deployment';
import { existing } from '../input/existing-path';
import { textsOf } from './facts-of-slips';
import { SLIP_TABLE } from './slip-shapes';

/** The name of the file with the table of slips. */
export const SLIPS_FILE = 'slips.json';

/** What a table keeps of the procedures of a feature; their states take much memory. */
export interface WalkedFeature {
  readonly procedures: readonly SlippedProcedure[];
  /** before the first step; undefined without procedures */
  readonly start: Deployment | undefined;
}

/** What a table keeps of a feature, from its address, its text and the walks of its procedures. */
export function walkedFeature(feature: string, text: string, walks: readonly Walk[]): WalkedFeature {
  const title = featureTitle(text);
  const procedures = walks.map((walk) => procedureOf({ feature, title }, walk));
  return { procedures, start: walks[0]?.states[0]?.console.deployment };
}

/**
 * The table of slips with everything that pages need.
 *
 * @param titles of the stages that repairs may name, by their ids
 */
export function slipTable(
  { slips, pairs }: { readonly slips: readonly SlipRow[]; readonly pairs: readonly PairRow[] | undefined },
  walked: readonly WalkedFeature[],
  { grounds, titles }: { readonly grounds: SlipGrounds; readonly titles: Readonly<Record<string, string>> },
): SlipTable & { readonly slips: readonly SlipRow[] } {
  const { start } = walked.find((one) => one.start) ?? {};
  if (!start) throw new Error('no procedure was walked');
  const { product, environment } = start;
  const used = new Set([...slips, ...(pairs ?? [])].flatMap(({ findings }) => findings.map(({ code }) => code)));
  const codes = findingCodesRecord(product.findings.pages).codes.filter(({ code }) => used.has(code));
  const values = [
    ...slips.flatMap(({ fact, noticed, reason }) => [fact, noticed?.detail ?? [], reason ?? []]),
    ...(pairs ?? []).flatMap((pair) => pair.slips.map(({ fact }) => fact)),
    ...codes.flatMap(valuesIn),
  ];
  return {
    environment: environment.name,
    grounds,
    procedures: walked.flatMap(({ procedures }) => procedures),
    slips,
    ...(pairs ? { pairs } : {}),
    stages: titles,
    codes,
    texts: textsOf(values, product),
  };
}

function valuesIn({ title, symptom, cause, fix, source, causes = [] }: FindingCodeLine): readonly Value[] {
  return [title, symptom, cause, fix, source, ...causes.flatMap((one) => [one.cause, one.sign, one.fix])];
}

/** Reads a table of slips. Throws an InputError for a file that does not exist or contains something else. */
export function readSlips(file: string): SlipTable {
  existing(file, `there is no file ${file}; write it with: rehearse what-if --out DIR`);
  const { success, output, issues } = safeParse(SLIP_TABLE, jsonIn(readText(file)), { abortEarly: true });
  if (success) return output;
  const [issue] = issues;
  const where = getDotPath(issue);
  throw new InputError(
    `${file}${where === null ? '' : `: ${where}`}: ${issue.message}; write the file again with: rehearse what-if --out DIR`,
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
