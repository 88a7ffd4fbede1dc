import { stateOfProcedure } from '../../../recording/model/state';
import type { ProcedureOutline } from '../../outline/outline';
import { verificationOf } from '../../outline/verification';
import { uniqueSorted } from '../../unique-sorted';
import { type PageContext, scenarioLink, sourceViews } from '../page-context';
import { exampleView } from './example-view';
import { paragraphsOf } from './paragraphs';
import type { Procedure, ProcedureRun } from './procedure';
import { procedureRunView } from './procedure-run-view';

/** One procedure: its runs with the examples beside their steps, then the examples that belong to no step. */
export function procedureView(procedure: ProcedureOutline, context: PageContext): Procedure {
  const { id, file, feature, shown } = procedure;
  const { uri, scenarios } = feature;
  const { prose } = context.words;
  const runs = procedure.runs.map((run) => procedureRunView(run, context));
  return {
    id,
    file,
    uri,
    tags: uniqueSorted(scenarios.flatMap(({ tags }) => tags)),
    title: titleOf(procedure, context),
    paragraphs: paragraphsOf(feature.feature.description).map(prose),
    state: stateOfProcedure(shown),
    verification: verificationOf(shown, context.outline.verification),
    sources: sourceViews(feature.feature.sources, context),
    roles: rolesOf(runs),
    runs,
    groups: procedure.groups.map(({ rule, examples }) => ({
      name: prose(rule?.name ?? ''),
      paragraphs: paragraphsOf(rule?.description ?? '').map(prose),
      examples: examples.map((example) => exampleView(example, runs.length > 0, context)),
    })),
    elsewhere: procedure.elsewhere.map((scenario) => scenarioLink(scenario, context)),
  };
}

/** The name of the feature; features with equal names are distinguished by their files. */
function titleOf({ feature }: ProcedureOutline, { outline, words }: PageContext): string {
  const { name } = feature.feature;
  const same = outline.procedures.filter((other) => other.feature.feature.name === name);
  if (name === '') return feature.uri;
  return same.length > 1 ? `${words.prose(name)} (${feature.uri})` : words.prose(name);
}

/** Each account with the machines on which the procedure runs use it. */
function rolesOf(runs: readonly ProcedureRun[]): Procedure['roles'] {
  const sessions = runs.flatMap(({ steps }) =>
    steps.flatMap(({ evidence }) => evidence.sessions.flatMap((session) => [session, ...session.others])),
  );
  return uniqueSorted(sessions.map(({ account }) => account)).map((account) => ({
    account,
    machines: uniqueSorted(sessions.filter((one) => one.account === account).flatMap(({ machines }) => machines)),
  }));
}
