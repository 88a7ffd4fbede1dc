import type { Envelope } from '@cucumber/messages';
import type { FindingLine } from '../../../evidence/finding-records';
import { type RecordedScenario, recordsOf, sourcesOf } from '../../../recording/model/recorded-scenario';
import { type State, stateOfAll, stateOfScenario } from '../../../recording/model/state';
import { withValues } from '../../../recording/model/step-values';
import { type Recording, recordingOf } from '../../../recording/recording';
import { anchorName } from '../../outline/anchor-names';
import { Registry } from '../../outline/anchors';
import { scenariosOf } from '../../outline/totals';
import { type FindingView, findingView } from '../evidence/finding-view';
import { sourceViews } from '../procedure/example-view';
import type { CodeView, DefectState, DocumentFinding, Findings, ScenarioLink } from './findings';

/** The findings of a message stream, without links. */
export function findings(messages: readonly Envelope[]): Findings {
  return findingsOf(recordingOf(messages), new Registry(new Map(), [], []));
}

/** The findings of a run that has been read; links lead to what the registry has been shown. */
export function findingsOf(recording: Recording, registry: Registry): Findings {
  const scenarios = scenariosOf(recording);
  const judgements = scenarios.filter(({ marks }) => marks.includes('judgement')).map(linesIn);
  return {
    judged: judgements.some((lines) => lines !== undefined),
    deployment: deploymentFindings(judgements.flatMap((lines) => lines ?? []).map((one) => findingView(one, registry))),
    document: byPlace(scenarios.filter(isDefect)).map((rows) => documentFinding(rows, scenarios, registry)),
    codes: codeViews(recording, registry),
  };
}

/** What the judge found in a scenario; undefined when it was not asked. */
function linesIn(scenario: RecordedScenario): readonly FindingLine[] | undefined {
  const records = recordsOf(scenario).filter((record) => record.kind === 'findings');
  return records.length === 0 ? undefined : records.flatMap((record) => record.findings);
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Each finding once, the worst first. */
function deploymentFindings(found: readonly FindingView[]): readonly FindingView[] {
  const unique = new Map(
    found.map((one) => {
      const { severity, pool, server, code, detail, remedy, source } = one;
      return [JSON.stringify([severity, pool, server, code, detail, remedy, source]), one];
    }),
  );
  return [...unique.values()].sort((a, b) => {
    const weight = SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
    const differing = (['pool', 'server', 'code', 'detail'] as const).find((name) => a[name] !== b[name]);
    return weight || (differing === undefined ? 0 : a[differing] < b[differing] ? -1 : 1);
  });
}

function isDefect({ marks }: RecordedScenario): boolean {
  return marks.includes('document-defect');
}

type Rows = readonly [RecordedScenario, ...RecordedScenario[]];

/** The scenarios, with the rows of each Scenario Outline together. */
function byPlace(scenarios: readonly RecordedScenario[]): readonly Rows[] {
  const places = new Map<string, Rows>();
  for (const scenario of scenarios) {
    const key = `${scenario.uri}:${scenario.place.line}`;
    places.set(key, [...(places.get(key) ?? []), scenario] as const);
  }
  return [...places.values()];
}

function documentFinding(rows: Rows, scenarios: readonly RecordedScenario[], registry: Registry): DocumentFinding {
  const [{ uri, place }] = rows;
  const { rule, feature } = place;
  const inRule = scenarios.filter((one) => rule && one.uri === uri && one.place.rule?.line === rule.line);
  const own = [...new Set(rows.flatMap(sourcesOf))];
  const ids = [own, rule?.sources ?? [], feature.sources].find((some) => some.length > 0) ?? [];
  const link = scenarioLink(rows, registry);
  return {
    ...link,
    id: registry.anchor(`defect-${anchorName(rule?.name || place.name)}`),
    state: defectState(link.state),
    rule: rule?.name || place.name,
    sources: sourceViews(ids, registry),
    consequences: rows[0].steps.filter(({ type }) => type === 'Outcome').map((step) => withValues(step).text),
    corrected: byPlace(inRule.filter((one) => !isDefect(one))).map((others) => scenarioLink(others, registry)),
  };
}

function defectState(state: State): DefectState {
  return state === 'verified' || state === 'refused' ? 'confirmed' : state;
}

function scenarioLink(rows: Rows, registry: Registry): ScenarioLink {
  const [first, ...others] = rows;
  const states = new Set(rows.map(stateOfScenario));
  return {
    name: others.length > 0 ? first.place.name : first.name,
    href: registry.hrefOf(first.uri, first.line),
    state: states.size === 1 ? stateOfScenario(first) : stateOfAll(rows),
  };
}

function codeViews(recording: Recording, registry: Registry): readonly CodeView[] {
  const showing = new Map<string, RecordedScenario[]>();
  for (const scenario of scenariosOf(recording)) {
    for (const code of new Set((linesIn(scenario) ?? []).map((line) => line.code))) {
      showing.set(code, [...(showing.get(code) ?? []), scenario]);
    }
  }
  return recording.codes.map((line) => ({
    ...line,
    anchor: registry.code(line.code),
    scenarios: byPlace(showing.get(line.code) ?? []).map((rows) => scenarioLink(rows, registry)),
  }));
}
