import { isProcedureRun, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { stateOfProcedure } from '../../../recording/model/state';
import type { RecordedFeature } from '../../../recording/recording';
import { fileSlugOf } from '../../outline/anchor-names';
import type { Workbench } from '../../outline/page-context';
import { linkTo } from '../../outline/page-files';
import { uniqueSorted } from '../evidence/session';
import type { Example, Group, Procedure, Walk } from '../runbook';
import { exampleView, type Presentation, sourceViews } from './example-view';
import { paragraphsOf } from './paragraphs';
import { walkView } from './procedure-run-view';
import { verificationOf } from './verification';

/** One procedure: its walks with the examples beside their steps, then the examples that belong to no step. */
export function procedureView(feature: RecordedFeature, bench: Workbench): Procedure {
  const { uri, scenarios } = feature;
  const { registry, placement } = bench;
  const fileSlug = fileSlugOf(uri);
  const id = registry.anchor(fileSlug === '' ? 'procedure' : `procedure-${fileSlug}`);
  const file = `${id}.html`;
  const walking = scenarios.filter(isProcedureRun);
  const walks = walking.map((walk) => walkView(walk, { page: file, fileSlug, foldable: false }, bench));
  const general = placement.inGeneral(uri);
  const beside = walking.flatMap((walk) => walk.steps.flatMap((step) => placement.besideStep(walk, step)));
  const here = [...walking, ...beside, ...general];
  const shown = here.length > 0 ? here : scenarios;
  for (const scenario of scenarios) {
    const { place } = scenario;
    for (const around of [place.feature, place.rule, ...place.backgrounds])
      registry.show(uri, around?.line ?? 0, linkTo(file, id));
  }
  return {
    id,
    file,
    uri,
    tags: uniqueSorted(scenarios.flatMap(({ tags }) => tags)),
    title: feature.feature.name || uri,
    paragraphs: paragraphsOf(feature.feature.description),
    state: stateOfProcedure(shown),
    verification: verificationOf(shown, bench.verifying),
    sources: sourceViews(feature.feature.sources, registry),
    roles: rolesOf(walks),
    walks,
    groups: groupsOf(general, { page: file, foldable: walks.length > 0 }, bench),
    elsewhere: [],
  };
}

/** The examples of a file that stand in another procedure; to be asked when all procedures have been made. */
export function elsewhereOf(
  { uri, scenarios }: RecordedFeature,
  { placement }: Workbench,
): readonly RecordedScenario[] {
  return scenarios.filter((scenario) => !isProcedureRun(scenario) && placement.homeOf(scenario) !== uri);
}

function groupsOf(
  examples: readonly RecordedScenario[],
  how: Omit<Presentation, 'fileSlug'>,
  bench: Workbench,
): readonly Group[] {
  const groups = new Map<string, Group & { readonly examples: Example[] }>();
  for (const example of examples) {
    const { rule } = example.place;
    const key = `${example.uri}:${rule?.line ?? 0}`;
    const group = groups.get(key) ?? {
      name: rule?.name ?? '',
      paragraphs: paragraphsOf(rule?.description ?? ''),
      examples: [],
    };
    group.examples.push(exampleView(example, { ...how, fileSlug: fileSlugOf(example.uri) }, bench));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Who works where in the walks: each account with the machines on which it is used. */
function rolesOf(walks: readonly Walk[]): Procedure['roles'] {
  const seats = walks.flatMap(({ steps }) =>
    steps.flatMap(({ evidence }) => evidence.seats.flatMap((seat) => [seat, ...seat.others])),
  );
  return uniqueSorted(seats.map(({ account }) => account)).map((account) => ({
    account,
    machines: uniqueSorted(seats.filter((seat) => seat.account === account).flatMap(({ machines }) => machines)),
  }));
}
