import { exampleFrame, exampleView, type Presentation, sourceViews, stepView } from './example-view';
import type { LedgerEntry } from './ledger';
import { linkTo } from './pages';
import { paragraphsOf } from './paragraphs';
import type { Placement } from './placement';
import { isWalk, type RecordedScenario } from './recorded-scenario';
import type { RecordedStep } from './recorded-step';
import type { RecordedFeature } from './recording';
import type { Registry } from './registry';
import type { Group, Procedure, StepView, Walk } from './runbook';
import { uniqueSorted } from './seat';
import { anchorName, slug } from './slug';
import { isFailure, stateOfAll } from './state';
import { mainSection, stepNumber } from './step-number';

/** What the pages of all procedures share while they are made. */
export interface Workbench {
  readonly registry: Registry;
  readonly placement: Placement;
  readonly entries: ReadonlyMap<string, LedgerEntry>;
}

/** One procedure: its walks with the examples beside their steps, then the examples that belong to no step. */
export function procedureView(feature: RecordedFeature, bench: Workbench): Procedure {
  const { uri, scenarios } = feature;
  const { registry, placement } = bench;
  const fileSlug = fileSlugOf(uri);
  const id = registry.anchor(fileSlug === '' ? 'procedure' : `procedure-${fileSlug}`);
  const file = `${id}.html`;
  const walking = scenarios.filter(isWalk);
  const walks = walking.map((walk) =>
    walkView(walk, { page: file, fileSlug, foldable: false, withBackground: true }, bench),
  );
  const general = placement.inGeneral(uri);
  const beside = walking.flatMap((walk) => walk.steps.flatMap((step) => placement.besideStep(walk, step)));
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
    state: stateOfAll([...walking, ...beside, ...general].length > 0 ? [...walking, ...beside, ...general] : scenarios),
    sources: sourceViews(feature.feature.sources, registry),
    roles: rolesOf(walks),
    walks,
    groups: groupsOf(general, { page: file, uri, besideWalk: walks.length > 0 }, bench),
    elsewhere: [],
  };
}

/** The examples of a file that stand in another procedure; to be asked when all procedures have been made. */
export function elsewhereOf(
  { uri, scenarios }: RecordedFeature,
  { placement }: Workbench,
): readonly RecordedScenario[] {
  return scenarios.filter((scenario) => !isWalk(scenario) && placement.homeOf(scenario) !== uri);
}

function walkView(walk: RecordedScenario, how: Presentation, bench: Workbench): Walk {
  const { registry, placement, entries } = bench;
  const { page, fileSlug } = how;
  const frame = exampleFrame(walk, { ...how, fileSlug: `${fileSlug}-walk` }, registry);
  const section = mainSection(
    walk.steps.flatMap((step) => step.sources),
    entries,
  );
  const view = (step: RecordedStep): StepView => {
    const number = step.background ? '' : stepNumber(step.sources, section, entries);
    const id = registry.anchor(
      ['step', fileSlug, anchorName(step.sources[0] ?? step.text)].filter((p) => p !== '').join('-'),
    );
    registry.show(walk.uri, step.line, linkTo(page, id));
    const seen = stepView(step, walk, registry, { id, number, page });
    const beside = placement.besideStep(walk, step);
    const shown = (examples: readonly RecordedScenario[]) =>
      examples.map((example) => {
        const withBackground = example.uri !== walk.uri;
        return exampleView(
          example,
          { page, fileSlug: fileSlugOf(example.uri), foldable: true, withBackground },
          registry,
        );
      });
    return {
      ...seen,
      failures: shown(beside.filter(isFailure)),
      rules: shown(beside.filter((one) => !isFailure(one))),
    };
  };
  const begins = walk.steps.findIndex((step) => !isPrerequisite(step, entries));
  const end = begins < 0 ? walk.steps.length : begins;
  const prerequisites = walk.steps.slice(0, end).map(view);
  const steps = walk.steps.slice(end).map(view);
  return { ...frame, prerequisites, steps, symptoms: [] };
}

/** What has to hold before the document's first step: the Background, and what is given without a number. */
function isPrerequisite({ background, type, sources }: RecordedStep, entries: Workbench['entries']): boolean {
  const numbered = sources.some((id) => (entries.get(id)?.step ?? '') !== '');
  return background || (type === 'Context' && entries.size > 0 && !numbered);
}

function groupsOf(
  examples: readonly RecordedScenario[],
  { page, uri, besideWalk }: { readonly page: string; readonly uri: string; readonly besideWalk: boolean },
  { registry }: Workbench,
): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const example of examples) {
    const { rule } = example.place;
    const key = `${example.uri}:${rule?.line ?? 0}`;
    const how: Presentation = {
      page,
      fileSlug: fileSlugOf(example.uri),
      foldable: besideWalk,
      withBackground: !besideWalk || example.uri !== uri,
    };
    const group = groups.get(key) ?? {
      name: rule?.name ?? '',
      paragraphs: paragraphsOf(rule?.description ?? ''),
      examples: [],
    };
    groups.set(key, { ...group, examples: [...group.examples, exampleView(example, how, registry)] });
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

/** `features/internal-edge/03-create-request.feature` is `create-request`. */
function fileSlugOf(uri: string): string {
  const name = uri.split(/[\\/]/).at(-1) ?? '';
  return slug(name.replace(/\.feature(\.md)?$/, '').replace(/^\d+[-_]/, ''));
}
