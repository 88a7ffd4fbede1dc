import type { Envelope } from '@cucumber/messages';
import type { RunRecord } from '../../evidence/records';
import type { RecordedScenario } from '../../recording/model/recorded-scenario';
import { stateOfAll, stateOfScenario } from '../../recording/model/state';
import { type Recording, recordingOf } from '../../recording/recording';
import { type CurrentInputs, markStale } from '../../recording/staleness/staleness';
import { Registry } from '../outline/anchors';
import type { Workbench } from '../outline/page-context';
import { fileOf } from '../outline/page-files';
import { placementOf } from '../outline/placement';
import { scenariosOf, totalsOf } from '../outline/totals';
import { adaptableOf } from '../site-values/site-values';
import type { KnownFailure } from '../source-document/known-failures';
import type { LedgerEntry } from '../source-document/ledger';
import type { SourceDocument } from '../source-document/source-document';
import { traceOf } from '../source-document/trace';
import { coverageOf } from './coverage/coverage';
import { evidenceView } from './evidence/evidence-view';
import { fileViews } from './files/file-view';
import { findingsOf } from './findings/findings-views';
import { contentsOf } from './index/index-entries';
import { omissionsOf, problemsOf } from './index/unsettled';
import { elsewhereOf, procedureView } from './procedure/procedure-view';
import { withRecoveries } from './procedure/recoveries';
import { withWaysBack } from './procedure/rollbacks';
import { type Verification, type Verifying, verificationOf } from './procedure/verification';
import type { Procedure, Runbook } from './runbook';
import { troublesOf } from './troubleshooting/troubleshooting';

const NO_DOCUMENT: SourceDocument = { title: '', address: '' };

/** What is known besides the messages and the ledger. */
export interface Known {
  readonly failures: readonly KnownFailure[];
  readonly document: SourceDocument | null;
  /** what there is now; without it, nothing is compared */
  readonly present?: CurrentInputs;
}

const NOTHING: Known = { failures: [], document: null };

/** The runbook of a run: a pure function of Cucumber's messages, of the source ledger, and of what else is known. */
export function runbookModel(
  messages: Iterable<Envelope>,
  ledger: readonly LedgerEntry[],
  { failures, document, present }: Known = NOTHING,
): Runbook {
  const recording = present ? markStale(present, recordingOf(messages)) : recordingOf(messages);
  const scenarios = scenariosOf(recording);
  const selected = scenarios.filter((scenario) => scenario.selected);
  const traced = traceOf(recording, recording.rehearsal ? ledger : []);
  const files = fileViews(recording);
  const mentioned = recording.features.flatMap(({ citations }) => citations.map(({ id }) => id));
  const codes = recording.codes.map(({ code }) => code);
  const registry = new Registry(files, [...ledger.map(({ id }) => id), ...mentioned], codes);
  const entries = new Map(ledger.map((entry) => [entry.id, entry]));
  const known = new Map(failures.map((failure) => [failure.id, failure]));
  const verifying = { startedAt: recording.startedAt, present: present ?? null };
  const placement = placementOf(recording.features, ledger);
  const bench = { registry, entries, document, failures: known, placement, verifying };
  const shown = withRecoveries(proceduresOf(recording, bench), recording, registry);
  const procedures = withWaysBack(shown, recording, registry);
  const coverage = coverageOf(traced, registry);
  const found = findingsOf(recording, registry);
  const listed = { procedures, coverage, findings: found, files: [...files.values()] };
  return {
    rehearsal: recording.rehearsal,
    state: recording.errors.length > 0 ? 'failing' : stateOfAll(scenarios),
    ...runFacts(recording),
    verification: overallOf(scenarios, verifying),
    totals: totalsOf(selected),
    unselected: scenarios.length - selected.length,
    problems: problemsOf(recording, registry),
    omissions: omissionsOf(recording, registry),
    document: document ?? NO_DOCUMENT,
    ...listed,
    adaptable: adaptableOf(recording.runs, procedures),
    around: evidenceView(recording.hookOutput, fileOf('index'), registry),
    troubles: troublesOf(procedures),
    contents: contentsOf(listed),
  };
}

/** Of the whole runbook; each procedure says the digest of its own feature. */
function overallOf(scenarios: readonly RecordedScenario[], verifying: Verifying): Verification {
  const whole = verificationOf(scenarios, verifying);
  return { ...whole, fingerprint: whole.fingerprint.filter(({ of }) => of !== 'feature') };
}

function proceduresOf({ features }: Recording, bench: Workbench): Runbook['procedures'] {
  const procedures = features.map((feature) => ({ feature, procedure: procedureView(feature, bench) }));
  const titles = procedures.map(({ procedure }) => procedure.title);
  return procedures.map(({ feature, procedure }) => ({
    ...procedure,
    title: titledApart(procedure, titles),
    elsewhere: elsewhereOf(feature, bench).map((scenario) => ({
      name: scenario.name,
      href: bench.registry.hrefOf(scenario.uri, scenario.line),
      state: stateOfScenario(scenario),
    })),
  }));
}

/** Features of one name are told apart by their files. */
function titledApart({ title, uri }: Pick<Procedure, 'title' | 'uri'>, titles: readonly string[]): string {
  return titles.filter((one) => one === title).length > 1 ? `${title} (${uri})` : title;
}

type RunFacts = Pick<Runbook, 'startedAt' | 'environment' | 'environmentFile' | 'versions' | 'assumptions'>;

/** The facts of the run, of several runs together; the stream's own facts where no record says. */
function runFacts({ runs, startedAt, programs }: Recording): RunFacts {
  const [first] = runs;
  const each = (pick: (run: RunRecord) => string) => [...new Set(runs.map(pick))].join(', ');
  const versions = new Map([programs, ...runs.map((run) => run.versions)].flatMap((some) => Object.entries(some)));
  const assumptions = runs.flatMap((run) => run.assumptions);
  return {
    startedAt: first?.startedAt ?? startedAt,
    environment: each((run) => run.environment),
    environmentFile: each((run) => run.environmentFile),
    versions: [...versions].map(([name, version]) => ({ name, version })),
    assumptions: [...new Map(assumptions.map((one) => [`${one.name}=${one.value}`, one])).values()],
  };
}
