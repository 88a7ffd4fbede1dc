import { holds, wentAsWritten } from '../../recording/model/states';
import { findingFacts } from '../views/findings/findings-views';
import type { UnsettledView } from '../views/index/unsettled-views';
import type { Procedure } from '../views/procedure/procedure';
import type { Runbook } from '../views/runbook';
import type { ProcedureFacts, RunFacts } from '../words/headings';

/** The facts that the headings of the pages are made of. */
export function runFacts(runbook: Runbook): RunFacts {
  const { totals, omitted, findings, coverage } = runbook;
  const { verified, waived, stale } = coverage.totals;
  return {
    rehearsal: runbook.rehearsal,
    environment: runbook.environment,
    titles: runbook.procedures.map(({ title }) => title),
    state: runbook.state,
    scenarios: Object.values(totals.scenarios).reduce((sum, count) => sum + count, 0),
    passed: totals.scenarios.passed,
    unselected: runbook.unselected,
    uncovered: runbook.notCovered.length,
    problems: thingsIn(runbook.failing),
    omissions: thingsIn(omitted),
    waived: thingsIn(omitted.filter(({ state }) => state === 'waived')),
    documentDefects: findings.document.length,
    failures: runbook.failures.length,
    symptoms: runbook.symptoms.reduce((sum, { cards }) => sum + cards.length, 0),
    procedures: runbook.procedures.filter(({ runs }) => runs.length > 0).length,
    codes: findings.codes.length,
    files: runbook.files.length,
    sentences: { all: coverage.sentences, verified, waived, stale },
    findings: findingFacts(findings),
  };
}

function thingsIn(groups: readonly UnsettledView[]): number {
  return groups.reduce((sum, { things }) => sum + things.length, 0);
}

/** How many steps of a procedure were executed as written, how many scenarios about it hold, and what is waived. */
export function procedureFacts({ runs, groups, state }: Procedure): ProcedureFacts {
  const steps = runs.flatMap((run) => [...run.prerequisites, ...run.steps]);
  const examples = [
    ...steps.flatMap((step) => [...step.failures, ...step.rollbacks, ...step.rules]),
    ...groups.flatMap((group) => group.examples),
  ];
  return {
    state,
    walked: runs.length > 0,
    steps: steps.length,
    done: steps.filter((step) => wentAsWritten(step.state)).length,
    scenarios: examples.length,
    holding: examples.filter((example) => holds(example.state)).length,
    waived: [...runs, ...examples].filter((one) => one.state === 'waived').length,
  };
}
