import { findingFacts } from '../views/findings/findings-views';
import type { Example, Procedure } from '../views/procedure/procedure';
import type { Runbook } from '../views/runbook';
import type { ProcedureFacts, RunFacts } from '../words/headings';

/** The facts that the headings of the pages are made of. */
export function runFacts(runbook: Runbook): RunFacts {
  const { totals, omissions, findings, coverage } = runbook;
  const { verified, waived, stale } = coverage.totals;
  return {
    rehearsal: runbook.rehearsal,
    environment: runbook.environment,
    titles: runbook.procedures.map(({ title }) => title),
    state: runbook.state,
    scenarios: Object.values(totals.scenarios).reduce((sum, count) => sum + count, 0),
    passed: totals.scenarios.passed,
    problems: runbook.problems.length,
    omissions: omissions.length,
    waived: omissions.filter(({ state }) => state === 'waived').length,
    documentDefects: findings.document.length,
    failures: runbook.troubles.length,
    codes: findings.codes.length,
    files: runbook.files.length,
    sentences: { all: coverage.sentences, verified, waived, stale },
    findings: findingFacts(findings),
  };
}

/** How many steps of a procedure were executed as written, how many scenarios about it hold, and what is waived. */
export function procedureFacts({ walks, groups, state }: Procedure): ProcedureFacts {
  const steps = walks.flatMap((walk) => [...walk.prerequisites, ...walk.steps]);
  const examples = [
    ...steps.flatMap((step) => [...step.failures, ...step.rollbacks, ...step.rules]),
    ...groups.flatMap((group) => group.examples),
  ];
  return {
    state,
    walked: walks.length > 0,
    steps: steps.length,
    done: steps.filter((step) => step.state === 'verified' || step.state === 'stale').length,
    scenarios: examples.length,
    holding: examples.filter(holds).length,
    waived: [...walks, ...examples].filter((one) => one.state === 'waived').length,
  };
}

function holds({ state }: Example): boolean {
  return state === 'verified' || state === 'refused' || state === 'stale';
}
