import { isRollback, type RecordedScenario } from '../../../recording/model/recorded-scenario';
import { isFailure } from '../../../recording/model/state';
import type { RecordedStep } from '../../../recording/reading/steps';
import { anchorName, fileSlugOf } from '../../outline/anchor-names';
import type { Workbench } from '../../outline/page-context';
import { linkTo } from '../../outline/page-files';
import { publishedAt } from '../../source-document/source-document';
import { mainSection, stepNumber } from '../../source-document/step-number';
import type { Walk, WalkStepView } from '../runbook';
import { exampleFrame, exampleView, type Presentation, stepView } from './example-view';
import { NOTHING } from './explanation';
import { gridOf } from './grid';
import { NO_WAY } from './rollbacks';
import { withSurroundings } from './step-location';

/** A documented path, with the examples beside the steps that they belong to. */
export function walkView(walk: RecordedScenario, how: Presentation, bench: Workbench): Walk {
  const { entries } = bench;
  const frame = exampleFrame(walk, { ...how, fileSlug: `${how.fileSlug}-walk` }, bench.registry);
  const ids = walk.steps.flatMap((step) => step.sources);
  const section = mainSection(ids, entries);
  const steps = withSurroundings(
    walk.steps.map((recorded) => ({ recorded, view: walkStep(recorded, walk, { ...how, section }, bench) })),
  );
  const begins = walk.steps.findIndex((step) => !isPrerequisite(step, entries));
  const end = begins < 0 ? steps.length : begins;
  const { machines, cells } = gridOf(steps, end, walk.provenance?.run.topology);
  const views = steps.map(({ view }, index) => ({ ...view, cells: cells[index - end] ?? [] }));
  const [prerequisites, numbered] = [views.slice(0, end), views.slice(end)];
  return { ...frame, prerequisites, steps: numbered, machines, symptoms: [], told: NOTHING };
}

function walkStep(
  step: RecordedStep,
  walk: RecordedScenario,
  { page, fileSlug, section }: Presentation & { readonly section: string },
  bench: Workbench,
): WalkStepView {
  const { registry, placement, entries, document } = bench;
  const number = step.background ? '' : stepNumber(step.sources, section, entries);
  const name = anchorName(step.sources[0] ?? step.text);
  const id = registry.anchor(['step', fileSlug, name].filter((part) => part !== '').join('-'));
  registry.show(walk.uri, step.line, linkTo(page, id));
  const seen = stepView(step, walk, registry, { id, number, page });
  const beside = placement.besideStep(walk, step);
  const shown = (examples: readonly RecordedScenario[]) =>
    examples.map((example) => exampleView(example, { page, fileSlug: fileSlugOf(example.uri), foldable: true }, bench));
  const entry = step.sources.map((source) => entries.get(source)).find((found) => found !== undefined);
  return {
    ...seen,
    published: entry ? publishedAt(entry, document) : '',
    failures: shown(beside.filter(isFailure)),
    rules: shown(beside.filter((one) => !isFailure(one) && !isRollback(one))),
    rollbacks: shown(beside.filter(isRollback)),
    back: NO_WAY,
    where: [],
    expected: { title: '', page: '' },
    cells: [],
  };
}

/** What has to hold before the document's first step: the Background, and what is given without a number. */
function isPrerequisite({ background, type, sources }: RecordedStep, entries: Workbench['entries']): boolean {
  const numbered = sources.some((id) => (entries.get(id)?.step ?? '') !== '');
  return background || (type === 'Context' && entries.size > 0 && !numbered);
}
