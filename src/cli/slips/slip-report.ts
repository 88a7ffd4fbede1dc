import type { SlipResult } from '../../what-if/result';
import { amount } from '../terminal/amounts';
import type { Paint } from '../terminal/paint';

/** The report about slips on the terminal, and the table as CSV. */

const NOTICED = [
  ['refusal', 'by a refusal'],
  ['screen', 'by the screen'],
  ['check', 'by a check'],
] as const;

/** The counts, and the slips that no step notices although the judge finds something at the end. */
export function slipText(results: readonly SlipResult[], paint: Paint): string {
  const count = (outcome: SlipResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const steps = new Set(results.map(({ feature, scenario, step }) => `${feature} ${scenario} ${step}`)).size;
  const silent = results.filter(({ outcome }) => outcome === 'judge');
  const unrepaired = results.filter(({ repair }) => repair === 'unknown').length;
  return [
    `slips       ${results.length} at ${amount(steps, 'step')}\n`,
    `noticed     ${NOTICED.map(([outcome, by]) => `${count(outcome)} ${by}`).join(', ')}\n`,
    `no effect   ${count('no effect')}; another end without a finding: ${count('nothing')}\n`,
    `no repair   ${unrepaired}\n`,
    `unnoticed   ${silent.length === 0 ? 'none that leads to a finding' : paint('attention', `${silent.length}`)}\n`,
    ...silent.map((one) => silentText(one, paint)),
  ].join('');
}

function silentText(result: SlipResult, paint: Paint): string {
  const { feature, line, step, machine, text, description, findings, repair, check } = result;
  const codes = [...new Set(findings.map(({ code, server }) => (server ? `${code} on ${server}` : code)))];
  return [
    `  ${feature}:${line}: step ${step}${machine === '' ? '' : ` on ${machine}`}: ${text}\n`,
    `          ${paint('attention', 'if you')} ${description}: ${codes.join(', ')}\n`,
    `          check   ${checkText(check)}\n`,
    `          repair  ${repairText(repair)}\n`,
  ].join('');
}

function checkText(check: SlipResult['check']): string {
  if (check === null || check === 'unknown') return 'no command was found that tells it';
  return `${check.command}, on ${check.on}, after step ${check.after}`;
}

/** The repair in words. */
export function repairText(repair: SlipResult['repair']): string {
  if (repair === null) return 'nothing to repair';
  if (repair === 'unknown') return 'no repair was found';
  if ('stages' in repair) return repair.stages.map(({ stage, machine }) => `${stage} on ${machine}`).join(', then ');
  const { again, next } = repair;
  const goOn = next === null ? 'the end is reached' : `go on with step ${next}`;
  return again.length === 0 ? goOn : `do ${rangesOf(again)}; then ${goOn}`;
}

/** `steps 3 to 5 and 8` */
function rangesOf(numbers: readonly number[]): string {
  const ranges = numbers.reduce<readonly (readonly [number, number])[]>((found, number) => {
    const last = found.at(-1);
    return last && last[1] + 1 === number ? [...found.slice(0, -1), [last[0], number]] : [...found, [number, number]];
  }, []);
  const texts = ranges.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  return `${numbers.length === 1 ? 'step' : 'steps'} ${texts.join(', ')}`;
}

const COLUMNS: Readonly<Record<string, (result: SlipResult) => string | number>> = {
  feature: ({ feature }) => feature,
  scenario: ({ scenario }) => scenario,
  step: ({ step }) => step,
  line: ({ line }) => line,
  stage: ({ stage }) => stage,
  machine: ({ machine }) => machine,
  text: ({ text }) => text,
  sentences: ({ sentences }) => sentences.join(' '),
  slip: ({ slip }) => slip,
  description: ({ description }) => description,
  outcome: ({ outcome }) => outcome,
  'noticed at': ({ noticed }) => noticed?.step ?? '',
  distance: ({ noticed }) => noticed?.distance ?? '',
  message: ({ noticed }) => noticed?.message ?? '',
  findings: ({ findings }) => findings.map(({ code, server = '' }) => `${code} ${server}`.trim()).join('; '),
  repair: ({ repair }) => (repair === null ? '' : repairText(repair)),
  check: ({ check }) => (check === null ? '' : checkText(check)),
};

/** The table as CSV (RFC 4180): a line of names, then a line for each slip. */
export function slipCsv(results: readonly SlipResult[]): string {
  const lines = [Object.keys(COLUMNS), ...results.map((result) => Object.values(COLUMNS).map((cell) => cell(result)))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

/** A cell; a spreadsheet must not take a text for a formula. */
function csvCell(value: string | number): string {
  const text = String(value).replace(/^(?=[=+@\t\r-])/, typeof value === 'number' ? '' : "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
