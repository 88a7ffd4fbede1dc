import type { Outage, SlipResult } from '../../what-if/result';
import { amount } from '../terminal/amounts';
import type { Paint } from '../terminal/paint';

/** The report about slips on the terminal, and the table as CSV. */

const NOTICED = [
  ['refusal', 'by a refusal'],
  ['screen', 'by the screen'],
  ['check', 'by a check'],
] as const;

/** What notices a slip after the procedure. */
const LATER = [
  ['replication', 'by replication'],
  ['tls', 'by a handshake'],
  ['renewal', 'at the next renewal'],
] as const;

/** The counts, and the slips that no step notices although something does not work at the end, or the judge finds it. */
export function slipText(results: readonly SlipResult[], paint: Paint): string {
  const count = (outcome: SlipResult['outcome']): number => results.filter((one) => one.outcome === outcome).length;
  const steps = new Set(results.map(({ feature, scenario, step }) => `${feature} ${scenario} ${step}`)).size;
  const silent = results.filter(isSilent);
  const later = (by: SlipResult['consequence']['by']): number =>
    results.filter(({ consequence }) => consequence.by === by).length;
  const noticed = results.filter(({ goingOn }) => goingOn !== null);
  const safe = noticed.filter(({ goingOn }) => goingOn?.isSafe).length;
  const inTime = results.filter((one) => one.inTime === true).length;
  const effective = results.filter((one) => one.inTime !== null).length;
  const unrepaired = results.filter(({ repair }) => repair === 'unknown').length;
  return [
    `slips       ${results.length} at ${amount(steps, 'step')}\n`,
    `noticed     ${NOTICED.map(([outcome, by]) => `${count(outcome)} ${by}`).join(', ')}\n`,
    `            it is safe to go on after ${safe} of ${noticed.length}; after the others, repair first\n`,
    `later       ${LATER.map(([by, text]) => `${later(by)} ${text}`).join(', ')}\n`,
    `no effect   ${count('no effect')}; another end without a finding: ${count('nothing')}\n`,
    `in time     ${inTimeText(inTime, effective)}\n`,
    `no repair   ${unrepaired}\n`,
    `unnoticed   ${silent.length === 0 ? 'none with a finding or an outage' : paint('attention', `${silent.length}`)}\n`,
    ...silent.map((one) => silentText(one, paint)),
  ].join('');
}

/** Whether no step notices the slip although a connection fails at the end, or the judge finds something. */
export function isSilent({ outcome, consequence }: SlipResult): boolean {
  return outcome === 'judge' || (outcome === 'nothing' && consequence.outage.length > 0);
}

function inTimeText(inTime: number, effective: number): string {
  if (effective === 0) return 'no slip has an effect that could be noticed before the services start';
  return `with the proposed checks, ${inTime} of ${effective} are noticed before the services start`;
}

function silentText(result: SlipResult, paint: Paint): string {
  const { feature, line, step, machine, text, description, findings, consequence, repair, check } = result;
  const codes = [...new Set(findings.map(({ code, server }) => (server ? `${code} on ${server}` : code)))];
  const outage = consequence.outage.map(outageText);
  return [
    `  ${feature}:${line}: step ${step}${machine === '' ? '' : ` on ${machine}`}: ${text}\n`,
    `          ${paint('attention', 'if you')} ${description}: ${[...codes, ...outage].join(', ')}\n`,
    `          check   ${checkText(check)}\n`,
    `          repair  ${repairText(repair)}\n`,
  ].join('');
}

/** `no replication from fe01 to web01` */
export function outageText({ by, client, server, use }: Outage): string {
  if (by === 'replication') return `no replication from ${client} to ${server}`;
  return `no connection from ${client ?? 'the Internet'} to ${server} (${use})`;
}

function checkText(check: SlipResult['check']): string {
  if (check === null || check === 'unknown') return 'no command was found that tells it';
  return `${check.command}, on ${check.on}, after step ${check.after}`;
}

/** The repair in words. */
export function repairText(repair: SlipResult['repair']): string {
  if (repair === null) return 'nothing to repair';
  if (repair === 'unknown') return 'no repair was found';
  const left = repair.leaves ? `; this leaves ${repair.leaves.join(', ')}` : '';
  if ('stages' in repair)
    return `${repair.stages.map(({ stage, machine }) => `${stage} on ${machine}`).join(', then ')}${left}`;
  const { again, next } = repair;
  const goOn = next === null ? 'the end is reached' : `go on with step ${next}`;
  return `${again.length === 0 ? goOn : `do ${rangesOf(again)}; then ${goOn}`}${left}`;
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
  denied: ({ consequence }) => consequence.denials.join('; '),
  outage: ({ consequence }) => consequence.outage.map(outageText).join('; '),
  'noticed later': ({ consequence }) => consequence.by ?? '',
  'safe to go on': ({ goingOn }) => yesOrNo(goingOn?.isSafe),
  'in time': ({ inTime }) => yesOrNo(inTime),
  repair: ({ repair }) => (repair === null ? '' : repairText(repair)),
  check: ({ check }) => (check === null ? '' : checkText(check)),
};

function yesOrNo(value: boolean | null | undefined): string {
  return value == null ? '' : value ? 'yes' : 'no';
}

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
