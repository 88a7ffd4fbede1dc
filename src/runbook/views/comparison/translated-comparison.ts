import type { Catalogue } from '../../../translation/catalogue';
import type {
  Comparison,
  Outcome,
  ProcedureChange,
  ScenarioChange,
  StepChange,
  StepSide,
} from '../../comparison/comparison';
import { partsOfBoth } from '../../comparison/step-changes';
import { type Saying, sayingIn } from '../translated';

/** The comparison with the names and sentences of the features in the catalogue's language, as the runbook has them. */
export function translatedComparison(comparison: Comparison, catalogue: Catalogue): Comparison {
  const say = sayingIn(catalogue);
  return {
    ...comparison,
    newlyFailing: comparison.newlyFailing.map((one) => outcomeIn(one, say)),
    newlyPassing: comparison.newlyPassing.map((one) => outcomeIn(one, say)),
    procedures: comparison.procedures.map((one) => procedureIn(one, say)),
  };
}

function outcomeIn({ procedure, scenario, step, ...others }: Outcome, { text }: Saying): Outcome {
  return { ...others, procedure: text(procedure), scenario: text(scenario), step: text(step) };
}

function procedureIn(procedure: ProcedureChange, say: Saying): ProcedureChange {
  const { title, titleBefore, rules, scenarios } = procedure;
  return {
    ...procedure,
    title: say.text(title),
    titleBefore: say.text(titleBefore),
    rules: rules.map(({ before, after }) => ({ before: say.text(before), after: say.text(after) })),
    scenarios: scenarios.map((one) => scenarioIn(one, say)),
  };
}

function scenarioIn(scenario: ScenarioChange, say: Saying): ScenarioChange {
  const { name, nameBefore, cells, steps } = scenario;
  return {
    ...scenario,
    name: say.text(name),
    nameBefore: say.text(nameBefore),
    cells: cells.map((cell) => ({ name: say.cell(cell.name), value: say.cell(cell.value) })),
    steps: steps.map((one) => stepIn(one, say)),
  };
}

/**
 * Two sentences of which only one is known, or of which the difference would be lost, stay as they are: one is read
 * beside the other.
 */
function stepIn(change: StepChange, say: Saying): StepChange {
  const { before, after } = change;
  const sides = [before, after].flatMap((side) => side ?? []);
  if (!sides.every(({ text }) => say.sentence(text))) return change;
  const [was, is] = [before && sideIn(before, say), after && sideIn(after, say)];
  if (!was || !is) return { ...change, before: was, after: is };
  if (was.text === is.text && before?.text !== after?.text) return change;
  const [parts, partsNow] = partsOfBoth(was.text, is.text);
  return { ...change, before: { ...was, parts }, after: { ...is, parts: partsNow } };
}

function sideIn(side: StepSide, say: Saying): StepSide {
  const text = say.text(side.text);
  const table = side.table.map((row) => row.map((cell) => say.cell(cell)));
  return { ...side, keyword: say.text(side.keyword), text, parts: [{ text, changed: false }], table };
}
