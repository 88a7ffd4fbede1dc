import { type Fact, factsOf } from '../fact';
import type { Walk, WalkStep } from './walk';

/** Why nothing notices that a step was left out. */
export const UNNOTICED_TEXTS = {
  'unnoticed.check': 'the step only checks something, and changes nothing',
  'unnoticed.looking': 'the command only shows something, and changes nothing',
  'unnoticed.logged-on': 'the same account is still logged on to this server',
  'unnoticed.looking-elsewhere':
    'the steps until the next logon only show something; they then show it on the server before',
  'unnoticed.share': 'the command names the file by its network path, so that it works on the server before, too',
  'unnoticed.completed': 'the wizard has finished its work; the step only closes its last page',
  'unnoticed.message': 'the work is done; the step only closes the message about it',
  'unnoticed.request-shown': 'the request file is written already; the step only shows it and closes the wizard',
  'unnoticed.selected': 'the page shows this template as selected already',
  'unnoticed.issued': 'the authority issues the request at once, so no request waits',
  'unnoticed.delete': 'the file contains no private key; it does no harm if it remains',
  'unnoticed.public-chain':
    'the authority is trusted already, and the file with the private key brings the intermediate certificates',
} as const;

const unnoticedFact = factsOf(UNNOTICED_TEXTS);

/** A kind of step whose omission neither a step nor the judge notices, with the reason. */
interface UnnoticedOmission {
  /** what the texts of the step match: its sentence, then the cells of its table or its command, each in a line */
  readonly pattern: RegExp;
  /** what must also hold: the account is logged on already, or something about the steps until the next logon */
  readonly when?: (omitted: OmittedStep) => boolean;
  readonly reason: keyof typeof UNNOTICED_TEXTS;
}

interface OmittedStep {
  readonly isLoggedOn: boolean;
  /** the texts of the steps until the next logon */
  readonly following: readonly string[];
}

const LOGON = /^the operator logs on to /;
const LOOKING = /^the operator types the command:\n(?:Get-|certutil -verifystore |dir )/;
const PUBLIC_CHAIN = /^the operator goes through:\n.*\{public chain file\}/s;
const EXPORTED_FILE = /^the operator types the command:\ndel "\{(?:external )?exported file\}"$/;

/** The kinds of steps; the first one that matches counts. Checks of the procedure are a kind besides these. */
export const UNNOTICED_OMISSIONS: readonly UnnoticedOmission[] = [
  { pattern: LOGON, when: ({ isLoggedOn }) => isLoggedOn, reason: 'unnoticed.logged-on' },
  { pattern: LOGON, when: ({ following }) => following.every(looks), reason: 'unnoticed.looking-elsewhere' },
  { pattern: LOGON, when: withStep(PUBLIC_CHAIN), reason: 'unnoticed.public-chain' },
  { pattern: LOGON, when: withStep(EXPORTED_FILE), reason: 'unnoticed.share' },
  { pattern: LOOKING, reason: 'unnoticed.looking' },
  { pattern: /^the operator types the command:\ndel /, reason: 'unnoticed.delete' },
  { pattern: /^on "wizard completion page" the operator uses "Finish"$/, reason: 'unnoticed.completed' },
  { pattern: /^on "The export was successful\." the operator uses "OK"$/, reason: 'unnoticed.message' },
  { pattern: /^the operator goes through:\n.*\nCertificate Request File\nView\n/s, reason: 'unnoticed.request-shown' },
  { pattern: PUBLIC_CHAIN, reason: 'unnoticed.public-chain' },
  { pattern: /^the operator selects the template /, reason: 'unnoticed.selected' },
  { pattern: /^where the request waits, a certificate manager issues it$/, reason: 'unnoticed.issued' },
];

/** The reason why nothing notices that a step was left out; undefined if none is written. */
export function reasonFor({ steps, states }: Walk, at: number): Fact | undefined {
  const [step, ...later] = steps.slice(at);
  if (!step) throw new Error(`the procedure has no step ${at + 1}`);
  if (step.isCheck) return unnoticedFact('unnoticed.check');
  const end = later.findIndex((one) => LOGON.test(one.step.text));
  const part = end < 0 ? later : later.slice(0, end);
  const [before, after] = [states[at], states[at + 1]].map((state) => state?.console.logon);
  const isLoggedOn = before?.on === after?.on && before?.account === after?.account;
  // a check looks, whatever it says
  const following = part.filter(({ isCheck }) => !isCheck).map(textOf);
  const known = UNNOTICED_OMISSIONS.find(
    ({ pattern, when = () => true }) => pattern.test(textOf(step)) && when({ isLoggedOn, following }),
  );
  return known && unnoticedFact(known.reason);
}

function textOf({ step: { text, argument } }: WalkStep): string {
  const cells = argument?.dataTable?.rows.flatMap((row) => row.cells.map(({ value }) => value)) ?? [];
  return [text, ...cells, ...(argument?.docString ? [argument.docString.content] : [])].join('\n');
}

function looks(text: string): boolean {
  return LOOKING.test(text);
}

function withStep(pattern: RegExp): (omitted: OmittedStep) => boolean {
  return ({ following }) => following.some((text) => pattern.test(text));
}
