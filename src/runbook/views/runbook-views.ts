import type { Envelope } from '@cucumber/messages';
import type { RunRecord } from '../../evidence/records';
import type { Recording } from '../../recording/model/recorded-run';
import { stateOfAll } from '../../recording/model/state';
import { notCoveredIn, type UncoveredPool } from '../outline/not-covered';
import type { RunbookOutline } from '../outline/outline';
import { outlineOf, type RunbookKnowledge } from '../outline/runbook-outline';
import { totalsOf } from '../outline/totals';
import { failingIn, omittedIn } from '../outline/unsettled';
import { verificationOf } from '../outline/verification';
import { siteValuesOf } from '../site-values/site-values';
import type { LedgerEntry } from '../source-document/ledger';
import type { SourceDocument } from '../source-document/source-document';
import { saying } from '../words/headings';
import { english, type Words } from '../words/words';
import { coverageOf } from './coverage/coverage';
import { evidenceView } from './evidence/evidence-view';
import { fileViews } from './files/file-view';
import { findingsOf } from './findings/findings-views';
import { diagramOf } from './index/diagram';
import { alsoFoundBy, indexEntries } from './index/index-entries';
import { unsettledViews } from './index/unsettled-views';
import type { PageContext } from './page-context';
import { planView } from './plan/plan-view';
import { procedureView } from './procedure/procedure-view';
import type { Runbook } from './runbook';
import { slipContext } from './slips/slip-context';
import { slipSheet } from './slips/slip-sheet';
import { failureEntries, hasSymptom, symptomGroups } from './troubleshooting/troubleshooting';

const NO_DOCUMENT: SourceDocument = { title: '', address: '' };

/** The runbook of a run in English. */
export function runbookModel(
  messages: Iterable<Envelope>,
  ledger: readonly LedgerEntry[],
  knowledge?: RunbookKnowledge,
): Runbook {
  return runbookIn(english, outlineOf(messages, ledger, knowledge));
}

/**
 * The runbook in one language.
 *
 * @param original the runbook in English. A translation is also found by its words, and has its site-specific values.
 */
export function runbookIn(language: Words, outline: RunbookOutline, original?: Runbook): Runbook {
  const { recording, scenarios, anchors, document, verification } = outline;
  const words = { ...language, ...language.ofRun(recording.texts) };
  const slips = outline.slips && slipContext(outline.slips, words, outline);
  const context: PageContext = { outline, words, slips };
  const selected = scenarios.filter((scenario) => scenario.selected);
  const procedures = outline.procedures.map((procedure) => procedureView(procedure, context));
  const pages = {
    plans: inOrderOf(recording, outline.plans).map((plan) => planView(plan, context)),
    procedures,
    coverage: coverageOf(context),
    findings: findingsOf(context),
    files: fileViews(context),
  };
  const contents = indexEntries(pages, recording.rehearsal, words);
  const failures = failureEntries(procedures);
  return {
    rehearsal: recording.rehearsal,
    state: recording.errors.length > 0 ? 'failing' : stateOfAll(scenarios),
    ...runFacts(recording, words),
    verification: overall(verificationOf(scenarios, verification)),
    totals: totalsOf(selected),
    unselected: scenarios.length - selected.length,
    failing: unsettledViews(failingIn(recording, anchors), words),
    omitted: unsettledViews(omittedIn(recording, anchors), words),
    notCovered: notCoveredIn(recording).map((one) => uncoveredPool(one, words)),
    document: document ?? NO_DOCUMENT,
    ...pages,
    diagram: diagramOf(recording.runs.find(({ topology }) => topology)?.topology, words),
    siteValues: labelled(original ? original.siteValues : siteValuesOf(recording.runs, procedures), words),
    hookEvidence: evidenceView(recording.hookOutput, context),
    slips: slips && slipSheet(slips),
    failures,
    symptoms: symptomGroups(failures, pages.findings.codes, context),
    withoutSymptom: failures.filter((failure) => !hasSymptom(failure)),
    contents: original ? alsoFoundBy(contents, original.contents) : contents,
  };
}

/** The plans in the order of the pools in the environment. */
function inOrderOf({ runs }: Recording, plans: RunbookOutline['plans']): RunbookOutline['plans'] {
  const pools = runs.flatMap(({ topology }) => (topology?.pools ?? []).map(({ fqdn }) => fqdn));
  return [...plans].sort((a, b) => pools.indexOf(a.pool) - pools.indexOf(b.pool));
}

/** The site-specific values with their labels in a language. */
function labelled(values: Runbook['siteValues'], words: Words): Runbook['siteValues'] {
  if (!values) return null;
  const groups = values.groups.map(({ group, fields }) => {
    const called = ({ names, called: labels }: (typeof fields)[number]) =>
      names.map((name, index) => words.siteValue(name, labels[index] ?? name));
    const all = distinct(fields.map(called));
    return { group, fields: fields.map((field, index) => ({ ...field, called: all[index] ?? [] })) };
  });
  return { ...values, groups };
}

/** The labels of several fields; those that are alike have a number: Account 1, Account 2. */
function distinct(fields: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const all = fields.map((labels) => labels.join());
  return fields.map((labels, index) => {
    const [label = '', ...others] = labels;
    const alike = all.filter((one) => one === all[index]).length;
    const nth = all.slice(0, index + 1).filter((one) => one === all[index]).length;
    return alike > 1 ? [`${label} ${nth}`, ...others] : labels;
  });
}

/** The pool, with the servers that are not covered if its name does not say them. */
function uncoveredPool({ pool, servers }: UncoveredPool, words: Words): string {
  if (servers.join() === pool) return pool;
  return `${pool}${saying(words)('brackets', { inside: servers.join(words.labels.comma) })}`;
}

/** The verification of the whole runbook, without the digests of features, which each procedure has. */
function overall(whole: Runbook['verification']): Runbook['verification'] {
  return { ...whole, fingerprint: whole.fingerprint.filter(({ of }) => of !== 'feature') };
}

type RunFacts = Pick<Runbook, 'startedAt' | 'environment' | 'environmentFile' | 'versions' | 'assumptions'>;

/** The facts of the run, or of several runs together; the stream's own facts where no record has them. */
function runFacts({ runs, startedAt, programs }: Recording, { assumption }: Words): RunFacts {
  const [first] = runs;
  const each = (pick: (run: RunRecord) => string) => [...new Set(runs.map(pick))].join(', ');
  const versions = new Map([programs, ...runs.map((run) => run.versions)].flatMap((some) => Object.entries(some)));
  const assumptions = runs.flatMap((run) => run.assumptions).map(assumption);
  return {
    startedAt: first?.startedAt ?? startedAt,
    environment: each((run) => run.environment),
    environmentFile: each((run) => run.environmentFile),
    versions: [...versions].map(([name, version]) => ({ name, version })),
    assumptions: [...new Map(assumptions.map((one) => [`${one.name}=${one.value}`, one])).values()],
  };
}
