import type { FindingLine } from '../../../evidence/finding-records';
import type { SinglePage } from '../../outline/page-files';
import type { Findings } from '../../views/findings/findings';
import type { Example, Procedure, Runbook } from '../../views/runbook';
import { counted } from './plural';

/** What the pages are called in lists of pages, in English. */
export const PAGE_NAMES: Readonly<Record<SinglePage, string>> = {
  index: 'Overview',
  findings: 'Findings',
  document: 'Defects of the document',
  troubleshooting: 'Troubleshooting',
  codes: 'Codes of the judge',
  coverage: 'Source coverage',
  files: 'Files',
};

/** The title of each page, in English. */
export const TITLES: Readonly<Record<SinglePage, (runbook: Runbook) => string>> = {
  index: title,
  findings: ({ environment }) => (environment === '' ? 'Findings' : `Findings: ${environment}`),
  document: () => PAGE_NAMES.document,
  troubleshooting: () => PAGE_NAMES.troubleshooting,
  codes: () => PAGE_NAMES.codes,
  coverage: () => 'Sentences of the source document',
  files: () => 'Files produced',
};

/** A runbook is called after its environment, anybody's scenarios after the only file that they stand in. */
function title({ rehearsal, environment, procedures }: Runbook): string {
  if (rehearsal) return environment === '' ? 'Runbook' : `Certificate runbook: ${environment}`;
  const [only, ...others] = procedures;
  return only && others.length === 0 ? `Scenarios: ${only.title}` : 'Scenarios';
}

/** What each page comes to, in one sentence, in English. */
export const OUTCOMES: Readonly<Record<SinglePage, (runbook: Runbook) => string>> = {
  index: outcome,
  findings: ({ findings }) => sentence(found(findings)),
  document: ({ findings: { document } }) =>
    document.length === 0
      ? 'No scenario shows a mistake of the document.'
      : `The document was done literally in ${counted(document.length, 'place')} where it is wrong or incomplete.`,
  troubleshooting: ({ troubles }) =>
    `${counted(troubles.length, 'way', 'ways')} in which the procedures fail, by the code or the event that is seen first.`,
  codes: ({ findings: { codes } }) => `${counted(codes.length, 'code')} that the judge can give to a finding.`,
  coverage: ({ coverage: { totals, sentences } }) =>
    sentences === 0
      ? 'There is no ledger of a source document.'
      : `${totals.verified} of ${counted(sentences, 'sentence')} verified, ${totals.waived} waived with a reason${totals.stale > 0 ? `, ${totals.stale} stale` : ''}.`,
  files: ({ files }) => `${counted(files.length, 'file')} that the run produced; none holds a private key.`,
};

/** What the page of a procedure comes to, in English. */
export function procedureOutcome(procedure: Procedure): string {
  const { steps, done, scenarios, holding, waived } = executedIn(procedure);
  const walked = procedure.walks.length > 0;
  return sentence(
    [
      ...(steps > 0 ? [`${done} of ${counted(steps, 'step')} executed as written`] : []),
      ...(scenarios > 0 ? [`${holding} of ${counted(scenarios, 'scenario')}${walked ? ' about it' : ''} hold`] : []),
      ...(waived > 0 ? [`${waived} waived`] : []),
      ...(procedure.state === 'failing' && walked ? ['do not follow the marked steps'] : []),
      ...(procedure.state === 'stale' ? [STALE] : []),
    ].join(', ') || 'nothing was executed',
  );
}

/** How many steps of a procedure were executed as written, how many scenarios about it hold, and what is waived. */
export function executedIn({
  walks,
  groups,
}: Procedure): Readonly<Record<'steps' | 'done' | 'scenarios' | 'holding' | 'waived', number>> {
  const steps = walks.flatMap((walk) => [...walk.prerequisites, ...walk.steps]);
  const examples = [
    ...steps.flatMap((step) => [...step.failures, ...step.rollbacks, ...step.rules]),
    ...groups.flatMap((group) => group.examples),
  ];
  return {
    steps: steps.length,
    done: steps.filter(({ state }) => state === 'verified' || state === 'stale').length,
    scenarios: examples.length,
    holding: examples.filter(holds).length,
    waived: [...walks, ...examples].filter(({ state }) => state === 'waived').length,
  };
}

const STALE = 'and what they rest on has moved since; execute them again before you follow them';

function holds({ state }: Example): boolean {
  return state === 'verified' || state === 'refused' || state === 'stale';
}

/** `2 about the deployment (1 error, 1 warning), 9 about the document`. */
export function found({ judged, deployment, document }: Findings): string {
  const weighing = (severity: FindingLine['severity']) => deployment.filter((one) => one.severity === severity).length;
  const weights = [
    ...(['error', 'warning'] as const).map((severity) => [weighing(severity), counted(weighing(severity), severity)]),
    [weighing('info'), `${weighing('info')} info`],
  ].flatMap(([amount, text]) => (amount === 0 ? [] : [text]));
  const confirmed = document.filter(({ state }) => state === 'confirmed').length;
  const doubt = confirmed === document.length ? '' : ` (${confirmed} confirmed)`;
  const about = deployment.length === 0 ? 'none' : `${deployment.length}`;
  return [
    judged ? `${about} about the deployment${weights.length > 0 ? ` (${weights.join(', ')})` : ''}` : NOT_JUDGED,
    `${document.length || 'none'} about the document${doubt}`,
  ].join(', ');
}

const NOT_JUDGED = 'the deployment was not judged';

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function outcome({ rehearsal, state, totals: { scenarios }, problems, omissions }: Runbook): string {
  const all = Object.values(scenarios).reduce((sum, count) => sum + count, 0);
  const waived = omissions.filter((one) => one.state === 'waived').length;
  const others = omissions.length - waived;
  const left = [
    ...(others > 0 ? [` ${others} could not be carried through here; the reasons are given.`] : []),
    ...(waived > 0 ? [` ${waived} deliberately not executed for now; the reasons are given.`] : []),
  ].join('');
  if (problems.length > 0) {
    const did = problems.length === 1 ? 'problem was' : 'problems were';
    const warning = rehearsal ? ' Do not follow the marked steps before that is resolved.' : '';
    return `${problems.length} ${did} found in ${counted(all, 'scenario')}.${warning}${left}`;
  }
  if (state === 'stale') {
    return `${scenarios.passed} of ${counted(all, 'scenario')} passed, and what some of them rest on has moved since: execute the stale ones again before you follow them.${left}`;
  }
  if (state === 'verified' && scenarios.passed === all) {
    return `Every step was executed and did what it says: ${counted(all, 'scenario')}, all passed.`;
  }
  if (scenarios.passed === 0) return `Nothing was carried through.${left}`;
  return `Nothing failed: ${scenarios.passed} of ${counted(all, 'scenario')} passed.${left}`;
}
