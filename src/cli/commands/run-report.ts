import { dirname, join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { stateOfAll } from '../../recording/model/state';
import { recordingOf } from '../../recording/recording';
import { notCoveredIn } from '../../runbook/outline/not-covered';
import { scenariosOf, totals } from '../../runbook/outline/totals';
import { findings } from '../../runbook/views/findings/findings-views';
import { type EarlierRun, staleReport } from '../fingerprints/earlier-run';
import { type FailingProcedure, failingProcedure } from '../output/failing-procedure';
import { failuresIn, groupedFailures } from '../output/failures';
import { findingsJson } from '../output/findings-report';
import { planResults } from '../output/plans-report';
import { summary, waiversIn, waiversJson } from '../output/summary';
import type { DocumentSource } from '../sources/source-documents';
import { paintFor } from '../terminal/paint';
import { print } from '../terminal/print';

interface ReportOptions {
  readonly out: string;
  readonly json: boolean;
  /** whether the terminal also lists the findings about the document */
  readonly findings: boolean;
}

/** The circumstances of a run: the results that it kept, a procedure that fails, and its source documents. */
interface Circumstances {
  readonly earlier: EarlierRun | null;
  readonly failing: FailingProcedure | null;
  readonly sources: readonly DocumentSource[];
}

/** Prints the result of a run: the text, or with `--json` the object. Returns the exit code. */
export function reportRun(
  envelopes: readonly Envelope[],
  options: ReportOptions,
  { earlier, failing, sources }: Circumstances,
): number {
  const counted = totals(envelopes);
  const failures = failuresIn(envelopes);
  const runbook = join(options.out, 'runbook', 'index.html');
  if (options.json) {
    const recording = recordingOf(envelopes);
    const state = stateOfAll(scenariosOf(recording));
    const said = {
      ...counted,
      state,
      failures: groupedFailures(failures),
      notCovered: notCoveredIn(recording),
      plans: planResults(recording, dirname(runbook)),
      findings: findingsJson(findings(envelopes)),
      waived: waiversJson(waiversIn(envelopes)),
      ...(failing ? { procedure: failing.steps[0], procedures: failing.steps } : {}),
      runbook,
    };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
  const terminal = options.json ? process.stderr : process.stdout;
  if (earlier) print(terminal, `stale      ${staleReport(earlier)}\n`);
  const paint = paintFor(terminal);
  if (failing) print(terminal, failingProcedure(failing, paint));
  const rest = failing?.onFirstPool
    ? `runbook    ${runbook}\n`
    : summary(envelopes, runbook, { paint, all: options.findings, sources });
  print(terminal, rest);
  return failing || failures.length > 0 ? 1 : 0;
}
